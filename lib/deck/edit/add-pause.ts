import type { Deck } from "@/lib/deck/deck";
import { languageFor, type LanguageOptions } from "@/lib/deck/language";
import type { CaretEdit } from "./add-notes";
import { closingOf } from "./open-block";
import { slideCores } from "./slide-cores";

const pause = ". . .";

/** A pause (`. . .`) behind the block that holds an offset: what follows appears with the next step. */
export function addPause(deck: Deck, offset: number): CaretEdit | undefined {
  const index = deck.slides.findIndex(({ range }) => offset >= range.start && offset <= range.end);
  const core = slideCores(deck)[index];
  if (core === undefined) return undefined;
  const text = deck.source.slice(core.start, core.end);
  const at = core.start + blockEnd(text, Math.min(Math.max(0, offset - core.start), text.length), deck.settings);
  const closing = at === core.end ? closingOf(text, deck.settings) : "";
  if (closing === undefined) return undefined;
  const before = `${closing}${text === "" ? "" : "\n\n"}`;
  const inserted = `${before}${pause}`;
  return { edits: [{ start: at, end: at, text: inserted }], caret: at + inserted.length };
}

/** Where the block at an offset ends; of blank lines, the block before them. */
function blockEnd(text: string, offset: number, options: LanguageOptions): number {
  let at = 0;
  let end = 0;
  for (const token of languageFor(options).lexBlocks(text)) {
    if (at > offset) break;
    if (token.type !== "space") end = at + token.raw.trimEnd().length;
    at += token.raw.length;
  }
  return end;
}
