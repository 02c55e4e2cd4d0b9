import { wordsOf } from "@/lib/workspace/search/words";

/** More words than anybody looks for at once. */
const maxWords = 12;

/** What somebody looks for, as Postgres reads it. */
export interface SearchQuery {
  readonly words: readonly string[];
  /** Finds in everything. */
  readonly everywhere: string;
  /** Finds in what slides show, and not in speaker notes. */
  readonly shown: string;
}

/** Reads a search: all of its words, each as the beginning of one. Undefined where it has none. */
export function readSearchQuery(text: string): SearchQuery | undefined {
  const words = [...new Set(wordsOf(text))].slice(0, maxWords);
  if (words.length === 0) return undefined;
  // One letter begins too much to be looked through.
  const written = (weights: string) => words.map((word) => `'${word}':${isWhole(word) ? "" : "*"}${weights}`).join(" & ");
  return { words, everywhere: words.map((word) => `'${word}'${isWhole(word) ? "" : ":*"}`).join(" & "), shown: written("AB") };
}

/** Whether this word is found only as it is, and not as the beginning of one. */
export function isWhole(word: string): boolean {
  return word.length === 1;
}
