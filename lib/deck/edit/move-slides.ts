import type { Deck, TextEdit } from "@/lib/deck/deck";
import { arrangeSlides, type Part } from "./arrange";
import { keptParts, knownIndexes } from "./kept-parts";

/**
 * Moves slides, in their order, so that the first of them stands at index `to` of the deck without them. Settings that
 * a moved slide gave to those after it stay with those; what it inherited itself it takes along.
 */
export function moveSlides(deck: Deck, indexes: readonly number[], to: number): TextEdit[] {
  const chosen = knownIndexes(deck, indexes);
  const rest = keptParts(deck).filter((_, index) => !chosen.includes(index));
  const place = Math.min(Math.max(0, to), rest.length);
  const parts = rest.toSpliced(place, 0, ...chosen.map((index): Part => ({ kind: "copy", index })));
  const isSame = parts.every((part, index) => part.kind !== "new" && part.index === index);
  return isSame ? [] : arrangeSlides(deck, parts);
}

/** The place for `moveSlides` that puts the slides before the one that now stands at `index`; its length means the end. */
export function placeBefore(deck: Deck, indexes: readonly number[], index: number): number {
  const chosen = new Set(knownIndexes(deck, indexes));
  return deck.slides.slice(0, index).filter((_, at) => !chosen.has(at)).length;
}
