import { mayRunOn, splitSlides, type Piece, type SplitOptions } from "./split";

/** The pieces `[from, to)` of the old list give way to `pieces`; all others stand as they are. */
export interface Resplit {
  readonly from: number;
  readonly to: number;
  readonly pieces: readonly Piece[];
}

/**
 * Splits again only around an edit: from the piece before the first difference until a break lines up with an old
 * one behind the last difference. The result is what `splitSlides` gives for the whole text.
 */
export function resplit(old: readonly Piece[], oldText: string, text: string, options: SplitOptions): Resplit {
  const prefix = commonPrefix(oldText, text);
  const suffix = commonSuffix(oldText, text, Math.min(oldText.length, text.length) - prefix);
  const ends = pieceEnds(old);
  let from = Math.max(0, indexAt(ends, prefix) - 1);
  while (from > 0 && mayRunOnInto(old[from - 1])) from--;
  const start = from === 0 ? 0 : (ends[from - 1] ?? 0);
  // The first piece of all has no break line before it; a later one has, even where the pieces before it are empty.
  const lead = from === 0 ? "" : (old[from]?.lead ?? "");
  const shift = text.length - oldText.length;
  const firstTo = indexAt(ends, oldText.length - suffix) + 1;
  for (let to = firstTo, reach = 1; to < old.length; to += reach, reach *= 2) {
    const next = old[to];
    if (!next) break;
    // A rule lines up by its own line, a heading by the whole slide that it starts.
    const end = (ends[to] ?? 0) - (next.lead === "" ? 0 : next.text.length) + shift;
    const pieces = splitFrom(text.slice(0, end), start, lead, options);
    const last = pieces.at(-1);
    const beforeLast = pieces.at(-2);
    const linesUp = last !== undefined && last.lead === next.lead && last.text === (next.lead === "" ? next.text : "");
    if (linesUp && beforeLast && !mayRunOn(beforeLast)) return { from, to, pieces: pieces.slice(0, -1) };
  }
  return { from, to: old.length, pieces: splitFrom(text, start, lead, options) };
}

/** The first piece of the part keeps the break line that stands before it. */
function splitFrom(text: string, start: number, lead: string, options: SplitOptions): Piece[] {
  const pieces = splitSlides(text.slice(start + lead.length), options);
  const head = pieces[0];
  return head ? [{ ...head, lead }, ...pieces.slice(1)] : pieces;
}

function mayRunOnInto(before: Piece | undefined): boolean {
  return before !== undefined && mayRunOn(before);
}

/** Offset behind every piece. */
function pieceEnds(pieces: readonly Piece[]): readonly number[] {
  let end = 0;
  return pieces.map(({ lead, text }) => (end += lead.length + text.length));
}

/** Index of the piece that holds an offset; one at a border belongs to the piece behind it. */
function indexAt(ends: readonly number[], offset: number): number {
  let low = 0;
  let high = ends.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
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
