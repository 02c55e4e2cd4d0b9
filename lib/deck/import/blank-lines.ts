import { readSourceLines } from "./source-lines";

/** The text with at most one blank line in a row, but for those in code. */
export function collapseBlankLines(text: string): string {
  if (!/\n[ \t]*\n[ \t]*\n/.test(text)) return text;
  const kept = readSourceLines(text).filter(({ kind }, index, lines) => kind !== "blank" || lines[index - 1]?.kind !== "blank");
  return kept.map((line) => line.text).join("\n");
}
