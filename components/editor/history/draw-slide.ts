import { drawDeck, type DrawDeckOptions, type DrawnDeck } from "@/components/editor/history/draw-deck";
import type { Deck } from "@/lib/deck";

/** One slide's text as a deck of its own, with the settings that the deck has now. */
export function drawSlide(text: string, deck: Deck, options: DrawDeckOptions): Promise<DrawnDeck> {
  const head = deck.frontMatter.range;
  return drawDeck(head === undefined ? text : `${deck.source.slice(head.start, head.end).trimEnd()}\n\n${text}`, options);
}
