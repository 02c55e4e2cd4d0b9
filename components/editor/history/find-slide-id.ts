import type { DeckSlides } from "@/lib/api/slides";
import { slideCores, type Deck } from "@/lib/deck";

/**
 * Which of the settled slides one of the live deck is: that with its text, at its place if it can be; while it is being
 * written in, that at its place. Undefined for one that has not settled yet.
 */
export function findSlideId(deck: Deck, index: number, { slides }: DeckSlides): string | undefined {
  const core = slideCores(deck)[index];
  const text = core === undefined ? "" : deck.source.slice(core.start, core.end);
  const equal = slides.filter((slide) => slide.text === text);
  return (equal.find(({ position }) => position === index) ?? equal[0] ?? slides.find(({ position }) => position === index))?.id;
}
