import { findAlike, overlap, sharedEnds, wordsOf, type Words } from "@/lib/workspace/slides/similarity";
import type { SlideText } from "@/lib/workspace/slides/slide-text";

/** What is known of a slide since a text settled last. */
export interface KnownSlide {
  readonly id: string;
  /** Its slide was deleted, or became part of another. */
  readonly isGone: boolean;
  readonly textHash: string;
  readonly titleHash: string;
  /** Null only in slides that went long ago. */
  readonly text: string | null;
  /** Where its first character is in the settled text now. */
  readonly place: number | "gone";
}

/** So much of a text must be left for the slide to be the one that its first character comes from. */
const minKept = 0.3;
/** From here on a slide counts as one whose characters are all new. */
const minLikeness = 0.5;
/** Among so many parts of a split slide its title is looked for. */
const maxParts = 64;
/** What an equal title adds to the likeness of texts. */
const titleLikeness = 0.3;

interface Pair {
  readonly row: KnownSlide;
  readonly slide: number;
}

/**
 * Says which slide of a settled text is which of the known ones; undefined for one that is new. Nobody's id is given
 * twice. `known` is in the order of the last text, those that are gone behind, the latest first.
 *
 * The character that a slide began with is believed first, as long as the text around it is still that slide's (an edit
 * of text may leave single characters of one slide in another); then an equal text, for what was moved; then, for what
 * was deleted and undone, the slides that are gone (never where a living one begins); then likeness; and the bare character
 * last.
 */
export function matchSlides(slides: readonly SlideText[], known: readonly KnownSlide[]): readonly (string | undefined)[] {
  const ids: (string | undefined)[] = slides.map(() => undefined);
  const taken = new Set<KnownSlide>();
  const take = (pairs: readonly Pair[]) => {
    for (const { row, slide } of pairs) {
      if (ids[slide] !== undefined || taken.has(row)) continue;
      ids[slide] = row.id;
      taken.add(row);
    }
  };
  const isFree = (slide: number) => ids[slide] === undefined;
  const isWaiting = (row: KnownSlide) => !taken.has(row);
  const living = known.filter(({ isGone }) => !isGone);
  const gone = known.filter(({ isGone }) => isGone);
  const located = locate(slides, living);
  const words = memoizeWords();
  const isSameText = (before: string | null, after = "") =>
    before !== null && (overlap(words(before), words(after)) >= minKept || sharedEnds(before, after) >= minKept);

  take(located.filter(({ row, slide }) => slides[slide]?.textHash === row.textHash));
  const moved = new Set(living.filter(isWaiting).map(({ textHash }) => textHash));
  const continued = located.filter(({ row, slide }) => {
    const { textHash } = slides[slide] ?? {};
    return textHash === row.textHash || textHash === undefined || !moved.has(textHash);
  });
  take(withTitle(slides, { located, continued }));
  const whole = new Set(slides.flatMap(({ textHash }, slide) => (isFree(slide) ? [textHash] : [])));
  const kept = continued.filter(({ row, slide }) => isFree(slide) && isSameText(row.text, slides[slide]?.text));
  const doubtful = new Set(kept.flatMap(({ row, slide }) => (whole.has(row.textHash) ? [slide] : [])));
  const likest = firstOf(alike({ slides, isFree: (slide) => doubtful.has(slide), rows: living.filter(isWaiting), words }));
  // Whose whole text stands elsewhere has only left a character where another's text is.
  take(kept.filter(({ row, slide }) => !whole.has(row.textHash) || (likest.get(slide) ?? row) === row));
  take(withEqualText(slides, { rows: living.filter(isWaiting), isFree }));
  const begun = new Set(located.filter(({ row }) => isWaiting(row)).map(({ slide }) => slide));
  const isBare = (slide: number) => isFree(slide) && !begun.has(slide);
  take(locate(slides, gone).filter(({ row, slide }) => isBare(slide) && row.place === slides[slide]?.start));
  take(withEqualText(slides, { rows: gone.filter(isWaiting), isFree: isBare }));
  take(alike({ slides, isFree, rows: living.filter(isWaiting), words }));
  take(located);
  const present = new Set(living.map(({ textHash }) => textHash));
  const isUndone = (slide: number) => isFree(slide) && !present.has(slides[slide]?.textHash ?? "");
  take(alike({ slides, isFree: isUndone, rows: gone.filter(isWaiting), words }));
  return ids;
}

