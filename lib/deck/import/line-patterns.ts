/**
 * False where a pattern for single lines matches in none of them: one look at all of them together is many times
 * faster than one look each, and most patterns find nothing in most decks.
 */
export function mayFindInLines(together: string, pattern: RegExp): boolean {
  const flags = [...new Set(`${pattern.flags.replace(/[gy]/g, "")}m`)].join("");
  return new RegExp(pattern.source, flags).test(together);
}
