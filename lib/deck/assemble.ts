import { align, between, takeOver, type Alignment } from "./align";
import { assignAnchors } from "./anchors";
import type { Deck, DeckLinter, DeckStyler, Notice, SlideSettings, SourceRange } from "./deck";
import { countsPages, deckCss, withPages } from "./deck-css";
import type { DeckFront } from "./deck-front";
import { gatherDefinitions, sameUsed, usedBy, type Gathered } from "./definitions";
import { foldSettings, type FoldedProblem, type FoldedSettings } from "./fold-settings";
import type { LinkDefinition } from "./language";
import { placeSlides, type PlacedSlides } from "./place-slides";
import { countLineEnds, type Positions } from "./positions";
import { createContent, placeOf, type SlideContent } from "./slide-data";
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
  readonly contents: Contents;
  readonly definitions: Gathered<LinkDefinition>;
  readonly footnotes: Gathered<string>;
  readonly styles: DeckStyles;
  readonly placed: PlacedSlides;
}

export interface AssembleInput {
  /** Undefined where it is the text as the language reads it: that is put together when somebody asks. */
  readonly source: string | undefined;
  readonly positions: Positions;
  readonly front: DeckFront;
  readonly items: readonly Item[];
  /** Without it the deck has no CSS of its own yet. */
  readonly styler: DeckStyler | undefined;
  /** Without it the deck has no notices yet. */
  readonly linter: DeckLinter | undefined;
  readonly previous: Assembly | undefined;
}

/**
 * Puts the deck together from its slides' sources: settings in order, anchors, definitions, positions, notices. Every
 * keystroke comes through here with all slides: those in front of the edit and behind it are taken over, unread.
 */
export function assembleDeck({ source, positions, front, items, styler, linter, previous }: AssembleInput): Assembly {
  const before = previous?.items ?? [];
  const aligned = align(items, before);
  const touched = [...between(before, aligned), ...between(items, aligned)].map((item) => item.source);
  const folded = foldSettings(front.slideDefaults, items, { folded: previous?.folded ?? [], aligned });
  const anchors = anchorsOf(items, previous, aligned);
  const definitions = gatherDefinitions(items, (slide) => slide.definitions, { known: previous?.definitions, touched });
  const footnotes = gatherDefinitions(items, (slide) => slide.footnotes, { known: previous?.footnotes, touched });
  const parts = { front, items, folded, anchors, definitions, footnotes };
  const contents = contentsOf(parts, previous, aligned);
  const styles = stylesOf(front, items, { styler, known: previous?.styles, touched });
  const placed = placeSlides({ items, anchors, contents: contents.list, frontText: front.text, positions }, previous?.placed, aligned);
  const frontMatter = { range: frontRange(front, positions), values: front.block.values };
  const title = front.settings.title ?? items.find((item) => item.source.title !== "")?.source.title ?? "Untitled deck";
  const findNotices = () => (linter ? noticesOf(parts, positions, { styler, linter }) : []);
  const deck = new AssembledDeck({ front, placed, styles, frontMatter, title }, () => source ?? positions.text, findNotices);
  return { ...parts, deck, contents, styles, placed };
}

type Told = Pick<Assembly, "front" | "placed" | "styles"> & { readonly frontMatter: Deck["frontMatter"]; readonly title: string };

/**
 * What few ask for is made when they ask. A class: a plain object's own getters, and all that these see, outlive every
 * quick collection of memory.
 */
class AssembledDeck implements Deck {
  readonly frontMatter: Deck["frontMatter"];
  readonly settings: Deck["settings"];
  readonly slides: Deck["slides"];
  readonly css: string;
  readonly title: string;
  readonly #readSource: () => string;
  readonly #findNotices: () => readonly Notice[];
  #notices: readonly Notice[] | undefined;

  constructor({ front, placed, styles, frontMatter, title }: Told, readSource: () => string, findNotices: () => readonly Notice[]) {
    this.frontMatter = frontMatter;
    this.settings = front.settings;
    this.slides = placed.slides;
    this.css = styles.countsPages ? withPages(styles.css, pagesOf(placed)) : styles.css;
    this.title = title;
    this.#readSource = readSource;
    this.#findNotices = findNotices;
  }

  get source(): string {
    return this.#readSource();
  }

