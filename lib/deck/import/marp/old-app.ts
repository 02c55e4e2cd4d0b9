import type { TextEdit } from "@/lib/deck/deck";
import { applyTextEdits } from "@/lib/deck/edits";
import { countLines } from "@/lib/deck/import/evidence";
import { maskCode } from "@/lib/deck/import/masked-text";
import type { SourceText } from "@/lib/deck/import/source-text";

/** Whether a deck is for the app that Marp was before 2018, by its directives. */
export function isOldMarp({ lines }: SourceText): boolean {
  return countLines(lines, /<!--\s*(?:\$(?:theme|size|width|height|prerender)|\*?(?:page_number|template)):/) > 0;
}

/** The app marked words with `==…==`, sized pictures by a bare share and set them in the middle. */
export function convertOldMarkdown(text: string): string {
  const masked = maskCode(text, { comments: true });
  const marks = [...masked.matchAll(/(?<![=\w])==(?![\s=])([^=\n]{1,500}?)(?<![\s=])==(?![=\w])/g)].map(({ index, 0: whole }): TextEdit => {
    const end = index + whole.length;
    return { start: index, end, text: `<mark>${text.slice(index + 2, end - 2)}</mark>` };
  });
  const pictures = [...masked.matchAll(/^!\[((?:\d+%|center)(?:[ \t]+(?:\d+%|center))?)\](\([^()\n]*\))[ \t]*$/gm)].map((match): TextEdit => {
    const share = /\d+%/.exec(match[1] ?? "")?.[0];
    const picture = `![${share === undefined ? "" : `w:${share}`}]${match[2] ?? ""}`;
    const written = match[1]?.includes("center") === true ? `::: center\n\n${picture}\n\n:::` : picture;
    return { start: match.index, end: match.index + match[0].length, text: written };
  });
  return applyTextEdits(
    text,
    [...marks, ...pictures].toSorted((a, b) => a.start - b.start),
  );
}
