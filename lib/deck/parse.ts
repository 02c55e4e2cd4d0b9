import { createDeckCompiler } from "./compiler";
import type { Deck, RenderOptions, Slide } from "./deck";
import { renderContent, wrapSection } from "./render";
import { renderInputOf } from "./slide-data";

/** Reads a whole deck. Never throws: what can't be read is kept as text and named in the notices. */
export function parseDeck(source: string): Deck {
  return createDeckCompiler().update(source).deck;
}

/** One slide as `<section class="slide" …>…</section>`, sanitised, without speaker notes. */
export function renderSlide(slide: Slide, options: RenderOptions = {}): string {
  const input = renderInputOf(slide);
  return wrapSection(renderContent(input, options), slide, {
    number: input.number,
    page: input.page,
    textHash: input.textHash,
    fit: options.fit?.get(slide.hash),
    resolveUrl: options.resolveUrl,
  });
}

/** All slides, in order; hidden ones too: whoever shows them leaves those out. */
export function renderDeck(deck: Deck, options: RenderOptions = {}): string[] {
  return deck.slides.map((slide) => renderSlide(slide, options));
}

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