  get notices(): readonly Notice[] {
    return (this.#notices ??= this.#findNotices());
  }
}

function pagesOf({ slides }: PlacedSlides): number {
  const last = slides.at(-1);
  return last ? placeOf(last).page : 0;
}

type Parts = Omit<Assembly, "deck" | "contents" | "styles" | "placed">;

/** Anchors hang on all titles in order: the same titles, the same anchors. */
function anchorsOf(items: readonly Item[], previous: Assembly | undefined, aligned: Alignment): readonly string[] {
  const titles = between(items, aligned).map((item) => item.source.title);
  const same =
    previous?.items.length === items.length && titles.every((title, index) => title === previous.items[aligned.front + index]?.source.title);
  return same ? previous.anchors : assignAnchors(items.map((item) => item.source.title));
}

/** What every slide's HTML rests on, and what of the deck's own settings is in it. */
interface Contents {
  readonly list: readonly SlideContent[];
  readonly flags: string;
}

function contentsOf(parts: Parts, previous: Assembly | undefined, aligned: Alignment): Contents {
  const { front, items, folded, definitions, footnotes } = parts;
  const { breaks, math, incremental, marp, aspectRatio } = front.settings;
  const flags = JSON.stringify([breaks, math, incremental, marp, aspectRatio]);
  const known = previous?.contents.list ?? [];
  const isSameDeck = previous?.contents.flags === flags && previous.definitions === definitions && previous.footnotes === footnotes;
  const same = isSameDeck ? align(folded, previous.folded, aligned) : { front: 0, back: 0 };
  const shift = known.length - items.length;
  let last: SlideContent | undefined;
  const middle = between(items, same).map(({ piece, source }, at): SlideContent => {
    const index = same.front + at;
    const settings: SlideSettings = folded[index]?.own ?? front.slideDefaults;
    const was = index < aligned.front ? known[index] : index >= items.length - aligned.back ? known[index + shift] : undefined;
    const used = usedBy(source, definitions, footnotes);
    if (previous?.contents.flags === flags && was?.context.settings === settings && sameUsed(was.context, used)) return was;
    // Slides of one text that follow each other look the same.
    if (last?.source === source && last.context.settings === settings && sameUsed(last.context, used)) return last;
    const content = createContent({ text: piece.text, source, context: { settings, breaks, math, incremental, marp, aspectRatio, ...used } }, flags);
    return (last = was && was.hash === content.hash ? was : content);
  });
  return { list: takeOver(known, same, middle), flags };
}

function frontRange({ block, text }: DeckFront, positions: Positions): SourceRange | undefined {
  if (block.length === 0) return undefined;
  const endLine = countLineEnds(text) + (text.endsWith("\n") ? 0 : 1);
  return toSourceRange({ start: 0, end: block.length, startLine: 1, endLine }, positions);
}

interface DeckStyles {
  readonly styler: DeckStyler | undefined;
  readonly parts: readonly string[];
  readonly css: string;
  readonly countsPages: boolean;
}

/** The deck's own CSS, read again only where a part of it changed. */
function stylesOf(
  { settings }: DeckFront,
  items: readonly Item[],
  {
    styler,
    known,
    touched,
  }: { readonly styler: DeckStyler | undefined; readonly known: DeckStyles | undefined; readonly touched: readonly SlideSource[] },
): DeckStyles {
  const before = known?.styler === styler ? known : undefined;
  if (before?.parts[0] === settings.style && touched.every((source) => source.styles === "" && !source.countsPages)) return before;
  const parts = [settings.style, ...items.map((item) => item.source.styles).filter((styles) => styles !== "")];
  const same = before?.parts.length === parts.length && parts.every((part, index) => part === before.parts[index]);
  const css = same ? before.css : styler ? deckCss(parts, styler) : "";
  return { styler, parts, css, countsPages: styler !== undefined && (countsPages(settings.style) || items.some(({ source }) => source.countsPages)) };
}

function noticesOf(
  { front, items, folded, anchors, definitions, footnotes }: Parts,
  positions: Positions,
  { styler, linter }: { readonly styler: DeckStyler | undefined; readonly linter: DeckLinter },
): readonly Notice[] {
  const notices = linter.inText({
    text: positions.text,
    front: front.block,
    settings: front.settings,
    items,
    anchors,
    slideStarts: startsOf(front.block.length, items),
    slides: folded.map((one) => one.own),
    problems: front.problems,
    slideProblems: problemsOf(folded),
    definitions: definitions.all,
    footnotes: footnotes.all,
    contrastOf: styler?.contrast,
    removedOf: styler?.removed,
  });
  return positions.differs ? notices.map((notice) => toSourceNotice(notice, positions)) : notices;
}

function problemsOf(folded: readonly FoldedSettings[]): readonly SlideProblem[] {
  const found: SlideProblem[] = [];
  folded.forEach(({ problems }, slide) => {
    for (const problem of problems) found.push({ ...problem, slide });
  });
  return found;
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
