import type { Deck, Slide, SourceRange } from "@/lib/deck/deck";
import { lineStarts, rangeOf, readPositions } from "@/lib/deck/positions";
import { toSourceRange } from "@/lib/deck/source-notice";

/** Makes ranges of the deck's source from offsets into a slide's own text. */
export function slideRangesOf(deck: Deck): (slide: Slide, start: number, end: number) => SourceRange {
  const positions = readPositions(deck.source);
  const starts = lineStarts(positions.text);
  return (slide, start, end) => {
    const offset = positions.differs ? readPositions(deck.source.slice(0, slide.range.start)).text.length : slide.range.start;
    return toSourceRange(rangeOf(starts, offset + start, offset + end), positions);
  };
}
