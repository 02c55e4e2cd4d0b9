import type { DeckCover } from "@/lib/api/decks";
import { maxTitleLength } from "@/lib/api/limits";
import { parseDeck, renderSlide } from "@/lib/deck";

/** What lists, covers and search need of a text; derived from it and from nothing else. */
export interface DerivedText {
  readonly title: string;
  readonly cover: DeckCover;
  readonly slides: number;
  readonly words: number;
}

/** Reads a deck's text once. The cover is its first slide that is not hidden, and never holds speaker notes. */
export function deriveText(markdown: string): DerivedText {
  const deck = parseDeck(markdown);
  const coverSlide = deck.slides.find((slide) => !slide.settings.hidden) ?? deck.slides[0];
  const { theme, colorScheme, aspectRatio } = deck.settings;
  return {
    title: [...deck.title].slice(0, maxTitleLength).join(""),
    cover: { html: coverSlide ? renderSlide(deck, coverSlide, {}) : "", theme, scheme: colorScheme, aspectRatio },
    slides: deck.slides.length,
    words: deck.slides.reduce((sum, slide) => sum + slide.words, 0),
  };
}
