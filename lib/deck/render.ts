import type { Token } from "marked";
import type { AspectRatio, RenderOptions, Slide, SlideParts, SlideSettings } from "./deck";
import { drawAlertIcons } from "./decorate/alert-icons";
import { arrangeContent, prefixOwnLinks } from "./decorate/layout";
import { liftBackgrounds } from "./decorate/backgrounds";
import { drawCharts } from "./decorate/chart";
import { placeDiagrams } from "./decorate/diagrams";
import { fitHeadings, keepWordsWhole, mayBreakWords } from "./decorate/fit-headings";
import { placeFootnotes } from "./decorate/footnotes";
import { highlightBlocks } from "./decorate/highlight";
import { setMath } from "./decorate/math";
import { holdAutoplay } from "./decorate/media";
import { drawQrCodes } from "./decorate/qr";
import { printPlain } from "./decorate/plain";
import { createBlockPrinter } from "./decorate/print-block";
import { numberSteps } from "./decorate/steps";
import type { TextPlace } from "./decorate/text-width";
import { collectTrustedHtml } from "./decorate/trusted-html";
import { placeVideos } from "./decorate/videos";
import { idPrefix } from "./deck-css";
import { languageFor, type LinkDefinitions } from "./language";
import { noteAsked, type Asked, type NotedOptions } from "./note-asked";
import { sanitizeHtml } from "./sanitize/html";
import type { WovenHtml } from "./sanitize/plain-html";
import type { SanitizeOptions } from "./sanitize/attributes";
import { append, createElement, printHtml, type Element, type Fragment } from "./sanitize/tree";
import type { SlideSource } from "./slide-source";
import { escapeHtml } from "./syntax/attributes";
import { nameEmoji } from "./syntax/emoji";

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
  /** What its own style is scoped to. */
  readonly className: string;
  readonly fragments: number;
  readonly parts: SlideParts;
  readonly addresses: Asked["addresses"];
  readonly split: { readonly side: "left" | "right"; readonly share: string } | undefined;
  /** A picture fills it or its side. */
  readonly hasBackground: boolean;
}

/** Renders one slide's text: tokens, HTML, sanitizer, then decorations of our own making. Never throws on any text. */
export function renderContent(slide: SlideInput, given: RenderOptions): RenderedSlide {
  const className = `slide-${slide.source.hash}`;
  const { rendered, asked } = noteAsked(given, (options) => renderInside(slide, className, options));
  const { inner, fragments, split, hasBackground, parts } = rendered;
  const styles = asked.hasStyles || slide.source.styles !== "" || hasOwnLook(slide.context.settings);
  const { math, charts, qr, languages, diagrams } = parts;
  // Written out: copies of objects of several shapes take longer than all else here.
  return {
    inner,
    className,
    fragments,
    split,
    hasBackground,
    addresses: asked.addresses,
    parts: { math, styles, charts, qr, emoji: asked.hasEmoji, languages, diagrams },
  };
}

function renderInside(slide: SlideInput, className: string, options: NotedOptions): Rendered {
  const blocks = slide.source.blocksWith(slide.context.definitions).map(({ token }) => token);
  const { resolveUrl, styler } = options;
  const sanitizing = { idPrefix, slideSelector: `.${className}`, resolveUrl, styler };
  const plain = renderPlain(weaveHtml(blocks, slide.context, sanitizing, options), slide.context, sanitizing, options);
  return plain ?? renderTree(sanitizeHtml(renderBlocks(blocks, slide.context, options), sanitizing), slide, options);
}

function renderBlocks(blocks: Token[], context: SlideContext, { emojiOf }: NotedOptions): string {
  return nameEmoji(languageFor(context).renderTokens(blocks), emojiOf);
}

/** Blocks that can be are printed at once; of the others it is the renderer's HTML, which has to be read. */
export function weaveHtml(blocks: readonly Token[], context: SlideContext, sanitizing: SanitizeOptions, options: NotedOptions): WovenHtml {
  const print = createBlockPrinter(sanitizing, context);
  const parts: string[] = [];
  const printed: { at: number; html: string }[] = [];
  let at = 0;
  for (const block of blocks) {
    const html = print(block);
    const last = printed.at(-1);
    if (html === undefined) at += parts[parts.push(renderBlocks([block], context, options)) - 1]?.length ?? 0;
    else if (last?.at === at) last.html += html;
    else printed.push({ at, html });
  }
  return { html: parts.join(""), printed };
}