/** The slide that each one's first character is in, in the order of the text. */
function locate(slides: readonly SlideText[], rows: readonly KnownSlide[]): readonly Pair[] {
  const found = rows.flatMap((row) => (row.place === "gone" ? [] : [{ row, place: row.place }]));
  found.sort((a, b) => a.place - b.place);
  let slide = 0;
  return found.map(({ row, place }) => {
    while (slide < slides.length - 1 && (slides[slide]?.end ?? 0) <= place) slide += 1;
    return { row, slide };
  });
}

/**
 * Of slides that became one, the one whose title shows; of one that was split, the part that has its title: the one with
 * its first character, or one of the new ones right behind that.
 */
function withTitle(
  slides: readonly SlideText[],
  { located, continued }: { readonly located: readonly Pair[]; readonly continued: readonly Pair[] },
): readonly Pair[] {
  const begun = new Set(located.map(({ slide }) => slide));
  return continued.flatMap(({ row, slide }) => {
    if (row.titleHash === "") return [];
    if (slides[slide]?.titleHash === row.titleHash) return [{ row, slide }];
    for (let part = slide + 1; part < Math.min(slides.length, slide + maxParts) && !begun.has(part); part += 1) {
      const { titleHash, textHash } = slides[part] ?? {};
      // A whole copy is no part of it.
      if (titleHash === row.titleHash && textHash !== row.textHash) return [{ row, slide: part }];
    }
    return [];
  });
}

/** Equal texts in order: the first free slide for the first row that had it, the second for the second. */
function withEqualText(
  slides: readonly SlideText[],
  { rows, isFree }: { readonly rows: readonly KnownSlide[]; readonly isFree: (slide: number) => boolean },
): readonly Pair[] {
  const waiting = new Map<string, KnownSlide[]>();
  for (const row of rows.toReversed()) {
    const list = waiting.get(row.textHash);
    if (list === undefined) waiting.set(row.textHash, [row]);
    else list.push(row);
  }
  return slides.flatMap(({ textHash }, slide) => {
    const row = isFree(slide) ? waiting.get(textHash)?.pop() : undefined;
    return row === undefined ? [] : [{ row, slide }];
  });
}

interface AlikeOptions {
  readonly slides: readonly SlideText[];
  readonly isFree: (slide: number) => boolean;
  readonly rows: readonly KnownSlide[];
  readonly words: (text: string | null) => Words;
}

/** The first pair of each slide. */
function firstOf(pairs: readonly Pair[]): ReadonlyMap<number, KnownSlide> {
  return new Map(pairs.toReversed().map(({ row, slide }) => [slide, row]));
}

/** The most alike first. */
function alike({ slides, isFree, rows, words }: AlikeOptions): readonly Pair[] {
  const free = new Map(slides.flatMap(({ text }, slide) => (isFree(slide) ? [[slide, words(text)] as const] : [])));
  if (free.size === 0 || rows.length === 0) return [];
  return findAlike(free, new Map(rows.map((row) => [row, words(row.text)])), minLikeness - titleLikeness)
    .map(({ of, to, likeness }) => {
      const hasItsTitle = to.titleHash !== "" && slides[of]?.titleHash === to.titleHash;
      return { row: to, slide: of, likeness: likeness + (hasItsTitle ? titleLikeness : 0) };
    })
    .filter(({ likeness }) => likeness >= minLikeness)
    .toSorted((a, b) => b.likeness - a.likeness);
}

function memoizeWords(): (text: string | null) => Words {
  const known = new Map<string, Words>();
  return (text) => {
    if (text === null) return new Set();
    const words = known.get(text) ?? wordsOf(text);
    known.set(text, words);
    return words;
  };
}
