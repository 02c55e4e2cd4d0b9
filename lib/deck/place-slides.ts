import { align, type Alignment } from "./align";
import type { Item } from "./assemble";
import type { Slide, SlideSettings } from "./deck";
import { countLineEnds, type Positions } from "./positions";
import { createSlide, isSamePlace, moveSlide, placeOf, type SlideContent } from "./slide-data";

/** What decides where slides stand. */
export interface PlaceInput {
  readonly items: readonly Item[];
  readonly contents: readonly SlideContent[];
  readonly anchors: readonly string[];
  /** The front matter as it is written. */
  readonly frontText: string;
  readonly positions: Positions;
}

/** A deck's slides at their places. */
export interface PlacedSlides extends PlaceInput {
  readonly slides: readonly Slide[];
  /** The slides at both ends that look as they did before the edit, wherever in the text they stand by now. */
  readonly steady: Alignment;
}

/**
 * Places the slides. An edit moves all slides behind it by the same, so nothing about them is read again; whoever holds
 * the deck before has its slides where they were.
 */
export function placeSlides(input: PlaceInput, previous: PlacedSlides | undefined, aligned: Alignment): PlacedSlides {
  const { items, contents, anchors, positions } = input;
  const isComparable = previous !== undefined && !positions.differs && !previous.positions.differs;
  const same = isComparable ? align(anchors, previous.anchors, align(contents, previous.contents, aligned)) : { front: 0, back: 0 };
  const known = previous?.slides ?? [];
  const placer = createPlacer(input);
  const front = placeRun(known.slice(0, same.front), 0, placer);
  const middle = Array.from({ length: items.length - same.front - same.back }, (_, index) => placer.place(same.front + index));
  const back = placeRun(known.slice(known.length - same.back), items.length - same.back, placer);
  return {
    ...input,
    slides: front.slides.concat(middle, back.slides),
    steady: { front: front.isSteady ? same.front : 0, back: back.isSteady ? same.back : 0 },
  };
}

interface Placer {
  /** The slide at an index, behind the one that was placed last. */
  place(index: number): Slide;
  /** Goes on behind a slide that has its place. */
  goOnBehind(index: number, slide: Slide): void;
}

function createPlacer({ items, contents, anchors, frontText, positions: { differs, toSource } }: PlaceInput): Placer {
  let offset = frontText.length;
  let line = 1 + countLineEnds(frontText);
  let page = 0;
  return {
    place(index) {
      const [item, content] = [items[index], contents[index]];
      if (!item || !content) throw new RangeError(`There is no slide ${index}.`);
      const { piece, source, key } = item;
      const start = offset + piece.lead.length;
      const startLine = line + (piece.lead.endsWith("\n") ? 1 : 0);
      offset = start + piece.text.length;
      line = startLine + source.lineEnds;
      page = nextPage(page, content.context.settings);
      return createSlide(content, {
        key,
        anchor: anchors[index] ?? "",
        number: index + 1,
        page,
        start: differs ? toSource(start) : start,
        end: differs ? toSource(offset) : offset,
        startLine,
        endLine: piece.text.endsWith("\n") ? line - 1 : line,
      });
    },
    goOnBehind(index, slide) {
      const place = placeOf(slide);
      offset = place.end;
      line = place.startLine + (items[index]?.source.lineEnds ?? 0);
      page = place.page;
    },
  };
}

/** Slides that an edit left alone, from an index on. */
function placeRun(run: readonly Slide[], from: number, placer: Placer): { readonly slides: readonly Slide[]; readonly isSteady: boolean } {
  const [before] = run;
  if (!before) return { slides: [], isSteady: true };
  const first = placer.place(from);
  const [was, is] = [placeOf(before), placeOf(first)];
  const isSteady = was.number === is.number && was.page === is.page;
  // A first page can't be held: behind none, pages don't move by the same.
  if (was.page !== is.page && (was.page === 0 || is.page === 0)) {
    return { slides: run.map((_, index) => (index === 0 ? first : placer.place(from + index))), isSteady };
  }
  const slides = isSamePlace(was, is) ? run : run.map((slide) => moveSlide(slide, was, is));
  placer.goOnBehind(from + run.length - 1, slides.at(-1) ?? first);
  return { slides, isSteady };
}

/** As in Marp: a held or skipped page goes on from none. What nobody is shown is no page. */
function nextPage(page: number, { paginate, hidden }: SlideSettings): number {
  return hidden || paginate === "skip" || (paginate === "hold" && page > 0) ? page : page + 1;
}
