import type { ColorScheme, Deck, RenderOptions } from "@/lib/deck";
import type { StageAssets } from "@/lib/stage/assets";
import { describeDeck, documentHead } from "@/lib/stage/head";
import { attributes, escapeHtml, inertJson, policyHash } from "@/lib/stage/html";
import { highlightersFor } from "@/lib/stage/grammars/highlighters";
import { createMathRenderer, maxDocumentTexUnits } from "@/lib/stage/math";
import { leaveOutRequests, withoutAddresses } from "@/lib/stage/left-out";
import { inlineParts, linkedParts } from "@/lib/stage/parts";
import { remoteTemplate } from "@/lib/stage/remote-template";
import { keepNaturalWidths } from "@/lib/stage/natural-widths";
import { renderNotes } from "@/lib/stage/notes";
import { stageSlides } from "@/lib/stage/slides";
import { schemeOf, themeNamed } from "@/lib/themes";

/**
 * `public`: for anybody with the link. `present`: the stage of somebody who may present. `file`: all in one, opens
 * from disk and asks for nothing. `print`: every slide, no script. `cover`: the first slide alone, no script.
 */
export const stageModes = ["public", "present", "file", "print", "cover"] as const;
export type StageMode = (typeof stageModes)[number];

export interface DocumentOptions {
  readonly deck: Deck;
  readonly mode: StageMode;
  readonly assets: StageAssets;
  /** Fit step in percent by slide hash, as measured with the same theme and fonts. */
  readonly fits?: ReadonlyMap<string, number>;
  readonly diagrams?: RenderOptions["diagrams"];
  readonly resolveUrl?: RenderOptions["resolveUrl"];
  /** Speaker notes for the presenter's desk. No public, printed or cover page ever has them, whatever is asked. */
  readonly notes?: boolean;
  /** Instead of what the deck's front matter says. */
  readonly theme?: string;
  readonly scheme?: ColorScheme;
  /** Slides (of those shown, from 0) that give way to a sentence: they broke what was to be made of the deck. */
  readonly replaced?: ReadonlyMap<number, string>;
  /** Only so many of the slides that are shown: no byte of the later ones is in the document. */
  readonly reach?: number | undefined;
  /** Without so many of the first slides: what is added to a page that has them. */
  readonly from?: number | undefined;
  /** It is asked for as a document of cards, which a public page has no style for else. */
  readonly isRead?: boolean;
  /** What the player has to know of where the document stands, as `data-` attributes of the stage. */
  readonly data?: Readonly<Record<string, string | number | undefined>>;
  /** The address that makes a phone the remote; a stage carries it as a code to scan. */
  readonly remoteUrl?: string;
  readonly title?: string;
  readonly description?: string;
  readonly canonicalUrl?: string;
  /** A picture of the first slide, and what describes the page to those that embed it. */
  readonly pictureUrl?: string;
  readonly oembedUrl?: string;
}

export interface StageDocument {
  readonly html: string;
  /** `sha256-…` of every script and style element in it, for the policy that it is served with. */
  readonly scriptHashes: readonly string[];
  readonly styleHashes: readonly string[];
  readonly slideCount: number;
  /** Addresses of pictures and films that a file could not hold. */
  readonly leftOut: readonly string[];
}

