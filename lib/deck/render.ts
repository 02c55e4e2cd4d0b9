import type { Token } from "marked";
import type { AspectRatio, RenderOptions, Slide, SlideParts, SlideSettings } from "./deck";
import { drawAlertIcons } from "./decorate/alert-icons";
import { arrangeContent, prefixOwnLinks } from "./decorate/layout";
import { liftBackgrounds } from "./decorate/backgrounds";
import { drawCharts } from "./decorate/chart";
import { placeDiagrams } from "./decorate/diagrams";
import { fitHeadings } from "./decorate/fit-headings";
import { placeFootnotes } from "./decorate/footnotes";
import { highlightBlocks } from "./decorate/highlight";
import { setMath } from "./decorate/math";
import { holdAutoplay } from "./decorate/media";
import { drawQrCodes } from "./decorate/qr";
import { numberSteps } from "./decorate/steps";
import { collectTrustedHtml } from "./decorate/trusted-html";
import { placeVideos } from "./decorate/videos";
import { idPrefix } from "./deck-css";
import { languageFor, type LinkDefinitions } from "./language";
import { noteAsked, type Asked, type NotedOptions } from "./note-asked";
import { sanitizeHtml } from "./sanitize/html";
import { append, createElement, printHtml, type Element } from "./sanitize/tree";
import { separateNotes, type SlideSource } from "./slide-source";
import { escapeHtml } from "./syntax/attributes";

/** What of the deck around it one slide's HTML rests on. */
export interface SlideContext {
  readonly settings: SlideSettings;
  readonly breaks: boolean;
  readonly math: boolean;
  readonly incremental: boolean;
  readonly marp: boolean;
  readonly aspectRatio: AspectRatio;
  readonly definitions: LinkDefinitions;
  readonly footnotes: ReadonlyMap<string, string>;
}

/** What the inside of a slide's section rests on. */
export interface SlideInput {
  readonly text: string;
  readonly source: SlideSource;
  readonly context: SlideContext;
}

/** The inside of a slide's section, and how many steps it takes. */
export interface RenderedSlide {
  readonly inner: string;
  readonly fragments: number;
  readonly parts: SlideParts;
  readonly addresses: Asked["addresses"];
  readonly split: { readonly side: "left" | "right"; readonly share: string } | undefined;
  readonly hasBackground: boolean;
}

/** Renders one slide's text: tokens, HTML, sanitizer, then decorations of our own making. Never throws on any text. */
export function renderContent(slide: SlideInput, given: RenderOptions): RenderedSlide {
  const { options, asked } = noteAsked(given);
  const { context } = slide;
  const { hash } = slide.source;
  const root = sanitizeHtml(languageFor(context).renderTokens(blocksOf(slide)), {
    idPrefix,
    slideSelector: `.slide-${hash}`,
    resolveUrl: options.resolveUrl,
    styler: options.styler,
  });
  const trusted = collectTrustedHtml();
  placeFootnotes(root, {
    idPrefix: `${idPrefix}${hash}-`,
    footnote: (label) => {
      const note = context.footnotes.get(label);
      return note === undefined ? undefined : renderFootnote(note, context, options);
    },
  });
  const backgrounds = liftBackgrounds(root);
  const diagrams = placeDiagrams(root, options.diagrams, trusted);
  const place = { width: textWidth(context, backgrounds.split), isFlowing: context.settings.layout === "two-columns" };
  const charts = drawCharts(root, place, { draw: options.drawChart, trusted });
  const qr = drawQrCodes(root, options.encodeQr, trusted);
  drawAlertIcons(root, trusted);
  const languages = highlightBlocks(root, { place, highlighters: options.highlighters, trusted });
  fitHeadings(root, context.settings.layout === "title" ? place.width - 96 : place.width);
  const fragments = numberSteps(root, context);
  prefixOwnLinks(root, idPrefix);
  const frame = createElement("div");
  if (backgrounds.layer) append(frame, backgrounds.layer);
  appendPart(frame, "header", context.settings.header, context, options);
  append(frame, arrangeContent(root, context.settings.layout));
  appendPart(frame, "footer", context.settings.footer, context, options);
  placeVideos(frame, trusted);
  holdAutoplay(frame);
  const math = setMath(frame, options.renderMath, trusted);
  return {
    addresses: asked.addresses,
    inner: trusted.fill(printHtml(frame)),
    fragments,
    parts: { math, styles: asked.hasStyles() || slide.source.styles !== "" || hasOwnLook(context.settings), charts, qr, languages, diagrams },
    split: backgrounds.split,
    hasBackground: backgrounds.layer !== undefined,
  };
}

