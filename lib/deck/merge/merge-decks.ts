import { slideCores } from "@/lib/deck/edit/slide-cores";
import { parseDeck } from "@/lib/deck/parse";
import { align, chunksOf, type Alignment, type Chunk } from "./merge-lists";
import { mergeLines } from "./merge-lines";

/** A deck with both changes, and what of mine had to give way. */
export interface MergedDecks {
  readonly text: string;
  readonly conflicts: readonly MergeConflict[];
}

export interface MergeConflict {
  /** Mine, which is nowhere in the text; empty where I had deleted what theirs changed. */
  readonly mine: string;
  /** What stands in its place. */
  readonly start: number;
  readonly end: number;
}

/**
 * Merges two changes of a deck: by slide, and within a slide that both changed by line. Where both changed the same lines
 * theirs stay, since others may be writing in them at this moment. Nothing in the text tells of it: `conflicts` does.
 */
export function mergeDecks(base: string, { mine, theirs }: { readonly mine: string; readonly theirs: string }): MergedDecks {
  if (mine === theirs || mine === base) return { text: theirs, conflicts: [] };
  if (theirs === base) return { text: mine, conflicts: [] };
  const decks = { base: partsOf(base), mine: partsOf(mine), theirs: partsOf(theirs) };
  const lists = { base: decks.base.slides, mine: decks.mine.slides, theirs: decks.theirs.slides };
  const alignments = { toMine: alignSlides(lists.base, lists.mine), toTheirs: alignSlides(lists.base, lists.theirs) };
  const head = mergeLines(decks.base.head, { mine: decks.mine.head, theirs: decks.theirs.head });
  const merged = chunksOf(lists, alignments).flatMap(mergeChunk);
  return joined(head, merged, decks.theirs.tail);
}

/** A slide's own text, and the break after it; undefined for the last one. */
interface SlidePart {
  readonly text: string;
  readonly after: string | undefined;
}

interface DeckParts {
  readonly head: string;
  readonly slides: readonly SlidePart[];
  readonly tail: string;
}

function partsOf(source: string): DeckParts {
  const cores = slideCores(parseDeck(source));
  return {
    head: source.slice(0, cores[0]?.start ?? 0),
    slides: cores.map(({ start, end }, index) => {
      const next = cores[index + 1];
      return { text: source.slice(start, end), after: next && source.slice(end, next.start) };
    }),
    tail: source.slice(cores.at(-1)?.end ?? 0),
  };
}

/** Slides that have less in common are two, and not one that was changed. */
const atLeast = 0.4;

function alignSlides(a: readonly SlidePart[], b: readonly SlidePart[]): Alignment {
  const words = new Map([...a, ...b].map(({ text }) => [text, wordsOf(text)]));
  return align(a, b, (one, other) => {
    if (one.text === other.text) return 1;
    const common = likeness(words.get(one.text) ?? none, words.get(other.text) ?? none);
    return common < atLeast ? 0 : common * 0.99;
  });
}

const none: ReadonlySet<string> = new Set();

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu));
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
}

interface MergedSlide extends SlidePart {
  /** Places are within the slide's text. */
  readonly conflicts: readonly MergeConflict[];
}

function mergeChunk({ base, mine, theirs, isStable }: Chunk<SlidePart>): readonly MergedSlide[] {
  const [old, ours, others] = [base[0], mine[0], theirs[0]];
  if (isStable && old && ours && others) return [mergeSlide(old, { ours, others })];
  const same = (a: readonly SlidePart[], b: readonly SlidePart[]) => a.length === b.length && a.every(({ text }, index) => text === b[index]?.text);
  if (same(mine, base) || same(mine, theirs)) return theirs.map(whole);
  if (same(theirs, base)) return mine.map(whole);
  // Both made something else of it. What is new in mine comes along; what mine had of the old gives way to what theirs are now.
  const before = new Set(base.map(({ text }) => text));
  const added = base.length === 0 ? mine : mine.filter(({ text }) => !before.has(text));
  const told =
    theirs.length === 0
      ? []
      : theirs.map((slide, index) => (index === 0 && mine.length === 0 ? { ...whole(slide), conflicts: [deletedByMine(slide)] } : whole(slide)));
  return [...told, ...added.map(whole)];
}

function mergeSlide(old: SlidePart, { ours, others }: { readonly ours: SlidePart; readonly others: SlidePart }): MergedSlide {
  const { text, conflicts } = mergeLines(withEnd(old.text), { mine: withEnd(ours.text), theirs: withEnd(others.text) });
  const places = conflicts.map(({ mine, theirs, start }) => ({ mine, start, end: start + theirs.trimEnd().length }));
  return { text: text.replace(/\n$/, ""), after: others.after ?? ours.after, conflicts: places };
}

function whole(slide: SlidePart): MergedSlide {
  return { ...slide, conflicts: [] };
}

function deletedByMine({ text }: SlidePart): MergeConflict {
  return { mine: "", start: 0, end: text.length };
}

/** Lines are compared with their ends, which the last one of a slide lacks. */
function withEnd(text: string): string {
  return `${text}\n`;
}

const usualBreak = "\n\n---\n\n";

function joined(head: ReturnType<typeof mergeLines>, slides: readonly MergedSlide[], tail: string): MergedDecks {
  let text = head.text;
  const conflicts: MergeConflict[] = head.conflicts.map(({ mine, theirs, start }) => ({ mine, start, end: start + theirs.trimEnd().length }));
  for (const [index, slide] of slides.entries()) {
    conflicts.push(...slide.conflicts.map((conflict) => ({ ...conflict, start: text.length + conflict.start, end: text.length + conflict.end })));
    text += slide.text;
    if (index < slides.length - 1) text += slide.after ?? usualBreak;
  }
  return { text: text + tail, conflicts };
}
