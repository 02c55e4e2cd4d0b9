import { createHash } from "node:crypto";
import { slideCores, type Deck } from "@/lib/deck";

/** A slide as the splitter sees it; offsets into the deck's text. */
export interface SlideText {
  /** Its own text without the blank lines around it, so that a move changes nothing of it. */
  readonly text: string;
  /** The offset its row holds on to: its first character; where it is empty, the line end that makes its place. */
  readonly start: number;
  /** Where its part of the text ends; the break after it belongs to the next slide. */
  readonly end: number;
  readonly textHash: string;
  /** Empty where it has no title. */
  readonly titleHash: string;
}

/** The slides of a deck, in order. */
export function readSlideTexts(deck: Deck): readonly SlideText[] {
  const cores = slideCores(deck);
  return deck.slides.map(({ range, title }, index) => {
    const { start, end } = cores[index] ?? range;
    const text = deck.source.slice(start, end);
    return {
      text,
      start: text === "" ? placeOfEmpty(range) : start,
      end: range.end,
      textHash: hashOf(text),
      titleHash: title === "" ? "" : hashOf(title),
    };
  });
}

/** An empty slide lives on its blank line; where it has none, on the line end of the break before it. */
function placeOfEmpty({ start, end }: { readonly start: number; readonly end: number }): number {
  return end > start ? start : Math.max(0, start - 1);
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("base64url");
}
