import type { Deck } from "@/lib/deck/deck";

/** A slide's text without the blank lines around it: what belongs to the slide wherever it stands. */
export interface SlideCore {
  readonly start: number;
  readonly end: number;
}

/** The core of every slide, in order. What lies between two of them is the break with its blank lines. */
export function slideCores(deck: Deck): readonly SlideCore[] {
  return deck.slides.map(({ range }) => coreOf(deck.source.slice(range.start, range.end), range.start));
}

function coreOf(text: string, offset: number): SlideCore {
  if (text.trim() === "") {
    // An empty slide stands on the line after its break.
    const at = offset + Math.min(text.indexOf("\n") + 1, text.length);
    return { start: at, end: at };
  }
  // Blank lines go, the indent of the first line stays: it may be code.
  const lead = /^(?:[^\S\n]*\n)*/.exec(text)?.[0].length ?? 0;
  return { start: offset + lead, end: offset + text.trimEnd().length };
}
