import type { Slide, SlideParts, SlideSettings, SourceRange } from "./deck";
import { grammarName } from "./decorate/grammars";
import { printUsed } from "./definitions";
import { hashText } from "./hash";
import { printSettings } from "./settings";
import { filterNames } from "./syntax/image-keywords";
import { renderContent, type RenderedSlide, type SlideContext, type SlideInput } from "./render";
import type { SlideSource } from "./slide-source";

/** What the slide's HTML rests on; the same object for as long as none of it changes. */
export interface SlideContent extends SlideInput {
  readonly hash: string;
  readonly parts: SlideParts;
}

/** Hash and parts are looked for when somebody asks, once: every keystroke asks all slides. */
class ContentData implements SlideContent {
  readonly text: string;
  readonly source: SlideSource;
  readonly context: SlideContext;
  readonly #flags: string;
  #hash: string | undefined;
  #parts: SlideParts | undefined;

  constructor({ text, source, context }: SlideInput, flags: string) {
    this.text = text;
    this.source = source;
    this.context = context;
    this.#flags = flags;
  }

  get hash(): string {
    return (this.#hash ??= hashText(`${this.source.hash} ${printSettings(this.context.settings)} ${this.#flags} ${printUsed(this.context)}`));
  }

  get parts(): SlideParts {
    return (this.#parts ??= mayHaveParts(this) ? lookThrough(this).parts : noParts);
  }
}

/** `flags` are the settings of the deck that are in the context, as a text. */
export function createContent(input: SlideInput, flags: string): SlideContent {
  return new ContentData(input, flags);
}

/** Where a slide stands: in its deck, and in the source text (`SourceRange`). */
export interface SlidePlace {
  readonly number: number;
  /** The number that its folio shows: hidden slides have none, and some don't count (`paginate: hold`). */
  readonly page: number;
  readonly start: number;
  readonly end: number;
  readonly startLine: number;
  readonly endLine: number;
}

/** How a slide is known while it is edited, and where it stands. */
export interface SlideIdentity extends SlidePlace {
  readonly key: string;
  readonly anchor: string;
}

/**
 * A slide's data. A class where all else is plain: an edit moves every slide behind it, and a thousand objects with a
 * few numbers and shared getters are made in no time. It never changes: a slide of an earlier deck stays where it was.
 */
class SlideData implements Slide {
  readonly key: string;
  readonly anchor: string;
  readonly #content: SlideContent;
  readonly #number: number;
  readonly #page: number;
  readonly #start: number;
  readonly #end: number;
  readonly #startLine: number;
  readonly #endLine: number;

  constructor(content: SlideContent, { key, anchor, number, page, start, end, startLine, endLine }: SlideIdentity) {
    this.key = key;
    this.anchor = anchor;
    this.#content = content;
    this.#number = number;
    this.#page = page;
    this.#start = start;
    this.#end = end;
    this.#startLine = startLine;
    this.#endLine = endLine;
  }

  get title(): string {
    return this.#content.source.title;
  }

  get range(): SourceRange {
    return { start: this.#start, end: this.#end, startLine: this.#startLine, endLine: this.#endLine };
  }

  get settings(): SlideSettings {
    return this.#content.context.settings;
  }

  get notes(): string {
    return this.#content.source.notes;
  }

  get plain(): string {
    return this.#content.source.plain;
  }

  get words(): number {
    return this.#content.source.words;
  }

  get hash(): string {
    return this.#content.hash;
  }

  get fragments(): number {
    return lookThrough(this.#content).fragments;
  }

  get parts(): SlideParts {
    return this.#content.parts;
  }

  static contentOf(slide: Slide): SlideContent {
    if (!(#content in slide)) throw new Error(foreignSlide);
    return slide.#content;
  }

  static placeOf(slide: Slide): SlidePlace {
    if (!(#number in slide)) throw new Error(foreignSlide);
    return {
      number: slide.#number,
      page: slide.#page,
      start: slide.#start,
      end: slide.#end,
      startLine: slide.#startLine,
      endLine: slide.#endLine,
    };
  }

  static move(slide: Slide, from: SlidePlace, to: SlidePlace): Slide {
    if (!(#number in slide)) throw new Error(foreignSlide);
    const units = to.start - from.start;
    const lines = to.startLine - from.startLine;
    return new SlideData(slide.#content, {
      key: slide.key,
      anchor: slide.anchor,
      number: slide.#number + to.number - from.number,
      page: slide.#page + to.page - from.page,
      start: slide.#start + units,
      end: slide.#end + units,
      startLine: slide.#startLine + lines,
      endLine: slide.#endLine + lines,
    });
  }
}

const foreignSlide = "This slide was not made by parseDeck or a compiler, or it was copied.";

export function createSlide(content: SlideContent, identity: SlideIdentity): Slide {
  return new SlideData(content, identity);
}

/** What rendering and linting need, beside its plain data, of a slide that `parseDeck` or a compiler made. */
export function renderInputOf(slide: Slide): SlideInput {
  return SlideData.contentOf(slide);
}

/** Where the slide stands in its deck and in the source. */
export function placeOf(slide: Slide): SlidePlace {
  return SlideData.placeOf(slide);
}

/** The slide as it stands once one of its run has moved from one place to another. */
export function moveSlide(slide: Slide, from: SlidePlace, to: SlidePlace): Slide {
  return SlideData.move(slide, from, to);
}

export function isSamePlace(a: SlidePlace, b: SlidePlace): boolean {
  return (
    a.number === b.number && a.page === b.page && a.start === b.start && a.end === b.end && a.startLine === b.startLine && a.endLine === b.endLine
  );
}

type Seen = Pick<RenderedSlide, "fragments" | "parts">;

const seen = new Map<string, Seen>();
const maxSeen = 10_000;

/** Steps and parts don't hang on anything from outside, so a rendering without it tells them. */
function lookThrough(content: SlideInput & { readonly hash: string }): Seen {
  return seen.get(content.hash) ?? noteSeen(content.hash, renderContent(content, {}));
}

/** Keeps what a rendering has shown of a slide, so that nobody renders it again to ask. */
export function noteSeen(hash: string, { fragments, parts }: RenderedSlide): Seen {
  const found = { fragments, parts };
  if (seen.size >= maxSeen) seen.clear();
  seen.set(hash, found);
  return found;
}

const noParts: SlideParts = { math: false, styles: false, charts: false, qr: false, emoji: false, languages: [], diagrams: [] };

/** Formulas, diagrams, style, charts, codes and names of emoji; image keywords that become filters. */
const marks = new RegExp(`\\$|mermaid|data-l-|style|chart|qr|:[a-z0-9_+-]+:|${filterNames.join("|")}`, "i");

/** A look at the text alone, which spares most slides a rendering. */
function mayHaveParts({ text, context: { settings, footnotes } }: SlideInput): boolean {
  return (
    Object.values(settings.style).some((value) => value !== "") ||
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
