import { replaceCode } from "./code-spans";
import type { SourceLine } from "./source-lines";

/**
 * The text with its code (fences, indented blocks, spans within a line) and front matter blanked, unit for unit: what
 * a pattern finds in it stands at the same place of the text, and is no code.
 */
export function maskCode(lines: readonly SourceLine[]): string {
  return lines
    .map(({ kind, text }) =>
      kind === "text" || kind === "comment" || kind === "blank" ? replaceCode(text, (span) => " ".repeat(span.length)) : " ".repeat(text.length),
    )
    .join("\n");
}

/** Rewrites a line of text, its code spans apart. */
export function rewriteOutsideCode(line: string, rewrite: (text: string) => string): string {
  return replaceCode(line, (span) => span, rewrite);
}
