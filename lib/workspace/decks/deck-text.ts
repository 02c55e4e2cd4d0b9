import { appAddresses } from "@/lib/api/deck-addresses";
import type { DeckCover } from "@/lib/api/decks";
import type { DeckId } from "@/lib/api/ids";
import { maxTitleLength } from "@/lib/api/limits";
import type { FileWidths } from "@/lib/api/picture-sizes";
import { parseDeck, renderSlide, type Deck, type RenderOptions, type Slide } from "@/lib/deck";
import { highlightersFor } from "@/lib/stage/grammars/highlighters";
import { createMathRenderer } from "@/lib/stage/math";
import { readSearchedTexts, type SearchedText } from "@/lib/workspace/search/slide-index";
import { readSlideTexts, type SlideText } from "@/lib/workspace/slides/slide-text";

/** What lists, covers, search and slide rows need of a text; derived from it and from nothing else. */
export interface DerivedText {
  readonly title: string;
  readonly cover: DeckCover;
  readonly slides: readonly SlideText[];
  /** What is found of each of them. */
  readonly searched: readonly SearchedText[];
  readonly words: number;
}

/** What of a deck beside its text decides how its cover looks. */
export interface TextSurroundings {
  readonly deckId: DeckId;
  readonly files: FileWidths;
  /** What came of the diagrams on the cover. */
  readonly diagrams?: RenderOptions["diagrams"];
}

/** Lists show many covers, each on a small part of the screen. */
const coverWidth = 640;

/** Reads a deck's text once. The cover is its first slide that is not hidden, and never holds speaker notes. */
export async function deriveText(markdown: string, { deckId, files, diagrams }: TextSurroundings): Promise<DerivedText> {
  const deck = parseDeck(markdown);
  const coverSlide = coverSlideOf(deck);
  const highlighters = await highlightersFor(coverSlide ? [coverSlide] : []);
  const rendering = { resolveUrl: appAddresses(deckId, files, coverWidth), renderMath: createMathRenderer(), highlighters, diagrams };
  const { theme, colorScheme, aspectRatio } = deck.settings;
  return {
    title: [...deck.title].slice(0, maxTitleLength).join(""),
    cover: {
      html: coverSlide ? deckStyle(deck.css) + renderSlide(coverSlide, rendering) : "",
      theme,
      scheme: colorScheme,
      aspectRatio,
    },
    slides: readSlideTexts(deck),
    searched: readSearchedTexts(deck),
    words: deck.slides.reduce((sum, slide) => sum + slide.words, 0),
  };
}

/** Hashes of the diagrams on the cover. Most decks have none, and are not read for it. */
export function coverDiagrams(markdown: string): readonly string[] {
  if (!markdown.includes("mermaid")) return [];
  return coverSlideOf(parseDeck(markdown))?.parts.diagrams.map(({ hash }) => hash) ?? [];
}

function coverSlideOf(deck: Deck): Slide | undefined {
  return deck.slides.find((slide) => !slide.settings.hidden) ?? deck.slides[0];
}

/** The deck's own CSS, already scoped to slides; what could end the element early never comes out of the sanitizer. */
function deckStyle(css: string): string {
  return css === "" || css.includes("</") ? "" : `<style>${css}</style>`;
}
