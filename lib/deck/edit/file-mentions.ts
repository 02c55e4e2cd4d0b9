import type { Deck, TextEdit } from "@/lib/deck/deck";
import { deckFilePath } from "@/lib/deck/file-path";
import { languageFor } from "@/lib/deck/language";

/** An address in the text that means a file of the deck. */
export interface FileMention {
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

/**
 * What an address stands behind: the bracket of a link or picture, of CSS, or the sign of an attribute, a setting or a
 * definition. Prose that happens to say a file's name is no mention of it.
 */
const addressPattern = /(?<=[(:][ \t]*<)[^<>\n]+(?=>)|(?<=[("'=]|[:,][ \t]*)[^\s()<>"'`]+/g;

/** Every address in the text that may mean a file of the deck, in order; code is left out. */
export function fileMentions(deck: Deck): readonly FileMention[] {
  const code = codeStretches(deck);
  return [...deck.source.matchAll(addressPattern)].flatMap(({ 0: address, index: start }) => {
    const path = deckFilePath(address);
    if (path === undefined || code.some((stretch) => start >= stretch.start && start < stretch.end)) return [];
    return [{ path, start, end: start + address.length }];
  });
}

/** Has the text name a file by another path, wherever it names it; what stands behind the path (`?`, `#`) stays. */
export function renameFile(deck: Deck, from: string, to: string): TextEdit[] {
  return fileMentions(deck)
    .filter(({ path }) => path === from)
    .map(({ start, end }) => ({ start, end, text: to + (/[?#].*$/.exec(deck.source.slice(start, end))?.[0] ?? "") }));
}

/** Blocks of code: what they say is what they show. */
function codeStretches(deck: Deck): readonly { readonly start: number; readonly end: number }[] {
  const language = languageFor(deck.settings);
  return deck.slides.flatMap(({ range }) => {
    let offset = range.start;
    return language.lexBlocks(deck.source.slice(range.start, range.end)).flatMap((token) => {
      const start = offset;
      offset += token.raw.length;
      return token.type === "code" ? [{ start, end: offset }] : [];
    });
  });
}