/** What of a slide's rendering does not hang on what it asked for. */
interface Rendered extends Omit<RenderedSlide, "addresses" | "className" | "parts"> {
  readonly parts: Omit<SlideParts, "styles" | "emoji">;
}

/** A slide that holds nothing for most decorations, without a tree; undefined for all others. */
export function renderPlain(woven: WovenHtml, context: SlideContext, sanitizing: SanitizeOptions, options: NotedOptions): Rendered | undefined {
  const { settings, incremental, marp } = context;
  if (settings.layout === "image-left" || settings.layout === "image-right") return undefined;
  const placeBeside = (split: RenderedSlide["split"]) => placeOf(context, split);
  const printed = printPlain(woven, sanitizing, { placeBeside, highlighters: options.highlighters, incremental, marp });
  const header = printed && printPart("header", settings.header, context, options);
  const footer = printed && printPart("footer", settings.footer, context, options);
  if (!printed || header === undefined || footer === undefined) return undefined;
  // Their words may be too long beside a picture.
  if (printed.split && mayBreakWords(printed.html, placeBeside(printed.split).width, settings.layout)) return undefined;
  return {
    inner: `${printed.layer}${header}<div class="slide-content">${printed.html}</div>${footer}`,
    fragments: printed.fragments,
    parts: { math: false, charts: false, qr: false, languages: printed.languages, diagrams: [] },
    split: printed.split,
    hasBackground: printed.isFilled,
  };
}

/** Every slide: the decorations walk its tree, and it is printed. */
export function renderTree(root: Fragment, { source: { hash }, context }: SlideInput, options: NotedOptions): Rendered {
  const trusted = collectTrustedHtml();
  placeFootnotes(root, {
    idPrefix: `${idPrefix}${hash}-`,
    footnote: (label) => {
      const note = context.footnotes.get(label);
      return note === undefined ? undefined : renderFootnote(note, context, options);
    },
  });
  const backgrounds = liftBackgrounds(root);
  const diagrams = placeDiagrams(root, options, trusted);
  const place = placeOf(context, backgrounds.split);
  const charts = drawCharts(root, place, { draw: options.drawChart, trusted });
  const qr = drawQrCodes(root, options.encodeQr, trusted);
  drawAlertIcons(root, trusted);
  const languages = highlightBlocks(root, { place, highlighters: options.highlighters, trusted });
  fitHeadings(root, context.settings.layout === "title" ? place.width - 96 : place.width);
  if (backgrounds.split) keepWordsWhole(root, place.width, context.settings.layout);
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
    inner: trusted.fill(printHtml(frame)),
    fragments,
    parts: { math, charts, qr, languages, diagrams },
    split: backgrounds.split,
    hasBackground: backgrounds.isFilled,
  };
}

/** Canvas pixels from margin to margin, or beside a picture. */
function placeOf({ settings: { layout }, aspectRatio }: SlideContext, split: RenderedSlide["split"]): TextPlace {
  const isFlowing = layout === "two-columns";
  const [canvas, margins] = aspectRatio === "4:3" ? [960, 120] : [1280, 144];
  if (split) return { width: (canvas * (100 - Number.parseFloat(split.share))) / 100 - margins, isFlowing };
  return { width: (layout === "image-left" || layout === "image-right" ? canvas * 0.56 : canvas) - margins, isFlowing };
}

type PartName = "header" | "footer";

function appendPart(frame: Element, name: PartName, text: string, context: SlideContext, options: NotedOptions): void {
  if (text === "") return;
  const part = createElement(name, { class: `slide-${name}` });
  append(part, ...sanitizeHtml(renderLine(text, context, options), sanitizingPart(options)).childNodes);
  append(frame, part);
}

