import { overlap, sharedEnds, wordsOf } from "@/lib/workspace/slides/similarity";
import type { EncodedRange, TextPlaces, TextRange } from "@/lib/collab/server/text-places";

/** What holds a thread to its stretch of the text. */
export interface Anchor {
  /** Of the positions; null where there are none yet. */
  readonly generation: number | null;
  readonly positions: EncodedRange | null;
  /** What the stretch held when it was last seen. */
  readonly heldText: string;
  readonly placeInSlide: number;
  /** How often that text was in the deck then. */
  readonly occurrences: number;
  readonly slideId: string | null;
}

/** A slide's part of a text, in the order of the text. */
export interface SlideStretch extends TextRange {
  readonly id: string;
}

/** A text in which anchors are looked for. */
export interface AnchoredText {
  readonly generation: number;
  readonly markdown: string;
  readonly places: TextPlaces;
  readonly slides: readonly SlideStretch[];
}

export interface FoundAnchor {
  readonly range: TextRange;
  /** Its own characters are there; else equal ones were found. */
  readonly isHeld: boolean;
}

/**
 * Where an anchor's stretch is: what is left of its own characters; else, for what was undone, pasted elsewhere or came
 * back with another generation, the same text in its slide, the nearest to where it was; else the same text in the whole
 * deck, if it is there once. A text that the deck held several times and now holds less often is the one that is gone.
 */
export function findAnchor(anchor: Anchor, text: AnchoredText): FoundAnchor | undefined {
  const { positions, heldText, slideId, placeInSlide, occurrences } = anchor;
  if (positions !== null && anchor.generation === text.generation) {
    const range = text.places.locateRange(positions);
    const whole = range === "gone" ? undefined : wholeAround(range, heldText, text.markdown);
    if (whole !== undefined) return { range: whole, isHeld: false };
    if (range !== "gone" && isStillIt(heldText, text.markdown.slice(range.start, range.end))) return { range, isHeld: true };
  }
  const starts = occurrencesOf(heldText, text.markdown);
  if (starts.length === 0 || starts.length < occurrences) return undefined;
  const slide = text.slides.find(({ id }) => id === slideId);
  const wanted = slide === undefined ? 0 : slide.start + placeInSlide;
  const inSlide = slide === undefined ? [] : starts.filter((start) => start >= slide.start && start < slide.end);
  const nearest = inSlide.toSorted((one, other) => Math.abs(one - wanted) - Math.abs(other - wanted))[0];
  const start = nearest ?? (starts.length === 1 ? starts[0] : undefined);
  return start === undefined ? undefined : { range: { start, end: start + heldText.length }, isHeld: false };
}

/** Around what is left of a stretch all of it may be there again: a restore brings the characters back as new ones. */
function wholeAround({ start, end }: TextRange, heldText: string, markdown: string): TextRange | undefined {
  if (markdown.slice(start, end) === heldText) return undefined;
  const from = Math.max(0, end - heldText.length);
  const at = markdown.slice(from, start + heldText.length).indexOf(heldText);
  return at === -1 ? undefined : { start: from + at, end: from + at + heldText.length };
}

/** So much of the text must be left; an edit of the whole deck may leave single characters of it in another text. */
const minKept = 0.3;

function isStillIt(before: string, now: string): boolean {
  return before === now || overlap(wordsOf(before), wordsOf(now)) >= minKept || sharedEnds(before, now) >= minKept;
}

/** Holds on to a stretch of a text. */
export function makeAnchor(range: TextRange, { generation, markdown, places, slides }: AnchoredText): Anchor {
  const heldText = markdown.slice(range.start, range.end);
  const slide = slideAtOffset(slides, range.start);
  return {
    generation,
    positions: places.encodeRange(range),
    heldText,
    placeInSlide: range.start - (slide?.start ?? 0),
    occurrences: occurrencesOf(heldText, markdown).length,
    slideId: slide?.id ?? null,
  };
}

/** The slide that an offset is in. */
export function slideAtOffset(slides: readonly SlideStretch[], offset: number): SlideStretch | undefined {
  return slides.findLast(({ start }) => start <= offset) ?? slides[0];
}

/** A text that is everywhere tells nothing: beyond so many places none is looked at. */
const maxOccurrences = 1_000;

function occurrencesOf(part: string, text: string): readonly number[] {
  const starts: number[] = [];
  if (part === "") return starts;
  for (let at = text.indexOf(part); at !== -1 && starts.length < maxOccurrences; at = text.indexOf(part, at + part.length)) starts.push(at);
  return starts;
}
