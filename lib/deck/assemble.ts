import { assignAnchors } from "./anchors";
import type { Deck, DeckSettings, Slide, SlideSettings } from "./deck";
import { deckCss } from "./deck-css";
import type { FrontMatterBlock } from "./front-matter";
import { hashText } from "./hash";
import type { LinkDefinition } from "./language";
import { findNotices } from "./notices";
import { lineStarts, rangeOf, type Positions } from "./positions";
import { renderContent, type RenderedSlide, type SlideContext } from "./render";
import { applySlideValues, defaultSlideSettings, readDeckSettings, type SettingProblem } from "./settings";
import type { SlideSource } from "./slide-source";
import { toSourceNotice, toSourceRange } from "./source-notice";
import type { Piece } from "./split";

/** One slide as the compiler keeps it between edits. */
export interface Item {
  readonly piece: Piece;
  readonly source: SlideSource;
  readonly key: string;
}

/** A problem of a setting on one slide. */
export interface SlideProblem extends SettingProblem {
  readonly slide: number;
}

/** What rendering a slide needs beside its plain data; kept by identity, so that a Slide stays data. */
export interface RenderInput {
  readonly text: string;
  readonly textHash: string;
  readonly context: SlideContext;
  readonly number: number;
}

const inputs = new WeakMap<Slide, RenderInput>();

/** The input of a slide that `parseDeck` or a compiler made. */
export function renderInputOf(slide: Slide): RenderInput {
  const input = inputs.get(slide);
  if (!input) throw new Error("This slide was not made by parseDeck or a compiler, or it was copied.");
  return input;
}

/** Puts the deck together from its slides' sources: settings in order, anchors, definitions, positions, notices. */
export function assembleDeck(
  source: string,
  positions: Positions,
  front: FrontMatterBlock,
  items: readonly Item[],
  previous: Deck | undefined,
): Deck {
  const problems: SettingProblem[] = [];
  const settings = readDeckSettings(front.values, (problem) => problems.push(problem));
  const slideProblems: SlideProblem[] = [];
  const all = foldSettings(front, items, problems, slideProblems);
  const anchors = assignAnchors(items.map((item) => item.source.title));
  const definitions = gather(items, (source) => source.definitions);
  const footnotes = gather(items, (source) => source.footnotes);
  const starts = lineStarts(positions.text);
  const before = new Map(previous?.slides.map((slide) => [slide.key, slide]));
  let offset = front.length;
  const slides = items.map((item, index) => {
    const start = offset + item.piece.lead.length;
    offset = start + item.piece.text.length;
    const range = rangeOf(starts, start, offset);
    const place = { item, index, anchor: anchors[index] ?? "", range: toSourceRange(range, positions) };
    return createSlide(place, all[index] ?? defaultSlideSettings, { settings, definitions, footnotes }, before.get(item.key));
  });
  const first = items.find((item) => item.source.title !== "");
  const deck = {
    source,
    frontMatter: { range: front.length === 0 ? undefined : toSourceRange(rangeOf(starts, 0, front.length), positions), values: front.values },
    settings,
    slides,
    css: deckCss([settings.style, ...items.map((item) => item.source.styles)]),
    title: settings.title ?? first?.source.title ?? "Untitled deck",
  };
  const notices = findNotices({ text: positions.text, front, settings, items, slides: all, problems, slideProblems, definitions, footnotes, starts });
  return { ...deck, notices: positions.differs ? notices.map((notice) => toSourceNotice(notice, positions)) : notices };
}