/** The same without a tree; undefined where a decoration may find something in it. */
function printPart(name: PartName, text: string, context: SlideContext, options: NotedOptions): string | undefined {
  if (text === "") return "";
  const printed = printPlain({ html: renderLine(text, context, options), printed: [] }, sanitizingPart(options))?.html;
  return printed === undefined ? undefined : `<${name} class="slide-${name}">${printed}</${name}>`;
}

const lines = new Map<string, string>();
const maxLines = 100;

/** Most slides have the same line at their head and foot: it is read once. */
function renderLine(text: string, context: SlideContext, { emojiOf }: NotedOptions): string {
  return nameEmoji(readLine(text, context), emojiOf);
}

function readLine(text: string, context: SlideContext): string {
  const { breaks, math, definitions } = context;
  const mayName = definitions.size > 0 && text.includes("[");
  const key = `${breaks} ${math} ${text}`;
  const known = mayName ? undefined : lines.get(key);
  if (known !== undefined) return known;
  const language = languageFor(context);
  const html = language.renderTokens(language.lexLine(text, definitions));
  if (lines.size >= maxLines) lines.clear();
  if (!mayName) lines.set(key, html);
  return html;
}

function sanitizingPart({ resolveUrl, styler }: NotedOptions): SanitizeOptions {
  return { idPrefix, slideSelector: ".slide", resolveUrl, styler };
}

/** A footnote's text, sanitised. */
function renderFootnote(text: string, context: SlideContext, options: NotedOptions): string {
  const language = languageFor(context);
  const tokens = language.lexSlide(text, context.definitions);
  const html = nameEmoji(language.renderTokens(tokens), options.emojiOf).replace(/^<p>([\s\S]*)<\/p>\n$/, "$1");
  return printHtml(sanitizeHtml(html, sanitizingPart(options)));
}

export interface SectionPlace {
  /** 1-based. */
  readonly number: number;
  /** The number of its folio. */
  readonly page: number;
}

/** The section around a rendered slide. */
export function wrapSection(rendered: RenderedSlide, slide: Slide, place: SectionPlace, options: RenderOptions): string {
  const { settings, title } = slide;
  const fit = options.fit?.get(slide.hash);
  const look = hasOwnLook(settings) ? options.styler?.look(settings, options.resolveUrl) : undefined;
  let classes = `slide ${rendered.className}`;
  for (const name of settings.classes) classes += ` ${escapeHtml(name)}`;
  if (rendered.hasBackground) classes += " has-background";
  if (look?.scheme && !settings.classes.some((name) => schemeClasses.has(name))) classes += ` ${look.scheme}`;
  let attributes = `class="${classes}" id="${escapeHtml(slide.anchor)}" data-slide="${place.number}" data-layout="${settings.layout}"`;
  if (settings.paginate === true || settings.paginate === "hold") attributes += ` data-paginate="${place.page}"`;
  if (settings.hidden) attributes += " data-hidden";
  if (settings.transition !== undefined) attributes += ` data-transition="${settings.transition}"`;
  if (rendered.fragments > 0) attributes += ` data-fragments="${rendered.fragments}"`;
  if (rendered.split) attributes += ` data-split="${rendered.split.side}"`;
  if (fit !== undefined && fit < 100) attributes += ` data-fit="${fit}"`;
  const style = sectionStyle(look?.declarations ?? none, rendered, fit);
  if (style !== "") attributes += ` style="${escapeHtml(style)}"`;
  return `<section ${attributes} aria-label="${title ? escapeHtml(title) : `Slide ${place.number}`}">${rendered.inner}</section>`;
}

/** Do colours or a background of its own decide how it looks? */
function hasOwnLook({ style }: SlideSettings): boolean {
  for (const property in style) if (style[property] !== "") return true;
  return false;
}

const none: readonly string[] = [];

const schemeClasses: ReadonlySet<string> = new Set(["dark", "light", "invert", "inverse"]);

function sectionStyle(own: readonly string[], rendered: RenderedSlide, fit: number | undefined): string {
  if (!rendered.split && own.length === 0 && fit === undefined) return "";
  const declarations = [...own];
  if (rendered.split) declarations.push(`--split:${rendered.split.share}`);
  if (fit !== undefined && fit < 100) declarations.push(`--fit:${fit / 100}`);
  return declarations.join(";");
}
