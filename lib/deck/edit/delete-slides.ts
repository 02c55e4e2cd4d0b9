import type { Deck, TextEdit } from "@/lib/deck/deck";
import { arrangeSlides } from "./arrange";
import { keptParts, knownIndexes } from "./kept-parts";

/**
 * Takes slides out. What others inherit or use of them stays: settings, link and footnote definitions, the deck's style.
 * A deck without slides is one empty slide.
 */
export function deleteSlides(deck: Deck, indexes: readonly number[]): TextEdit[] {
  const chosen = new Set(knownIndexes(deck, indexes));
  if (chosen.size === 0) return [];
  return arrangeSlides(
    deck,
    keptParts(deck).filter((_, index) => !chosen.has(index)),
  );
}
