import { createPaddedLines } from "@/lib/deck/import/padded-lines";
import { hideText } from "@/lib/deck/import/slide-comments";
import { readSourceLines, type SourceLine } from "@/lib/deck/import/source-lines";

const tableRule = /^ {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;
const captionLine = /^ {0,3}(?:[Tt]able)?:[ \t]+(?=\S)/;
/** Before a table a colon by itself may define a term. */
const captionBefore = /^ {0,3}[Tt]able:[ \t]+(?=\S)/;

/** `Table: words` or `: words` by a table with bars is its caption, and shows as small print without the mark. */
export function convertTableCaptions(text: string): string {
  if (!/^ {0,3}(?:[Tt]able)?:[ \t]+\S/m.test(text)) return text;
  const lines = readSourceLines(text);
  const starts = findCaptions(lines);
  if (starts.size === 0) return text;
  const result = createPaddedLines();
  for (let i = 0; i < lines.length; i++) {
    if (!starts.has(i)) {
      result.add(lines[i]?.text ?? "");
      continue;
    }
    const end = endOfParagraph(lines, i);
    result.addBlock(writeCaption(lines.slice(i, end).map((line) => line.text)));
    i = end - 1;
  }
  return result.lines.join("\n");
}

/** Indexes of the lines that captions begin with. */
function findCaptions(lines: readonly SourceLine[]): ReadonlySet<number> {
  const starts = new Set<number>();
  let paragraph = 0;
  let before = -1;
  for (let i = 0; i < lines.length; i++) {
    if (lines[i]?.kind !== "text") continue;
    if (lines[i - 1]?.kind !== "text") {
      before = paragraph;
      paragraph = i;
    }
    if (i === paragraph || !isTableRule(lines[i])) continue;
    if (isCaption(lines[before], captionBefore) && before < paragraph) starts.add(before);
    let after = i + 1;
    while (lines[after]?.kind === "text" && !isCaption(lines[after], captionLine)) after++;
    while (lines[after]?.kind === "blank") after++;
    if (isCaption(lines[after], captionLine)) starts.add(after);
    // Rows are looked through once.
    i = after - 1;
    paragraph = after;
  }
  return starts;
}

function isTableRule(line: SourceLine | undefined): boolean {
  return line !== undefined && line.text.includes("|") && tableRule.test(line.text);
}

function isCaption(line: SourceLine | undefined, mark: RegExp): boolean {
  return line?.kind === "text" && mark.test(line.text);
}

function endOfParagraph(lines: readonly SourceLine[], from: number): number {
  let end = from + 1;
  while (lines[end]?.kind === "text") end++;
  return end;
}

/** Its label has nothing to count here; what else stands in the braces is kept out of sight. */
function writeCaption(lines: readonly string[]): readonly string[] {
  const written = lines.join("\n").replace(captionLine, "").trim();
  const braces = /\s*\{[^{}]*\}$/.exec(written)?.[0] ?? "";
  const words = written.slice(0, written.length - braces.length);
  const kept = /^\s*\{\s*#[\w:.-]+\s*\}$/.test(braces) ? "" : braces.trim();
  return [...(words === "" ? [] : `<small>${words}</small>`.split("\n")), ...(kept === "" ? [] : [...(words === "" ? [] : [""]), hideText(kept)])];
}
