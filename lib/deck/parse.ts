import { drawChart } from "./chart-drawer";
import { createDeckCompiler } from "./compiler";
import type { Deck, RenderOptions, Slide } from "./deck";
import { describeDiagram } from "./diagram-describer";
import { emojiOf } from "./emoji-namer";
import { deckLinter } from "./linter";
import { encodeQr } from "./qr-encoder";
import { renderContent, wrapSection } from "./render";
import { placeOf, renderInputOf } from "./slide-data";
import { deckStyler } from "./styler";

/** Nothing comes late where a deck is read and rendered at once. */
const complete: RenderOptions = { styler: deckStyler, linter: deckLinter, drawChart, encodeQr, emojiOf, describeDiagram };

const none: RenderOptions = {};

/** Reads a whole deck. Never throws: what can't be read is kept as text and named in the notices. */
export function parseDeck(source: string): Deck {
  return createDeckCompiler(complete).update(source).deck;
}

/** One slide as `<section class="slide" …>…</section>`, sanitised, without speaker notes. */
export function renderSlide(slide: Slide, given: RenderOptions = none): string {
  return render(slide, completed(given));
}

/** All slides, in order; hidden ones too: whoever shows them leaves those out. */
export function renderDeck(deck: Deck, given: RenderOptions = none): string[] {
  const options = completed(given);
  return deck.slides.map((slide) => render(slide, options));
}

function completed(given: RenderOptions): RenderOptions {
  return given === none ? complete : { ...complete, ...given };
}

function render(slide: Slide, options: RenderOptions): string {
  return wrapSection(renderContent(renderInputOf(slide), options), slide, placeOf(slide), options);
}