/** Settings of every slide: front matter, then each slide's own, inherited in order. */
function foldSettings(
  front: FrontMatterBlock,
  items: readonly Item[],
  problems: SettingProblem[],
  slideProblems: SlideProblem[],
): readonly SlideSettings[] {
  let inherited = applySlideValues(defaultSlideSettings, { ...front.values, duration: undefined }, (problem) => problems.push(problem));
  return items.map(({ source }, slide) => {
    const report = (problem: SettingProblem) => slideProblems.push({ ...problem, slide });
    if (Object.keys(source.values).length > 0) inherited = { ...applySlideValues(inherited, source.values, report) };
    let own = inherited;
    if (Object.keys(source.ownValues).length > 0) own = applySlideValues(inherited, source.ownValues, report);
    if (source.fxClasses.length > 0) own = { ...own, classes: [...own.classes, ...source.fxClasses] };
    const isTitle = source.shape === "heading" || (source.shape === "heading-and-text" && slide === 0);
    return own.layout === "default" && isTitle ? { ...own, layout: "title" } : own;
  });
}

/** The first definition of a label counts, as in CommonMark. */
function gather<T>(items: readonly Item[], of: (source: SlideSource) => ReadonlyMap<string, T>): ReadonlyMap<string, T> {
  const all = new Map<string, T>();
  for (const { source } of items) for (const [label, value] of of(source)) if (!all.has(label)) all.set(label, value);
  return all;
}

interface Place {
  readonly item: Item;
  readonly index: number;
  readonly anchor: string;
  readonly range: Slide["range"];
}

interface DeckContext {
  readonly settings: DeckSettings;
  readonly definitions: ReadonlyMap<string, LinkDefinition>;
  readonly footnotes: ReadonlyMap<string, string>;
}

/** Makes a slide, or hands back the one before where nothing about it changed. */
function createSlide(place: Place, settings: SlideSettings, deck: DeckContext, before: Slide | undefined): Slide {
  const { source, piece, key } = place.item;
  const used = usedBy(source, deck);
  const { breaks, incremental, marp } = deck.settings;
  const hash = hashText(`${source.hash} ${JSON.stringify([settings, breaks, incremental, marp, [...used.definitions], [...used.footnotes]])}`);
  if (
    before &&
    before.hash === hash &&
    before.anchor === place.anchor &&
    sameRange(before.range, place.range) &&
    inputs.get(before)?.number === place.index + 1
  )
    return before;
  const context: SlideContext = { settings, breaks, incremental, marp, ...used };
  const slide: Slide = {
    key,
    anchor: place.anchor,
    title: source.title,
    range: place.range,
    settings,
    notes: source.notes,
    get fragments() {
      return (counted ??= renderPlain(hash, piece.text, source.hash, context).fragments);
    },
    words: source.words,
    hash,
  };
  let counted: number | undefined;
  inputs.set(slide, { text: piece.text, textHash: source.hash, context, number: place.index + 1 });
  return slide;
}

const plainRendered = new Map<string, RenderedSlide>();
const maxPlainRendered = 2_000;

/** A rendering without anything from outside, for what does not depend on it. */
function renderPlain(hash: string, text: string, textHash: string, context: SlideContext): RenderedSlide {
  const known = plainRendered.get(hash);
  if (known) return known;
  if (plainRendered.size >= maxPlainRendered) plainRendered.clear();
  const rendered = renderContent(text, textHash, context, {});
  plainRendered.set(hash, rendered);
  return rendered;
}

function usedBy(source: SlideSource, deck: DeckContext): Pick<SlideContext, "definitions" | "footnotes"> {
  if (source.labels.size === 0) return noneUsed;
  const definitions = new Map<string, LinkDefinition>();
  const footnotes = new Map<string, string>();
  for (const label of source.labels) {
    const definition = deck.definitions.get(label);
    if (definition) definitions.set(label, definition);
  }
  for (const [label, text] of deck.footnotes) if (source.labels.has(`^${label.toLowerCase()}`)) footnotes.set(label, text);
  return { definitions, footnotes };
}

const noneUsed = { definitions: new Map<string, LinkDefinition>(), footnotes: new Map<string, string>() };

function sameRange(a: Slide["range"], b: Slide["range"]): boolean {
  return a.start === b.start && a.end === b.end && a.startLine === b.startLine && a.endLine === b.endLine;
}
