import type { Evidence } from "./dialect";
import { replaceCode } from "./code-spans";
import { mayFindInLines } from "./line-patterns";
import type { SourceLine } from "./source-lines";

/** A line's first units tell what dialect it is of; patterns go over each line again and again. */
const maxLineUnits = 1_000;

/** Counts the lines of text that match: no code, no front matter, nothing that starts inside a comment. */
export function countLines(lines: readonly SourceLine[], pattern: RegExp): number {
  const { times, together } = differentLines(lines);
  let count = 0;
  if (mayFindInLines(together, pattern)) for (const [line, often] of times) if (pattern.test(line)) count += often;
  return count;
}

interface DifferentLines {
  readonly times: ReadonlyMap<string, number>;
  readonly together: string;
}

const read = new WeakMap<readonly SourceLine[], DifferentLines>();

/** The different lines of text and how often each is there: all dialects ask about the same lines. */
function differentLines(lines: readonly SourceLine[]): DifferentLines {
  const known = read.get(lines);
  if (known !== undefined) return known;
  const times = new Map<string, number>();
  for (const { kind, text } of lines) {
    if (kind !== "text") continue;
    // Words in code are spoken of, not used.
    const line = replaceCode(text.slice(0, maxLineUnits), () => "``");
    times.set(line, (times.get(line) ?? 0) + 1);
  }
  const different = { times, together: [...times.keys()].join("\n") };
  read.set(lines, different);
  return different;
}

/** Evidence of something that was found `count` times: `each` points a find, `most` at most. None for nothing. */
export function counted(count: number, what: string, { each, most }: { readonly each: number; readonly most: number }): readonly Evidence[] {
  return count <= 0 ? [] : [{ points: Math.min(count * each, most), says: `${count} ${count === 1 ? singular(what) : what}` }];
}

/** The first noun of the phrase, where it is one of many. */
function singular(what: string): string {
  return what.replace(/([a-z]+)s(?= (?:with|within|in|of|on|that|before|beside) |$)/, (_whole, word: string) =>
    word.replace(/ie$/, "y").replace(/xe$/, "x"),
  );
}

/** Evidence of one thing that is there or not. */
export function found(isThere: boolean, what: string, points: number): readonly Evidence[] {
  return isThere ? [{ points, says: what }] : [];
}
