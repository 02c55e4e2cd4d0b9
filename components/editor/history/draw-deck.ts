import type { SlideViewSettings } from "@/components/slides/slide-shadow";
import { parseDeck, renderDeck, slideCores, type DiagramDrawing, type RenderOptions } from "@/lib/deck";
import { highlightersFor } from "@/lib/stage/grammars/highlighters";

/** A text as its slides look, for comparing. */
export interface DrawnDeck {
  readonly markdown: string;
  readonly slides: readonly DrawnSlide[];
  readonly css: string;
  readonly settings: SlideViewSettings;
  /** What stands in its front matter. */
  readonly frontMatter: string;
}

export interface DrawnSlide {
  readonly text: string;
  readonly title: string;
  readonly html: string;
}

export interface DrawDeckOptions {
  readonly resolveUrl: RenderOptions["resolveUrl"];
  /** What is drawn already; the others are drawn here. */
  readonly diagrams: ReadonlyMap<string, DiagramDrawing>;
}

/** Draws a whole text with its formulas, diagrams and colours. Heavy: reach this module with the history's panel alone. */
export async function drawDeck(markdown: string, { resolveUrl, diagrams }: DrawDeckOptions): Promise<DrawnDeck> {
  const deck = parseDeck(markdown);
  const drawings = new Map(diagrams);
  for (const diagram of deck.slides.flatMap(({ parts }) => parts.diagrams)) {
    if (drawings.has(diagram.hash)) continue;
    const { drawDiagram } = await import("@/lib/stage/diagrams/draw");
    drawings.set(diagram.hash, await drawDiagram(diagram));
  }
  const renderMath = deck.slides.some(({ parts }) => parts.math) ? (await import("@/lib/stage/math")).createMathRenderer() : undefined;
  const html = renderDeck(deck, { resolveUrl, renderMath, diagrams: drawings, highlighters: await highlightersFor(deck.slides) });
  const cores = slideCores(deck);
  const { theme, colorScheme, aspectRatio } = deck.settings;
  const head = deck.frontMatter.range;
  return {
    markdown,
    slides: deck.slides.map(({ title }, index) => ({
      text: deck.source.slice(cores[index]?.start ?? 0, cores[index]?.end ?? 0),
      title,
      html: html[index] ?? "",
    })),
    css: deck.css,
    settings: { theme, colorScheme, aspectRatio },
    frontMatter: head === undefined ? "" : deck.source.slice(head.start, head.end).trim(),
  };
}
