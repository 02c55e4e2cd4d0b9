import { createPaddedLines } from "@/lib/deck/import/padded-lines";
import { findLine, readSourceLines } from "@/lib/deck/import/source-lines";
import { languageFor } from "@/lib/deck/language";

/** A list in a quote does what the deck's other lists don't (Pandoc's manual, "Incremental lists"): it appears item by item, or all at once. */
export function convertQuotedLists(text: string, isIncremental: boolean): string {
  if (!/^ {0,3}>[ \t]*(?:[-*+]|\d+[.)])[ \t]/m.test(text)) return text;
  const lines = readSourceLines(text);
  const result = createPaddedLines();
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    if (line === undefined) break;
    const length = line.kind === "text" && lines[index - 1]?.kind !== "text" && /^ {0,3}>/.test(line.text) ? quoteLength(lines, index) : 0;
    const inside = lines.slice(index, index + length).map((one) => one.text.replace(/^ {0,3}>[ ]?/, ""));
    if (length > 0 && holdsListsOnly(inside.join("\n"))) {
      result.addBlock([`::: ${isIncremental ? "nonincremental" : "incremental"}`, "", ...inside, "", ":::"]);
      index += length - 1;
    } else result.add(line.text);
  }
  return result.lines.join("\n");
}

/** A quote runs to the next blank line, with or without its marks. */
function quoteLength(lines: readonly { readonly kind: string }[], from: number): number {
  const end = findLine(lines, from, ({ kind }) => kind === "blank");
  return (end === -1 ? lines.length : end) - from;
}

function holdsListsOnly(markdown: string): boolean {
  return languageFor({ breaks: false })
    .lexBlocks(markdown)
    .every(({ type }) => type === "list" || type === "space");
}
