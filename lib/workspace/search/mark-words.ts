import type { MarkedText } from "@/lib/api/search";
import { isWhole } from "@/lib/workspace/search/query";
import { fold, wordPattern } from "@/lib/workspace/search/words";

/** A snippet is a line or two: so many UTF-16 units, the first of them before what was found. */
const snippetLength = 180;
const lead = 50;

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The text with what was found marked in it. */
export function markWords(text: string, words: readonly string[]): MarkedText {
  return cut(text, stretchesOf(text, words), { start: 0, end: text.length });
}

/** The part of a text where it was found first; undefined where it was not. */
export function snippetOf(text: string, words: readonly string[]): MarkedText | undefined {
  const found = stretchesOf(text, words);
  const [first] = found;
  if (first === undefined) return undefined;
  const start = first.start <= lead ? 0 : wordStart(text, first.start - lead);
  const end = start + snippetLength >= text.length ? text.length : wordEnd(text, start + snippetLength);
  const marked = cut(text, found, { start, end });
  return [...(start > 0 ? [{ text: "…", isFound: false }] : []), ...marked, ...(end < text.length ? [{ text: "…", isFound: false }] : [])];
}

function cut(text: string, found: readonly Stretch[], { start, end }: Stretch): MarkedText {
  const parts: { text: string; isFound: boolean }[] = [];
  let at = start;
  const put = (to: number, isFound: boolean) => {
    if (to > at) parts.push({ text: text.slice(at, to), isFound });
    at = Math.max(at, to);
  };
  for (const stretch of found) {
    if (stretch.end <= start || stretch.start >= end) continue;
    put(Math.max(start, stretch.start), false);
    put(Math.min(end, stretch.end), true);
  }
  put(end, false);
  return parts;
}

/** Where words of the text begin with one that is looked for. */
function stretchesOf(text: string, words: readonly string[]): readonly Stretch[] {
  const { folded, starts, ends } = foldWithPlaces(text);
  return [...folded.matchAll(wordPattern)].flatMap(({ 0: word, index }) => {
    const lengths = words.filter((wanted) => (isWhole(wanted) ? word === wanted : word.startsWith(wanted))).map((wanted) => wanted.length);
    if (lengths.length === 0) return [];
    return [{ start: starts[index] ?? 0, end: ends[index + Math.max(...lengths) - 1] ?? text.length }];
  });
}

interface Folded {
  readonly folded: string;
  /** For each unit of it, where the sign that it came from starts and ends: accents go, and some letters become two. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

function foldWithPlaces(text: string): Folded {
  let folded = "";
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const sign of text) {
    const made = fold(sign);
    for (let unit = 0; unit < made.length; unit += 1) {
      starts.push(at);
      ends.push(at + sign.length);
    }
    folded += made;
    at += sign.length;
  }
  return { folded, starts, ends };
}

function wordStart(text: string, near: number): number {
  const space = text.indexOf(" ", near);
  return space === -1 || space > near + lead - 1 ? near : space + 1;
}

function wordEnd(text: string, near: number): number {
  const space = text.lastIndexOf(" ", near);
  return space < near - lead ? near : space;
}
