import { assignAnchors } from "./anchors";
import type { Deck, Notice, Slide, SlideSettings, SourceRange } from "./deck";
import { deckCss } from "./deck-css";
import type { DeckFront } from "./deck-front";
import { gatherDefinitions, printUsed, sameUsed, usedBy, type Gathered } from "./definitions";
import { foldSettings, type FoldedProblem, type FoldedSettings } from "./fold-settings";
import { hashText } from "./hash";
import type { LinkDefinition } from "./language";
import { findNotices } from "./notices";
import { lineStarts, type Positions } from "./positions";
import { createSlide, numberOf, pageOf, type SlideContent } from "./slide-data";
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
export interface SlideProblem extends FoldedProblem {
  readonly slide: number;
}

/** A deck, with what the next edit can take over from it. */
export interface Assembly {
  readonly deck: Deck;
  readonly front: DeckFront;
  readonly items: readonly Item[];
  readonly folded: readonly FoldedSettings[];
  readonly anchors: readonly string[];
  readonly contents: readonly SlideContent[];
  readonly definitions: Gathered<LinkDefinition>;
  readonly footnotes: Gathered<string>;
  readonly styles: DeckStyles;
}

export interface AssembleInput {
  readonly source: string;
  readonly positions: Positions;
  readonly front: DeckFront;
  readonly items: readonly Item[];
  readonly previous: Assembly | undefined;
}

/**
 * Puts the deck together from its slides' sources: settings in order, anchors, definitions, positions, notices. Every
 * keystroke comes through here with all slides, so what an unchanged one needs is taken over by identity, unread.
 */
export function assembleDeck({ source, positions, front, items, previous }: AssembleInput): Assembly {
  const wasAt = alignItems(items, previous?.items ?? []);
  const folded = foldSettings(front.slideDefaults, items, (index) => previous?.folded[wasAt(index)]);
  const anchors = anchorsOf(items, previous);
  const definitions = gatherDefinitions(items, (slide) => slide.definitions, previous?.definitions);
  const footnotes = gatherDefinitions(items, (slide) => slide.footnotes, previous?.footnotes);
  const parts = { front, items, folded, anchors, definitions, footnotes };
  const contents = contentsOf(parts, previous, wasAt);
  const styles = stylesOf(front, items, previous?.styles);
  const deck: Deck = {
    source,
    frontMatter: { range: frontRange(front, positions), values: front.block.values },
    settings: front.settings,
    slides: placeSlides({ ...parts, contents }, positions, (index) => previous?.deck.slides[wasAt(index)]),
    css: styles.css,
    title: front.settings.title ?? items.find((item) => item.source.title !== "")?.source.title ?? "Untitled deck",
    get notices() {
      return (notices ??= noticesOf(parts, positions));
    },
  };
  let notices: readonly Notice[] | undefined;
  return { ...parts, deck, contents, styles };
}

type Parts = Omit<Assembly, "deck" | "contents" | "styles">;

/** Where an item stood before the edit, for those in front of it and behind it; -1 for those in between. */
function alignItems(items: readonly Item[], old: readonly Item[]): (index: number) => number {
  const most = Math.min(items.length, old.length);
  let front = 0;
  while (front < most && items[front] === old[front]) front++;
  let back = 0;
  while (back < most - front && items[items.length - 1 - back] === old[old.length - 1 - back]) back++;
  const shift = old.length - items.length;
  return (index) => {
    if (index < front) return index;
    return index >= items.length - back ? index + shift : -1;
  };
}

/** Anchors hang on all titles in order: the same titles, the same anchors. */
function anchorsOf(items: readonly Item[], previous: Assembly | undefined): readonly string[] {
  const same = previous?.items.length === items.length && items.every((item, index) => item.source.title === previous.items[index]?.source.title);
  return same ? previous.anchors : assignAnchors(items.map((item) => item.source.title));
}

/** What every slide's HTML rests on. */
function contentsOf(parts: Parts, previous: Assembly | undefined, wasAt: (index: number) => number): readonly SlideContent[] {
  const { front, items, folded, definitions, footnotes } = parts;
  const { breaks, math, incremental, marp, aspectRatio } = front.settings;
  const flags = JSON.stringify([breaks, math, incremental, marp, aspectRatio]);
  return items.map(({ piece, source }, index) => {
    const settings = folded[index]?.own ?? front.slideDefaults;
    const was = previous?.contents[wasAt(index)];
    const used = usedBy(source, definitions, footnotes);
    if (previous?.front === front && was?.context.settings === settings && sameUsed(was.context, used)) return was;
    const hash = hashText(`${source.hash} ${printSettings(settings)} ${flags} ${printUsed(used)}`);
    return was?.hash === hash
      ? was
      : { text: piece.text, source, hash, context: { settings, breaks, math, incremental, marp, aspectRatio, ...used } };
  });
}

