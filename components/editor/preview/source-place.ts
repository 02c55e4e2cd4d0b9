import type { SourceRange } from "@/lib/deck";

/** Shortest run of shared words that counts as "these words come from that line". */
const minScore = 1;

/**
 * Where the caret goes for a click on a slide: before the first character of its text that isn't blank.
 * A slide without text gives its start.
 */
export function slideCaret(source: string, range: SourceRange): number {
  const text = source.slice(range.start, range.end);
  const lead = text.length - text.trimStart().length;
  return text.trim() === "" ? range.start : range.start + lead;
}

/**
 * Where words seen on a slide stand in its source: the start of the line that shares most of them, in order.
 * Rendering drops marks such as `**` or `- `, so words are compared, not characters. Undefined where no line fits.
 */
export function findSourceLine(source: string, range: SourceRange, seen: string): number | undefined {
  const wanted = new Set(wordsOf(seen));
  if (wanted.size === 0) return undefined;
  let best: { readonly offset: number; readonly score: number } | undefined;
  let offset = range.start;
  for (const line of source.slice(range.start, range.end).split("\n")) {
    const words = new Set(wordsOf(line));
    let shared = 0;
    for (const word of words) if (wanted.has(word)) shared += 1;
    // Shared words weigh against the line's own: a short exact line wins over a long one that merely holds the words.
    const score = shared === 0 ? 0 : shared + shared / words.size;
    if (score > minScore && (best === undefined || score > best.score)) best = { offset: offset + indentOf(line), score };
    offset += line.length + 1;
  }
  return best?.offset;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
