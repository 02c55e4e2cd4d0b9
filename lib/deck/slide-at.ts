import type { Deck } from "./deck";

/**
 * Index of the slide that an offset of the source stands in. A break's line belongs to the slide after it, the start
 * of a slide to that slide, front matter to the first one.
 */
export function slideAt({ slides }: Pick<Deck, "slides">, offset: number): number {
  let low = 0;
  let high = slides.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((slides[middle]?.range.end ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
