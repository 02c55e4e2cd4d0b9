import type { SourceRange } from "./deck";

/** A text as the language reads it (LF line ends, no byte order mark) and the way back to the source. */
export interface Positions {
  readonly text: string;
  /** True where the source needed changes: it is another text, and offsets may differ. */
  readonly differs: boolean;
  /** An offset of `text` as one of the source. */
  readonly toSource: (offset: number) => number;
}

/** Reads a source text; CRLF and CR become LF, a byte order mark goes, NUL is no character (CommonMark 2.3). */
export function readPositions(whole: string): Positions {
  const source = whole.replaceAll("\u0000", "\uFFFD");
  const bom = source.startsWith("\uFEFF") ? 1 : 0;
  if (bom === 0 && !source.includes("\r")) return { text: source, differs: source !== whole, toSource: same };
  const text = source.slice(bom).replace(/\r\n?/g, "\n");
  const collapsed: number[] = [];
  for (let at = source.indexOf("\r\n", bom); at !== -1; at = source.indexOf("\r\n", at + 2)) collapsed.push(at - bom - collapsed.length);
  return {
    text,
    differs: true,
    toSource: (offset) => offset + bom + countBelow(collapsed, offset),
  };
}

/** A text that needs no changes, put together when somebody reads it. */
export class PlainPositions implements Positions {
  readonly differs = false;
  readonly toSource = same;
  readonly #print: () => string;
  #text: string | undefined;

  constructor(print: () => string) {
    this.#print = print;
  }

  get text(): string {
    return (this.#text ??= this.#print());
  }
}

/** True where a text needs changes before the language reads it, wherever behind the start of a source it stands. */
export function needsChanges(text: string): boolean {
  return text.includes("\r") || text.includes("\u0000");
}

function same(offset: number): number {
  return offset;
}

/** How many of the sorted numbers are below the limit. */
export function countBelow(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? Infinity) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Offsets at which lines start, for a text with LF line ends. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

export function countLineEnds(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) count++;
  return count;
}

/** The range of offsets with its lines, in a text whose lines start at `starts`. */
export function rangeOf(starts: readonly number[], start: number, end: number): SourceRange {
  const startLine = countBelow(starts, start + 1);
  return { start, end, startLine, endLine: end > start ? countBelow(starts, end) : startLine };
}
