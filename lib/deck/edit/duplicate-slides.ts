import type { Deck, TextEdit } from "@/lib/deck/deck";
import { arrangeSlides } from "./arrange";
import { keptParts, knownIndexes } from "./kept-parts";

/** Puts copies of the slides, in their order, behind the last of them. */
export function duplicateSlides(deck: Deck, indexes: readonly number[]): TextEdit[] {
  const chosen = knownIndexes(deck, indexes);
  const last = chosen.at(-1);
  if (last === undefined) return [];
  return arrangeSlides(deck, keptParts(deck).toSpliced(last + 1, 0, ...chosen.map((index) => ({ kind: "copy", index }) as const)));
}
