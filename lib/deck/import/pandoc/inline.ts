import type { TextEdit } from "@/lib/deck/deck";
import { applyTextEdits } from "@/lib/deck/edits";
import { convertInlineAttributes } from "@/lib/deck/import/inline-attributes";
import { wrapEnvironments } from "@/lib/deck/import/formulas";
import { maskCode, maskMath } from "@/lib/deck/import/masked-text";
import { convertShortcodes } from "./shortcodes";

/** Pandoc's inline Markdown and its line blocks. `nextNote` gives a label that no footnote of the deck has. */
export function convertInline(text: string, nextNote: () => string): string {
  const shown = convertSpaces(convertShortcodes(convertLineBlocks(dropEquationIds(wrapEnvironments(text)))));
  return convertInlineAttributes(captionImages(convertNotes(convertScripts(shown), nextNote)));
}

/** Quarto's `$$ … $$ {#eq-one}` numbers a formula; here they have no numbers. */
function dropEquationIds(text: string): string {
  if (!text.includes("{#eq-")) return text;
  const edits = [...maskCode(text, { comments: true }).matchAll(/(?<=\$\$)[ \t]*\{#eq-[\w:.-]*\}/g)].map(({ 0: written, index }): TextEdit => ({
    start: index,
    end: index + written.length,
    text: "",
  }));
  return applyTextEdits(text, edits);
}

/** `^[text]` is a footnote written where it belongs. */
function convertNotes(text: string, nextNote: () => string): string {
  if (!text.includes("^[")) return text;
  const masked = maskCode(text, { comments: true });
  const partners = matchBrackets(masked);
  const edits: TextEdit[] = [];
  const definitions: string[] = [];
  for (let at = masked.indexOf("^["); at !== -1; at = masked.indexOf("^[", at + 2)) {
    const close = partners.get(at + 1);
    if (close === undefined || masked[at - 1] === "\\") continue;
    const label = nextNote();
    edits.push({ start: at, end: close + 1, text: `[^${label}]` });
    definitions.push(`[^${label}]: ${text.slice(at + 2, close).replace(/\s+/g, " ")}`);
    at = close - 1;
  }
  return definitions.length === 0 ? text : `${applyTextEdits(text, edits).trimEnd()}\n\n${definitions.join("\n")}\n`;
}

/** The furthest that a note may run. */
const maxNoteUnits = 4_000;

/** For every `[` the `]` that balances it in its paragraph. */
function matchBrackets(masked: string): ReadonlyMap<number, number> {
  const partners = new Map<number, number>();
  let open: number[] = [];
  for (let i = 0; i < masked.length; i++) {
    const unit = masked[i];
    if (unit === "[") open.push(i);
    else if (unit === "]") {
      const start = open.pop();
      if (start !== undefined && i - start < maxNoteUnits) partners.set(start, i);
    } else if (unit === "\n" && masked[i + 1] === "\n") open = [];
  }
  return partners;
}

/** `a\ b` is a space that doesn't break. */
function convertSpaces(text: string): string {
  if (!text.includes("\\ ")) return text;
  const edits = [...maskMath(text).matchAll(/(?<!\\)\\ (?=\S)/g)].map(({ index }): TextEdit => ({ start: index, end: index + 2, text: "&nbsp;" }));
  return applyTextEdits(text, edits);
}

/** `H~2~O`, `x^2^` */
function convertScripts(text: string): string {
  const masked = maskMath(text);
  const edits: TextEdit[] = [];
  for (const match of masked.matchAll(/(?<![\\^~[\](/])([\^~])((?:[^\s\\^~[\]()<>]|\\ ){1,60})\1(?![\^~])/g)) {
    const element = match[1] === "^" ? "sup" : "sub";
    edits.push({
      start: match.index,
      end: match.index + match[0].length,
      text: `<${element}>${match[2]?.replaceAll("\\ ", " ") ?? ""}</${element}>`,
    });
  }
  return applyTextEdits(text, edits);
}

/** Lines of verse, `| like this`, keep their ends. A table's rows end with a bar, or have a line of dashes under them. */
function convertLineBlocks(text: string): string {
  if (!/^\|[ \t]/m.test(text)) return text;
  const masked = maskCode(text, { comments: true }).split("\n");
  const lines = text.split("\n");
  const isTable = (index: number) => /^[|:+\s=-]+$/.test(masked[index] ?? "") && /--|\+=/.test(masked[index] ?? "");
  let inBlock = false;
  return lines
    .map((line, index) => {
      const seen = masked[index] ?? "";
      const isVerse = /^\|(?:[ \t]|$)/.test(seen) && !/\|[ \t]*$/.test(seen.slice(1)) && !isTable(index);
      const starts = isVerse && !inBlock && (masked[index - 1] ?? "").trim() === "" && !isTable(index + 1);
      inBlock = starts || (inBlock && isVerse);
      if (!inBlock) return line;
      const words = line
        .slice(1)
        .replace(/^[ \t]/, "")
        .replace(/^ +/, (spaces) => "&nbsp;".repeat(spaces.length));
      const goesOn = /^\|(?:[ \t]|$)/.test(masked[index + 1] ?? "");
      return goesOn ? `${words}<br>` : words;
    })
    .join("\n");
}

/** An image alone in its paragraph is a figure with its text as caption (`implicit_figures`). */
function captionImages(text: string): string {
  if (!text.includes("![")) return text;
  const masked = maskCode(text, { comments: true }).split("\n");
  const lines = text.split("\n");
  return lines
    .map((line, index) => {
      const isAlone = (masked[index - 1] ?? "").trim() === "" && (masked[index + 1] ?? "").trim() === "";
      const match = isAlone ? /^!\[([^\]]+)\]\(([^\s"'()]+)\)(\{[^{}]*\})?[ \t]*$/.exec(line) : null;
      const caption = (match?.[1] ?? "").replace(/(?:^|\s)(?:bg|[wh]:[\d.]+(?:px|%|em|rem|cm|mm|in|pt|vw|vh)?)(?=\s|$)/g, "").trim();
      // A title is plain text: one that is set in italics or holds math stays where it was.
      if (match === null || caption === "" || /[*_`[\]<$]/.test(caption) || /(?:^|\s)bg(?:\s|$)/.test(match[1] ?? "")) return line;
      return `![${match[1]}](${match[2]} "${caption.replaceAll('"', "&quot;")}")${match[3] ?? ""}`;
    })
    .join("\n");
}