const printed = new WeakMap<SlideSettings, string>();

/** Most slides share their settings: they are printed once. */
function printSettings(settings: SlideSettings): string {
  const known = printed.get(settings) ?? JSON.stringify(settings);
  printed.set(settings, known);
  return known;
}

/** The slides at their places; the one before where nothing about it changed. */
function placeSlides(
  { front, items, anchors, contents }: Parts & Pick<Assembly, "contents">,
  positions: Positions,
  before: (index: number) => Slide | undefined,
): readonly Slide[] {
  const { differs, toSource } = positions;
  let offset = front.block.length;
  let line = 1 + countLineEnds(front.text);
  let page = 0;
  const slides: Slide[] = [];
  for (const [index, { piece, source, key }] of items.entries()) {
    const content = contents[index];
    if (!content) continue;
    const start = offset + piece.lead.length;
    const startLine = line + (piece.lead.endsWith("\n") ? 1 : 0);
    offset = start + piece.text.length;
    line = startLine + source.lineEnds;
    const endLine = piece.text.endsWith("\n") ? line - 1 : line;
    const range = { start: differs ? toSource(start) : start, end: differs ? toSource(offset) : offset, startLine, endLine };
    const anchor = anchors[index] ?? "";
    const number = index + 1;
    page = nextPage(page, content.context.settings);
    const was = before(index);
    const stays =
      was?.hash === content.hash && was.anchor === anchor && numberOf(was) === number && pageOf(was) === page && sameRange(was.range, range);
    slides.push(stays ? was : createSlide(content, { key, anchor, number, page, range }));
  }
  return slides;
}

/** As in Marp: a held or skipped page goes on from none. What nobody is shown is no page. */
function nextPage(page: number, { paginate, hidden }: SlideSettings): number {
  return hidden || paginate === "skip" || (paginate === "hold" && page > 0) ? page : page + 1;
}

function countLineEnds(text: string): number {
  return lineStarts(text).length - 1;
}

function sameRange(a: SourceRange, b: SourceRange): boolean {
  return a.start === b.start && a.end === b.end && a.startLine === b.startLine && a.endLine === b.endLine;
}

function frontRange({ block, text }: DeckFront, positions: Positions): SourceRange | undefined {
  if (block.length === 0) return undefined;
  const endLine = countLineEnds(text) + (text.endsWith("\n") ? 0 : 1);
  return toSourceRange({ start: 0, end: block.length, startLine: 1, endLine }, positions);
}

interface DeckStyles {
  readonly parts: readonly string[];
  readonly css: string;
}

/** The deck's own CSS, read again only where a part of it changed. */
function stylesOf({ settings }: DeckFront, items: readonly Item[], previous: DeckStyles | undefined): DeckStyles {
  const parts = settings.style === "" ? [] : [settings.style];
  for (const { source } of items) if (source.styles !== "") parts.push(source.styles);
  const same = previous?.parts.length === parts.length && parts.every((part, index) => part === previous.parts[index]);
  return same ? previous : { parts, css: deckCss(parts) };
}

function noticesOf({ front, items, folded, anchors, definitions, footnotes }: Parts, positions: Positions): readonly Notice[] {
  const notices = findNotices({
    text: positions.text,
    front: front.block,
    settings: front.settings,
    items,
    anchors,
    slideStarts: startsOf(front.block.length, items),
    slides: folded.map((one) => one.own),
    problems: front.problems,
    slideProblems: folded.flatMap((one, slide) => one.problems.map((problem) => ({ ...problem, slide }))),
    definitions: definitions.all,
    footnotes: footnotes.all,
    starts: lineStarts(positions.text),
  });
  return positions.differs ? notices.map((notice) => toSourceNotice(notice, positions)) : notices;
}

/** Offset of every slide's own text. */
function startsOf(frontLength: number, items: readonly Item[]): readonly number[] {
  let offset = frontLength;
  return items.map(({ piece }) => {
    const start = offset + piece.lead.length;
    offset = start + piece.text.length;
    return start;
  });
}
