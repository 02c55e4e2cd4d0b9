/** Scripts without spaces count by character, all others by word. */
const wordPattern = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}]+/gu;

/** A word that stands on more slides than this tells none of them apart; looking at all of them would cost squares. */
const maxSlidesAWord = 24;

export type Words = ReadonlySet<string>;

/** The different words of a text. */
export function wordsOf(text: string): Words {
  return new Set(text.toLowerCase().match(wordPattern));
}

/** How much of the smaller text is in the other, 0 to 1: 1 where one is a part of the other. */
export function overlap(a: Words, b: Words): number {
  const smaller = Math.min(a.size, b.size);
  return smaller === 0 ? 0 : shared(a, b) / smaller;
}

/**
 * How much of the longer text is what both begin and end with, 0 to 1: what one edit in the middle left. Letters and digits
 * count alone, since all slides begin with the same marks.
 */
export function sharedEnds(a: string, b: string): number {
  const [one, other] = [lettersOf(a), lettersOf(b)];
  const shorter = Math.min(one.length, other.length);
  let front = 0;
  while (front < shorter && one[front] === other[front]) front += 1;
  let back = 0;
  while (back < shorter - front && one.at(-1 - back) === other.at(-1 - back)) back += 1;
  return shorter === 0 ? 0 : (front + back) / Math.max(one.length, other.length);
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, "");
}

export interface Likeness<A, B> {
  readonly of: A;
  readonly to: B;
  /** 0 to 1: 1 where both have the same words (Dice). */
  readonly likeness: number;
}

/** Pairs that are at least so alike. Linear in all words: neither a deck's size nor what is written in it makes it more. */
export function findAlike<A, B>(left: ReadonlyMap<A, Words>, right: ReadonlyMap<B, Words>, atLeast: number): readonly Likeness<A, B>[] {
  const candidates = [...right];
  const byWord = new Map<string, number[]>();
  for (const [index, [, words]] of candidates.entries()) {
    for (const word of words) {
      const holders = byWord.get(word);
      if (holders === undefined) byWord.set(word, [index]);
      else holders.push(index);
    }
  }
  const counts = new Uint32Array(candidates.length);
  return [...left].flatMap(([of, words]) => {
    const met: number[] = [];
    for (const word of words) {
      const holders = byWord.get(word) ?? [];
      if (holders.length > maxSlidesAWord) continue;
      for (const index of holders) {
        if (counts[index] === 0) met.push(index);
        counts[index] = (counts[index] ?? 0) + 1;
      }
    }
    return met.flatMap((index) => {
      const [to, theirs] = candidates[index] ?? [];
      const likeness = (2 * (counts[index] ?? 0)) / (words.size + (theirs?.size ?? 0));
      counts[index] = 0;
      return to === undefined || likeness < atLeast ? [] : [{ of, to, likeness }];
    });
  });
}

function shared(a: Words, b: Words): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let count = 0;
  for (const word of small) if (large.has(word)) count += 1;
  return count;
}
