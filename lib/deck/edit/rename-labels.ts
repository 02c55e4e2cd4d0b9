import { applyTextEdits } from "@/lib/deck/edits";
import type { TextEdit } from "@/lib/deck/deck";
import { languageFor, type LanguageOptions } from "@/lib/deck/language";

/** Fences and spans of code: what they say is what they show. None goes on for ever, nor does the search for its end. */
const codePattern = /(?<!`)(`+)(?!`)[\s\S]{0,10000}?(?<!`)\1(?!`)/g;
const bracketPattern = /\[([^[\]]{1,999})\]/g;

/** What stands in brackets in a text, as labels are compared: lower case, each space one. */
export function labelsIn(text: string): readonly string[] {
  return [...text.matchAll(bracketPattern)].map(([, label = ""]) => normalized(label));
}

/** Has a slide's text call links and footnotes by other labels, where it defines and where it names them; what it shows stays. */
export function renameLabels(text: string, names: ReadonlyMap<string, string>, options: LanguageOptions): string {
  if (names.size === 0) return text;
  const code = codeIn(text, options);
  const edits = [...text.matchAll(bracketPattern)].flatMap(({ 0: bracket, 1: label = "", index: start }): TextEdit[] => {
    const name = names.get(normalized(label));
    if (name === undefined || code.some((stretch) => start >= stretch.start && start < stretch.end)) return [];
    return renameAt(text, { start, end: start + bracket.length }, name);
  });
  return applyTextEdits(text, edits);
}

function renameAt(text: string, { start, end }: { readonly start: number; readonly end: number }, name: string): TextEdit[] {
  const isLabel = name.startsWith("^") || text[start - 1] === "]" || isDefinition(text, start, end);
  if (isLabel) return [{ start, end, text: `[${name}]` }];
  // `[text](address)` and `[text][label]` are called by nothing that stands here.
  if (text[end] === "(" || (text[end] === "[" && text[end + 1] !== "]")) return [];
  // `[label][]` or `[label]`: it is what shows, too.
  return [{ start: end, end: text[end] === "[" ? end + 2 : end, text: `[${name}]` }];
}

function isDefinition(text: string, start: number, end: number): boolean {
  return text[end] === ":" && /(?:^|\n) {0,3}$/.test(text.slice(Math.max(0, start - 4), start));
}

function codeIn(text: string, options: LanguageOptions): readonly { readonly start: number; readonly end: number }[] {
  let offset = 0;
  return languageFor(options)
    .lexBlocks(text)
    .flatMap(({ type, raw }) => {
      const start = offset;
      offset += raw.length;
      if (type === "code") return [{ start, end: offset }];
      return [...raw.matchAll(codePattern)].map(({ 0: span, index }) => ({ start: start + index, end: start + index + span.length }));
    });
}

function normalized(label: string): string {
  return label.toLowerCase().replace(/\s+/g, " ").trim();
}
