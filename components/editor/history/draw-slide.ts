import { drawDeck, type DrawDeckOptions, type DrawnDeck } from "@/components/editor/history/draw-deck";
import type { Deck } from "@/lib/deck";

/** A slide's text, and where it stood, from 0. */
export interface SlideAlone {
  readonly text: string;
  readonly position: number;
}

/** A deck's first slide looks like no other: before one that stood further back there is another. */
const oneBefore = "<!-- -->\n\n---\n\n";

/** One slide's text as a deck of its own, with the settings that the deck has now. */
export async function drawSlide({ text, position }: SlideAlone, deck: Deck, options: DrawDeckOptions): Promise<DrawnDeck> {
  const head = deck.frontMatter.range;
  const front = head === undefined ? "" : `${deck.source.slice(head.start, head.end).trimEnd()}\n\n`;
  const drawn = await drawDeck(`${front}${position === 0 ? "" : oneBefore}${text}`, options);
  return position === 0 ? drawn : { ...drawn, slides: drawn.slides.slice(1) };
}
