import type { Notice } from "@/lib/deck/deck";
import { maskCode } from "@/lib/deck/import/masked-text";
import type { SourceText } from "@/lib/deck/import/source-text";
import { nameUnconverted } from "@/lib/deck/import/unconverted";

/** Those of the example in reveal.js' own manual: three blank lines, or two for a slide below (`^\n\n\n`, `^\n\n`). */
export const blankSeparators = { horizontal: /^\n\n\n/gm, vertical: /^\n\n/gm };

/**
 * Whether a file must be cut at blank lines, which only its page says: it has no rule to be cut at, and more than one
 * of what a slide has once.
 */
export function cutsAtBlankLines({ text, frontMatter }: SourceText, notes: RegExp): boolean {
  if (frontMatter.length > 0 || !/\n\n\n/.test(text) || /^-{3,4}$/m.test(text)) return false;
  const masked = maskCode(text);
  const once = [notes, /<!--\s*\.slide:/g].map((pattern) => [...masked.matchAll(pattern)].length);
  return once.some((count) => count > 1) && [...masked.matchAll(/^\n\n+/gm)].length > 1;
}

/** Says at the first of them where the deck is cut. */
export function nameBlankLines(source: SourceText): Notice {
  const start = source.text.search(/^\n\n/m);
  const message = "This file has no breaks of its own, so it is cut where two or more blank lines stand, as in reveal.js' own example.";
  return nameUnconverted(source, { code: "import-separator", message, start, end: start + 1 });
}
