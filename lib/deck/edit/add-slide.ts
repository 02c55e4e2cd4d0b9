import type { Deck, TextEdit } from "@/lib/deck/deck";
import { arrangeSlides } from "./arrange";
import { keptParts } from "./kept-parts";

/** Adds a slide so that it stands at `index` (0: before all others), empty or with this text. */
export function addSlide(deck: Deck, index: number, text = ""): TextEdit[] {
  return addSlides(deck, index, [text]);
}

/** Adds slides with these texts so that the first of them stands at `index`. */
export function addSlides(deck: Deck, index: number, texts: readonly string[]): TextEdit[] {
  return arrangeSlides(deck, keptParts(deck).toSpliced(index, 0, ...texts.map((text) => ({ kind: "new", text: text.trim() }) as const)));
}
