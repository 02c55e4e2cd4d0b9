import type { Token } from "marked";
import { renderInputOf } from "@/lib/deck/slide-data";
import type { Deck } from "@/lib/deck/deck";
import { languageFor, type LanguageOptions } from "@/lib/deck/language";
import { isNotesHeading } from "@/lib/deck/separate-notes";

const styleElement = /<style\b([^>]*)>[\s\S]*?<\/style\s*>/gi;

/**
 * What other slides need of one that goes: link and footnote definitions that they use and don't have, and style that
 * holds for the whole deck. As text, by the index of the slide that goes.
 */
export function leftBehind(deck: Deck, gone: ReadonlySet<number>): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  const sources = deck.slides.map((slide) => renderInputOf(slide).source);
  const used = new Set<string>();
  const known = new Set<string>();
  sources.forEach((source, index) => {
    if (gone.has(index)) return;
    for (const label of source.labels) used.add(label);
    for (const label of source.definitions.keys()) known.add(label);
    for (const label of source.footnotes.keys()) known.add(`^${label.toLowerCase()}`);
  });
  const isNeeded = (label: string) => used.has(label) && !known.has(label);
  for (const index of gone) {
    const source = sources[index];
    const slide = deck.slides[index];
    if (source === undefined || slide === undefined) continue;
    const hasDefinitions =
      [...source.definitions.keys()].some(isNeeded) || [...source.footnotes.keys()].some((label) => isNeeded(`^${label.toLowerCase()}`));
    if (!hasDefinitions && source.styles.trim() === "") continue;
    const tokens = languageFor(deck.settings).lexBlocks(deck.source.slice(slide.range.start, slide.range.end));
    const kept = tokens.flatMap((token) => keptOf(token, isNeeded));
    if (kept.length > 0) found.set(index, kept.join("\n\n"));
  }
  return found;
}

function keptOf(token: Token, isNeeded: (label: string) => boolean): string[] {
  if (token.type === "def") return isNeeded(String(token.tag)) ? [token.raw.trim()] : [];
  if (token.type === "footnoteDefinition") return isNeeded(`^${String(token.label).toLowerCase()}`) ? [token.raw.trim()] : [];
  if (token.type !== "html") return [];
  return [...token.raw.matchAll(styleElement)].flatMap(([element, attributes = ""]) => (/\bscoped\b/i.test(attributes) ? [] : [element]));
}

/** Where a slide's shown text ends: speaker notes run from there to its end. */
export function endOfShown(text: string, options: LanguageOptions): number {
  let offset = 0;
  for (const token of languageFor(options).lexBlocks(text)) {
    if (token.type === "notesSeparator" || isNotesHeading(token)) return offset;
    offset += token.raw.length;
  }
  return text.length;
}
