import type { TextEdit } from "@/lib/deck/deck";
import { blot, maskCode } from "@/lib/deck/import/masked-text";
import { applyTextEdits } from "@/lib/deck/edits";

/** A key as it is written, with its sign. */
export const key = "@[A-Za-z][\\w:-]+(?:\\.\\w+)*";

/** `@doe2020`, wherever it stands; a handle in an address or behind a word is none. */
export const citation = new RegExp(`(?<![\\w\\\\@./])${key}(?![\\w@])`, "g");
/** `[see @doe2020, p. 3; -@roe]` */
const group = new RegExp(`\\[([^[\\]\\n]*?-?${key}[^[\\]\\n]*)\\](?![[{:])`, "g");
/** Somebody's handle, most of all. */
const linkText = /\[[^[\]\n]*\](?=\()/g;

/** What Quarto numbers: figures, tables, sections and their like (`@fig-plot`). They are in no bibliography. */
export const crossReference = /@(?:fig|tbl|sec|eq|lst|thm|lem|cor|prp|cnj|def|exm|exr|alg|nte|tip|wrn|imp|cau)-/;

function isCrossReference(written: string): boolean {
  return new RegExp(`^${crossReference.source}`).test(written);
}

/**
 * Citations by their keys, in round brackets where Pandoc sets them so: `[see @doe2020, p. 3]` is (see doe2020, p. 3).
 * For decks that name a bibliography; without one Pandoc shows a citation as it is written.
 */
export function convertCitations(text: string): string {
  if (!text.includes("@")) return text;
  const masked = maskCode(text, { comments: true }).replace(linkText, (link) => blot.repeat(link.length));
  const groups = [...masked.matchAll(group)].filter(([, inside = ""]) => inside.split(";").every(isCitation));
  const edits = groups.flatMap(({ index, 0: whole }): TextEdit[] => [
    { start: index, end: index + 1, text: "(" },
    { start: index + whole.length - 1, end: index + whole.length, text: ")" },
  ]);
  for (const { index, 0: whole } of masked.matchAll(citation)) {
    // The sign before it leaves the author out, whose name isn't known here.
    const isBare = masked[index - 1] === "-" && /[[;\s]/.test(masked[index - 2] ?? "");
    if (!isCrossReference(whole)) edits.push({ start: isBare ? index - 1 : index, end: index + 1, text: "" });
  }
  return applyTextEdits(
    text,
    edits.toSorted((a, b) => a.start - b.start),
  );
}

function isCitation(part: string): boolean {
  const [first] = part.match(citation) ?? [];
  return first !== undefined && !isCrossReference(first);
}
