import type { Deck } from "@/lib/deck/deck";
import type { Part } from "./arrange";

/** All slides as they stand. */
export function keptParts(deck: Deck): readonly Part[] {
  return deck.slides.map((_, index) => ({ kind: "kept", index }));
}

/** Indexes that the deck has, each once, in order. */
export function knownIndexes(deck: Deck, indexes: readonly number[]): readonly number[] {
  return [...new Set(indexes)].filter((index) => deck.slides[index] !== undefined).toSorted((a, b) => a - b);
}
