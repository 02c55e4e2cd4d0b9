import type { Slide, SlideParts, SlideSettings, SourceRange } from "./deck";
import { grammarName } from "./decorate/grammars";
import { renderContent, type RenderedSlide, type SlideInput } from "./render";

/** What the slide's HTML rests on; the same object for as long as none of it changes. */
export interface SlideContent extends SlideInput {
  readonly hash: string;
}

/** Where a slide stands. */
export interface SlidePlace {
  readonly key: string;
  readonly anchor: string;
  readonly number: number;
  /** The number that its folio shows: hidden slides have none, and some don't count (`paginate: hold`). */
  readonly page: number;
  readonly range: SourceRange;
}

/** What rendering and linting a slide need beside its plain data. */
export interface RenderInput extends SlideInput {
  readonly textHash: string;
  readonly number: number;
  readonly page: number;
}

/**
 * A slide's data. A class where all else is plain: an edit moves every slide behind it, and of a thousand such
 * objects those with a shared getter and private fields are made many times faster than those with closures.
 */
class SlideData implements Slide {
  readonly key: string;
  readonly anchor: string;
  readonly title: string;
  readonly range: SourceRange;
  readonly settings: SlideSettings;
  readonly notes: string;
  readonly words: number;
  readonly hash: string;
  readonly #content: SlideContent;
  readonly #number: number;
  readonly #page: number;

  constructor(content: SlideContent, place: SlidePlace) {
    this.key = place.key;
    this.anchor = place.anchor;
    this.title = content.source.title;
    this.range = place.range;
    this.settings = content.context.settings;
    this.notes = content.source.notes;
    this.words = content.source.words;
    this.hash = content.hash;
    this.#content = content;
    this.#number = place.number;
    this.#page = place.page;
  }

  get fragments(): number {
    return lookThrough(this.#content).fragments;
  }

  get parts(): SlideParts {
    return mayHaveParts(this.#content) ? lookThrough(this.#content).parts : noParts;
  }

  static contentOf(slide: Slide): SlideContent | undefined {
    return #content in slide ? slide.#content : undefined;
  }

  static numberOf(slide: Slide): number {
    return #number in slide ? slide.#number : 0;
  }

  static pageOf(slide: Slide): number {
    return #page in slide ? slide.#page : 0;
  }
}

export function createSlide(content: SlideContent, place: SlidePlace): Slide {
  return new SlideData(content, place);
}

/** The input of a slide that `parseDeck` or a compiler made. */
export function renderInputOf(slide: Slide): RenderInput {
  const content = SlideData.contentOf(slide);
  if (!content) throw new Error("This slide was not made by parseDeck or a compiler, or it was copied.");
  const { text, source, context } = content;
  return { text, textHash: source.hash, context, number: SlideData.numberOf(slide), page: SlideData.pageOf(slide), source };
}

/** The slide's 1-based number in its deck. */
export function numberOf(slide: Slide): number {
  return SlideData.numberOf(slide);
}

/** The number on the slide's folio. */
export function pageOf(slide: Slide): number {
  return SlideData.pageOf(slide);
}

type Seen = Pick<RenderedSlide, "fragments" | "parts">;

const seen = new Map<string, Seen>();
const maxSeen = 10_000;

/** Steps and parts don't hang on anything from outside, so a rendering without it tells them. */
function lookThrough(content: SlideContent): Seen {
  return seen.get(content.hash) ?? noteSeen(content.hash, renderContent(content, {}));
}

/** Keeps what a rendering has shown of a slide, so that nobody renders it again to ask. */
export function noteSeen(hash: string, { fragments, parts }: RenderedSlide): Seen {
  const found = { fragments, parts };
  if (seen.size >= maxSeen) seen.clear();
  seen.set(hash, found);
  return found;
}

const noParts: SlideParts = { math: false, languages: [], diagrams: [] };

/** A look at the text alone, which spares most slides a rendering. */
function mayHaveParts({ text, context: { settings, footnotes } }: SlideContent): boolean {
  const marks = /\$|mermaid|data-l-/i;
  return (
    marks.test(text) ||
    mentionsGrammar(text) ||
    marks.test(settings.header) ||
    marks.test(settings.footer) ||
    [...footnotes.values()].some((note) => marks.test(note))
  );
}

/** Fences wherever they stand, and Landslide's `!lang`. */
const languageMarks = /(?:`{3}|~{3})[ \t]*([^\s`~{[]+)|^[ \t]+!(\S+)$/gm;

function mentionsGrammar(text: string): boolean {
  for (const [, fenced, marked] of text.matchAll(languageMarks)) {
    if (grammarName((fenced ?? marked ?? "").toLowerCase()) !== undefined) return true;
  }
  return false;
}
