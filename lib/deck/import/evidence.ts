import type { Evidence } from "./dialect";
import type { SourceLine } from "./source-lines";

/** Lines that are text to read: no code, no front matter; comments only as asked. */
export function countLines(lines: readonly SourceLine[], pattern: RegExp): number {
  return lines.reduce((count, line) => (line.kind === "text" && pattern.test(line.text) ? count + 1 : count), 0);
}

/** Evidence of something that was found `count` times: `each` points a find, `most` at most. None for nothing. */
export function counted(count: number, what: string, { each, most }: { readonly each: number; readonly most: number }): readonly Evidence[] {
  return count === 0 ? [] : [{ points: Math.min(count * each, most), says: `${count} ${what}` }];
}

/** Evidence of one thing that is there or not. */
export function found(isThere: boolean, what: string, points: number): readonly Evidence[] {
  return isThere ? [{ points, says: what }] : [];
}
