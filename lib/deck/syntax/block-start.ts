/** How far into a paragraph a block of ours is looked for. */
const maxReach = 65_536;

interface Search {
  /** A stretch of text, and where the pattern matches first behind the last start that was asked about; -1 for nowhere. */
  readonly stretch: string;
  readonly at: number;
}

/** By the pattern's text: a literal in a function is another object at every call. */
const fromLineStart = new Map<string, RegExp>();
const latest = new Map<string, Search>();

/**
 * Where a block extension could start inside a paragraph: at the start of a line behind the first. marked asks this
 * with the whole rest of the text for every paragraph and every extension. So the search ends at the first blank
 * line, which no paragraph runs over, and what it found stands for as long as the rest is the end of the same stretch.
 */
export function findInParagraph(src: string, pattern: RegExp): number | undefined {
  const stretch = stretchOf(src);
  const known = latest.get(pattern.source);
  const passed = known ? known.stretch.length - stretch.length : -1;
  let at: number;
  if (known && passed >= 0 && (known.at === -1 || known.at > passed) && known.stretch.endsWith(stretch)) {
    at = known.at === -1 ? -1 : known.at - passed;
  } else {
    at = search(stretch, pattern);
    latest.set(pattern.source, { stretch, at });
  }
  return at === -1 || at >= maxReach ? undefined : at;
}

/** Up to the blank line, or at least as far as anything is looked for, ending where it ends for what follows too. */
function stretchOf(src: string): string {
  const blank = src.slice(0, 2 * maxReach).indexOf("\n\n");
  if (blank !== -1) return src.slice(0, blank + 1);
  const behind = Math.max(0, Math.floor(src.length / maxReach) - 1) * maxReach;
  return src.slice(0, src.length - behind);
}

/** The first character never begins a line: a paragraph starts in front of it. */
function search(stretch: string, pattern: RegExp): number {
  const lines = fromLineStart.get(pattern.source) ?? new RegExp(pattern.source, "gm");
  fromLineStart.set(pattern.source, lines);
  lines.lastIndex = 1;
  return lines.exec(stretch)?.index ?? -1;
}
