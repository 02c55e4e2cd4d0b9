import type { Evidence } from "./dialect";
import type { SourceLine } from "./source-lines";

/** Counts the lines of text that match: no code, no front matter, nothing that starts inside a comment. */
export function countLines(lines: readonly SourceLine[], pattern: RegExp): number {
  return lines.reduce((count, line) => (line.kind === "text" && pattern.test(withoutCode(line.text)) ? count + 1 : count), 0);
}

/** Evidence of something that was found `count` times: `each` points a find, `most` at most. None for nothing. */
export function counted(count: number, what: string, { each, most }: { readonly each: number; readonly most: number }): readonly Evidence[] {
  return count === 0 ? [] : [{ points: Math.min(count * each, most), says: `${count} ${count === 1 ? singular(what) : what}` }];
}

/** Words in code are spoken of, not used. */
function withoutCode(text: string): string {
  return text.includes("`") ? text.replace(/(?<!`)(`+)(?!`)[^\n]*?[^`]\1(?!`)/g, "``") : text;
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
