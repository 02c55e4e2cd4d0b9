import type { SourceLine } from "./source-lines";

/**
 * The text with its code (fences, indented blocks, spans within a line) and front matter blanked, unit for unit: what
 * a pattern finds in it stands at the same place of the text, and is no code.
 */
export function maskCode(lines: readonly SourceLine[]): string {
  return lines
    .map(({ kind, text }) =>
      kind === "text" || kind === "comment" || kind === "blank"
        ? text.includes("`")
          ? text.replace(/(`+)(?!`)[^\n]*?[^`]\1(?!`)/g, (span) => " ".repeat(span.length))
          : text
        : " ".repeat(text.length),
    )
    .join("\n");
}

/** Rewrites a line of text, its code spans apart. */
export function rewriteOutsideCode(line: string, rewrite: (text: string) => string): string {
  if (!line.includes("`")) return rewrite(line);
  const parts = line.split(/((`+)(?!`)[^\n]*?[^`]\2(?!`))/);
  // A split with two groups: text, span, its mark, text, …
  return parts.map((part, index) => (index % 3 === 0 ? rewrite(part) : index % 3 === 1 ? part : "")).join("");
}