/** One complete HTML document. Its first slide reads before any script runs, and all of them without one. */
export async function renderDocument(options: DocumentOptions): Promise<StageDocument> {
  const { deck, mode, assets, fits, diagrams } = options;
  const theme = themeNamed(options.theme ?? deck.settings.theme);
  const scheme = schemeOf(theme, options.scheme ?? deck.settings.colorScheme);
  const quiet = mode === "file" ? leaveOutRequests(options.resolveUrl) : undefined;
  const rendering: RenderOptions = {
    resolveUrl: quiet?.resolveUrl ?? options.resolveUrl,
    diagrams,
    renderMath: createMathRenderer({ maxUnits: maxDocumentTexUnits }),
    highlighters: await highlightersFor(deck.slides),
    fit: fitsOfDrawn(deck, fits, diagrams),
    scheme: scheme === "dark" ? "dark" : "light",
  };
  const staged = stageSlides(deck, rendering, {
    only: mode === "cover" ? "first" : undefined,
    replaced: options.replaced,
    reach: options.reach,
    from: options.from,
    withPlan: mode === "present" || mode === "file",
  });
  const sections = quiet ? staged.html.map(quiet.replace) : staged.html;
  const css = quiet ? withoutAddresses(staged.css) : staged.css;
  const withNotes = options.notes === true && (mode === "present" || mode === "file");
  const noteHtml = withNotes ? staged.slides.map((slide) => keepNaturalWidths(renderNotes(slide.notes, rendering))) : [];
  const notesData = inertJson(quiet ? noteHtml.map(quiet.replace) : noteHtml);
  const notes = withNotes ? `<script type="application/json" id="stage-notes">${notesData}</script>\n` : "";

  const stage = attributes({
    class: "stage deck",
    "data-mode": mode,
    "data-theme": theme,
    "data-scheme": scheme,
    "data-aspect": deck.settings.aspectRatio,
    "data-transition": deck.settings.transition ?? "fade",
    "data-duration": deck.settings.durationS,
    "data-reach": options.reach,
    "data-from": options.from,
    "data-total": options.reach === undefined ? undefined : staged.total,
    ...Object.fromEntries(Object.entries(options.data ?? {}).map(([name, value]) => [`data-${name}`, value])),
  });
  const frames = sections.map((section) => `<div class="frame">${section}</div>`).join("\n");
  const nothing = sections.length === 0 ? '<p class="stage-empty">There is no slide to show: all of them are hidden.</p>' : "";
  const body = `<main${stage}>\n${frames}${nothing}\n</main>\n`;

  const remote = mode === "present" && options.remoteUrl !== undefined ? `${remoteTemplate(options.remoteUrl)}\n` : "";

  const parts =
    mode === "file"
      ? inlineParts(assets, theme, { css, text: body + notes })
      : linkedParts(assets, theme, { css, text: body + notes, script: scriptOf(mode), isRead: options.isRead ?? false });
  const [scriptHashes, styleHashes] = await Promise.all([Promise.all(parts.scripts.map(policyHash)), Promise.all(parts.styles.map(policyHash))]);
  const title = options.title ?? deck.title;
  const head = documentHead({
    title,
    description: options.description ?? describeDeck(deck, staged.slides.length),
    author: deck.settings.author,
    canonicalUrl: options.canonicalUrl,
    pictureUrl: options.pictureUrl,
    oembedUrl: options.oembedUrl,
    policy: mode === "file" ? filePolicy(scriptHashes, styleHashes) : undefined,
  });
  const html = `<!doctype html>
<html lang="${escapeHtml(languageTag(deck.settings.lang))}">
<head>
${head}${parts.head}</head>
<body>
${body}${notes}${remote}${parts.end}</body>
</html>
`;
  return { html, scriptHashes, styleHashes, slideCount: staged.slides.length, leftOut: quiet?.leftOut() ?? [] };
}

function scriptOf(mode: StageMode): "public" | "presenter" | undefined {
  if (mode === "present") return "presenter";
  return mode === "public" ? "public" : undefined;
}

/** Slides were measured with their diagrams: one that still shows a diagram's source is measured where it is shown. */
function fitsOfDrawn(deck: Deck, fits: DocumentOptions["fits"], diagrams: DocumentOptions["diagrams"]): DocumentOptions["fits"] {
  const waiting = deck.slides.filter((slide) => slide.parts.diagrams.some(({ hash }) => diagrams?.has(hash) !== true));
  if (!fits || waiting.length === 0) return fits;
  const drawn = new Map(fits);
  for (const { hash } of waiting) drawn.delete(hash);
  return drawn;
}

/** Nothing is fetched, whatever a slide holds, before somebody clicks the card of a film; scripts and styles are those that we put in. */
function filePolicy(scriptHashes: readonly string[], styleHashes: readonly string[]): string {
  const quoted = (hashes: readonly string[]) => hashes.map((hash) => `'${hash}'`).join(" ");
  return [
    "default-src 'none'",
    `script-src ${quoted(scriptHashes)}`,
    `style-src ${quoted(styleHashes)}`,
    "style-src-attr 'unsafe-inline'",
    "img-src data:",
    "media-src data:",
    "font-src data:",
    "frame-src https://www.youtube-nocookie.com https://player.vimeo.com",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

/** A language that a browser can make something of. */
function languageTag(lang: string): string {
  return /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(lang) ? lang : "en";
}
