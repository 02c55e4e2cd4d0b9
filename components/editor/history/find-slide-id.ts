import type { DeckSlides } from "@/lib/api/slides";
import { slideCores, type Deck } from "@/lib/deck";

/**
 * Which of the settled slides each one of the live deck is: that with its text, at its place if it can be; while it is being
 * written in, that at its place. Undefined for one that has not settled yet. Nobody's id is given twice.
 */
export function findSlideIds(deck: Deck, { slides }: DeckSlides): readonly (string | undefined)[] {
  const texts = slideCores(deck).map(({ start, end }) => deck.source.slice(start, end));
  const ids: (string | undefined)[] = texts.map(() => undefined);
  const free = new Map(slides.map((slide) => [slide.position, slide]));
  const take = (index: number, slide: DeckSlides["slides"][number] | undefined) => {
    if (slide === undefined || ids[index] !== undefined || !free.delete(slide.position)) return;
    ids[index] = slide.id;
  };
  for (const [index, text] of texts.entries()) if (free.get(index)?.text === text) take(index, free.get(index));
  const waiting = new Map<string, DeckSlides["slides"]>();
  for (const slide of free.values()) waiting.set(slide.text, [...(waiting.get(slide.text) ?? []), slide]);
  for (const [index, text] of texts.entries()) if (ids[index] === undefined) take(index, waiting.get(text)?.shift());
  for (const index of texts.keys()) take(index, free.get(index));
  return ids;
}
