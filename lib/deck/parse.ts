import { renderInputOf } from "./assemble";
import { createDeckCompiler } from "./compiler";
import type { Deck, RenderOptions, Slide } from "./deck";
import { renderContent, wrapSection } from "./render";

/** Reads a whole deck. Never throws: what can't be read is kept as text and named in the notices. */
export function parseDeck(source: string): Deck {
  return createDeckCompiler().update(source).deck;
}

/** One slide as `<section class="slide" …>…</section>`, sanitised, without speaker notes. */
export function renderSlide(slide: Slide, options: RenderOptions = {}): string {
  const { text, textHash, context, number } = renderInputOf(slide);
  return wrapSection(renderContent(text, textHash, context, options), slide, { number, textHash, fit: options.fit?.get(slide.hash) });
}

/** All slides, in order; hidden ones too: whoever shows them leaves those out. */
export function renderDeck(deck: Deck, options: RenderOptions = {}): string[] {
  return deck.slides.map((slide) => renderSlide(slide, options));
}

/** Index of the slide that an offset of the source stands in; one on a break line belongs to the slide after it. */
export function slideAt(deck: Deck, offset: number): number {
  const after = deck.slides.findIndex((slide) => offset <= slide.range.end);
  return after === -1 ? deck.slides.length - 1 : after;
}
