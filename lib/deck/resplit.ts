import { mayRunOn, splitSlides, type Piece, type SplitOptions } from "./split";

/** The pieces `[from, to)` of the old list give way to `pieces`; all others stand as they are. */
export interface Resplit {
  readonly from: number;
  readonly to: number;
  readonly pieces: readonly Piece[];
}

/** What becomes of an old text: `[start, end)` gives way to `text`. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A text's pieces, as the compiler holds them. */
export interface OldPieces {
  readonly items: readonly { readonly piece: Piece }[];
  /** Offset behind the piece at an index. */
  readonly endOf: (index: number) => number;
}

/**
 * Splits again only around a change: from the piece before it until a break lines up with an old one behind it. The
 * result is what `splitSlides` gives for the whole text, of which no more is read than that.
 */
export function resplit({ items, endOf }: OldPieces, change: Change, options: SplitOptions): Resplit {
  const indexAt = (offset: number) => pieceAt(endOf, items.length - 1, offset);
  let from = Math.max(0, indexAt(change.start) - 1);
  while (from > 0 && mayRunOnInto(items[from - 1]?.piece)) from--;
  const start = from === 0 ? 0 : endOf(from - 1);
  // The first piece of all has no break line before it; a later one has, even where the pieces before it are empty.
  const lead = from === 0 ? "" : (items[from]?.piece.lead ?? "");
  const textTo = (to: number) => {
    const old = items.slice(from, to).reduce((text, { piece }) => text + piece.lead + piece.text, "");
    return old.slice(0, change.start - start) + change.text + old.slice(change.end - start);
  };
  for (let to = indexAt(change.end) + 1, reach = 1; to < items.length; to += reach, reach *= 2) {
    const next = items[to]?.piece;
    if (!next) break;
    // A rule lines up by its own line, a heading by the whole slide that it starts.
    const pieces = splitFrom(textTo(to) + (next.lead === "" ? next.text : next.lead), lead, options);
    const last = pieces.at(-1);
    const beforeLast = pieces.at(-2);
    const linesUp = last !== undefined && last.lead === next.lead && last.text === (next.lead === "" ? next.text : "");
    if (linesUp && beforeLast && !mayRunOn(beforeLast)) return { from, to, pieces: pieces.slice(0, -1) };
  }
  return { from, to: items.length, pieces: splitFrom(textTo(items.length), lead, options) };
}

/** The first piece of the part keeps the break line that stands before it. */
function splitFrom(text: string, lead: string, options: SplitOptions): Piece[] {
  const pieces = splitSlides(text.slice(lead.length), options);
  if (pieces[0]) pieces[0] = { ...pieces[0], lead };
  return pieces;
}

function mayRunOnInto(before: Piece | undefined): boolean {
  return before !== undefined && mayRunOn(before);
}

/** Pieces, and where they end. */
export function withEnds(items: OldPieces["items"]): OldPieces {
  let end = 0;
  const ends = items.map(({ piece }) => (end += piece.lead.length + piece.text.length));
  return { items, endOf: (index) => ends[index] ?? end };
}

/** Index of the piece that holds an offset, at most the last; one at a border belongs to the piece behind it. */
function pieceAt(endOf: (index: number) => number, last: number, offset: number): number {
  let low = 0;
  let high = last;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (endOf(middle) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The one stretch in which two texts differ. */
export function changeBetween(old: string, text: string): Change {
  const start = commonPrefix(old, text);
  const kept = commonSuffix(old, text, Math.min(old.length, text.length) - start);
  return { start, end: old.length - kept, text: text.slice(start, text.length - kept) };
}

function commonPrefix(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let n = 0;
  // Whole blocks first: comparing slices is much faster than comparing units.
  for (const block of [65_536, 4_096, 256]) while (n + block <= most && a.slice(n, n + block) === b.slice(n, n + block)) n += block;
  while (n < most && a.charCodeAt(n) === b.charCodeAt(n)) n++;
  return n;
}

function commonSuffix(a: string, b: string, most: number): number {
  let n = 0;
  for (const block of [65_536, 4_096, 256]) {
    while (n + block <= most && a.slice(a.length - n - block, a.length - n) === b.slice(b.length - n - block, b.length - n)) n += block;
  }
  while (n < most && a.charCodeAt(a.length - 1 - n) === b.charCodeAt(b.length - 1 - n)) n++;
  return n;
}
