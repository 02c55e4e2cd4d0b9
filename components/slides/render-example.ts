import type { SlideViewSettings } from "@/components/slides/slide-shadow";
import { parseDeck, renderDeck, type RenderOptions } from "@/lib/deck";
import { examplePicture } from "@/lib/deck/reference";

/** An example of the reference as SlideView takes it; plain data, so that a server can hand it to a page. */
export interface RenderedExample {
  readonly slides: readonly { readonly html: string; readonly fragments: number; readonly isHidden: boolean }[];
  /** Its diagrams show as their source, or its code plain, until `drawExample` has drawn them. */
  readonly isUndrawn: boolean;
  readonly css: string;
  readonly settings: SlideViewSettings;
}

/** Shows pictures that come with the examples; nothing is fetched for them. */
export const resolveExampleUrl: NonNullable<RenderOptions["resolveUrl"]> = (url, kind) =>
  kind === "link" ? url : (examplePicture(url) ?? (url.startsWith("data:") ? url : undefined));

/** Renders an example's deck with the product's own language. */
export function renderExample(markdown: string, render: RenderOptions = {}): RenderedExample {
  const deck = parseDeck(markdown);
  const { theme, colorScheme, aspectRatio } = deck.settings;
  const html = renderDeck(deck, { resolveUrl: resolveExampleUrl, ...render });
  return {
    slides: deck.slides.map((slide, index) => ({ html: html[index] ?? "", fragments: slide.fragments, isHidden: slide.settings.hidden })),
    isUndrawn: deck.slides.some(
      ({ parts }) =>
        parts.diagrams.some(({ hash }) => !render.diagrams?.has(hash)) || parts.languages.some((language) => !render.highlighters?.has(language)),
    ),
    css: deck.css,
    settings: { theme, colorScheme, aspectRatio },
  };
}