/** The blocks as the slide's source has them already, but where the deck around it defines what they name. */
function blocksOf({ text, source, context }: SlideInput): Token[] {
  const knowsAll = [...context.definitions].every(([label, definition]) => source.definitions.get(label) === definition);
  if (knowsAll) return source.blocks.map(({ token }) => token);
  return separateNotes(languageFor(context).lexSlide(text, context.definitions)).blocks;
}

/** Canvas pixels from margin to margin, or beside a picture. */
function textWidth({ settings, aspectRatio }: SlideContext, split: RenderedSlide["split"]): number {
  const [canvas, margins] = aspectRatio === "4:3" ? [960, 120] : [1280, 144];
  if (split) return (canvas * (100 - Number.parseFloat(split.share))) / 100 - margins;
  return (settings.layout === "image-left" || settings.layout === "image-right" ? canvas * 0.56 : canvas) - margins;
}

function appendPart(frame: Element, name: "header" | "footer", text: string, context: SlideContext, options: NotedOptions): void {
  if (text === "") return;
  const part = createElement(name, { class: `slide-${name}` });
  const language = languageFor(context);
  const html = language.renderTokens(language.lexLine(text, context.definitions));
  append(part, ...sanitizeHtml(html, { idPrefix, slideSelector: ".slide", resolveUrl: options.resolveUrl, styler: options.styler }).childNodes);
  append(frame, part);
}

/** A footnote's text, sanitised. */
function renderFootnote(text: string, context: SlideContext, options: NotedOptions): string {
  const language = languageFor(context);
  const html = language.renderTokens(language.lexSlide(text, context.definitions)).replace(/^<p>([\s\S]*)<\/p>\n$/, "$1");
  return printHtml(sanitizeHtml(html, { idPrefix, slideSelector: ".slide", resolveUrl: options.resolveUrl, styler: options.styler }));
}

export interface SectionPlace {
  /** 1-based. */
  readonly number: number;
  /** The number of its folio. */
  readonly page: number;
  readonly textHash: string;
  /** The step in percent. */
  readonly fit: number | undefined;
  readonly options: Pick<RenderOptions, "resolveUrl" | "styler">;
}

/** The section around a rendered slide. */
export function wrapSection(rendered: RenderedSlide, slide: Slide, place: SectionPlace): string {
  const { settings } = slide;
  const classes = ["slide", `slide-${place.textHash}`, ...settings.classes];
  if (rendered.hasBackground) classes.push("has-background");
  const look = hasOwnLook(settings) ? place.options.styler?.look(settings, place.options.resolveUrl) : undefined;
  if (look?.scheme && !settings.classes.some((name) => schemeClasses.has(name))) classes.push(look.scheme);
  const attributes = [
    `class="${escapeHtml(classes.join(" "))}"`,
    `id="${escapeHtml(slide.anchor)}"`,
    `data-slide="${place.number}"`,
    `data-layout="${settings.layout}"`,
    settings.paginate === true || settings.paginate === "hold" ? `data-paginate="${place.page}"` : "",
    settings.hidden ? "data-hidden" : "",
    settings.transition === undefined ? "" : `data-transition="${settings.transition}"`,
    rendered.fragments > 0 ? `data-fragments="${rendered.fragments}"` : "",
    rendered.split ? `data-split="${rendered.split.side}"` : "",
    place.fit !== undefined && place.fit < 100 ? `data-fit="${place.fit}"` : "",
    sectionStyle(look?.declarations ?? [], rendered, place.fit),
    `aria-label="${escapeHtml(slide.title || `Slide ${place.number}`)}"`,
  ];
  return `<section ${attributes.filter(Boolean).join(" ")}>${rendered.inner}</section>`;
}

/** Do colours or a background of its own decide how it looks? */
function hasOwnLook({ style }: SlideSettings): boolean {
  return Object.values(style).some((value) => value !== "");
}

const schemeClasses: ReadonlySet<string> = new Set(["dark", "light", "invert", "inverse"]);

function sectionStyle(own: readonly string[], rendered: RenderedSlide, fit: number | undefined): string {
  const declarations = [...own];
  if (rendered.split) declarations.push(`--split:${rendered.split.share}`);
  if (fit !== undefined && fit < 100) declarations.push(`--fit:${fit / 100}`);
  return declarations.length === 0 ? "" : `style="${escapeHtml(declarations.join(";"))}"`;
}
