import type { Deck, Slide } from "./deck";
import { languageFor, type LanguageOptions } from "./language";
import { plainText } from "./plain-text";
import { renderInputOf } from "./slide-data";
import { isNotesHeading } from "./separate-notes";
import type { SlideSource } from "./slide-source";

/** A heading of a slide; offsets into the deck's text. */
export interface OutlineHeading {
  readonly level: number;
  readonly title: string;
  readonly start: number;
  readonly end: number;
}

/** Something of several lines that can be folded away; offsets into the deck's text. */
export interface OutlineFold {
  readonly kind: "notes" | "block";
  readonly start: number;
  readonly end: number;
}

export interface SlideOutline {
  /** All headings but those that begin speaker notes. */
  readonly headings: readonly OutlineHeading[];
  readonly folds: readonly OutlineFold[];
}

/** Offsets into the slide's text: kept for as long as the text is the same. */
const known = new WeakMap<SlideSource, SlideOutline>();

/** What there is to find and to fold on a slide of the deck. */
export function slideOutline(deck: Deck, slide: Slide): SlideOutline {
  const { source, text } = renderInputOf(slide);
  const outline = known.get(source) ?? { headings: readHeadings(source), folds: readFolds(text, deck.settings) };
  known.set(source, outline);
  const by = slide.range.start;
  return {
    headings: outline.headings.map((heading) => ({ ...heading, start: heading.start + by, end: heading.end + by })),
    folds: outline.folds.map((fold) => ({ ...fold, start: fold.start + by, end: fold.end + by })),
  };
}

function readHeadings({ blocks }: SlideSource): readonly OutlineHeading[] {
  return blocks.flatMap(({ token, start }) =>
    token.type === "heading" ? [{ level: token.depth, title: plainText(token), start, end: start + token.raw.trimEnd().length }] : [],
  );
}

function readFolds(text: string, options: LanguageOptions): readonly OutlineFold[] {
  const folds: OutlineFold[] = [];
  let offset = 0;
  for (const token of languageFor(options).lexBlocks(text)) {
    const start = offset;
    const end = start + token.raw.trimEnd().length;
    offset += token.raw.length;
    if (token.type === "notesSeparator" || isNotesHeading(token)) {
      folds.push({ kind: "notes", start, end: text.trimEnd().length });
      break;
    }
    const isComment = token.type === "html" && token.raw.trimStart().startsWith("<!--");
    if (isComment || token.type === "code") folds.push({ kind: isComment ? "notes" : "block", start, end });
  }
  return folds.filter((fold) => text.slice(fold.start, fold.end).includes("\n"));
}
