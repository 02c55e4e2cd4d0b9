/**
 * Where a block extension could start inside a paragraph. marked asks this with the whole rest of the text for
 * every paragraph, so the search ends at the first blank line: a paragraph never runs over one.
 */
export function findInParagraph(src: string, pattern: RegExp): number | undefined {
  const blank = src.indexOf("\n\n");
  const paragraph = blank === -1 ? src.slice(0, 65_536) : src.slice(0, blank + 1);
  const found = paragraph.search(pattern);
  return found === -1 ? undefined : found;
}
