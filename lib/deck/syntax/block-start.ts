import { matches } from "./first-sign";

/** How far into a paragraph a block of ours is looked for. */
const maxReach = 65_536;
/** A search that went no further is as soon done again as remembered. */
const worthKeeping = 1_024;

/** What begins a block of ours that ends a paragraph: a formula, a footnote, a box, remark's notes. */
const mark = / {0,3}(?:\$\$|\[\^[^\]\s]+\]:)|:{3}|\?{3}[ \t]*(?:\n|$)/y;
/**
 * What ends every paragraph by itself (as in marked's rule for them): a blank line, a heading, a quote, a fence, an
 * item, a break, HTML with an end of its own.
 */
const end = new RegExp(
  [
    /[ \t]*(?:\n|$)/,
    / {0,3}(?:#{1,6}(?:\s|$)|>|`{3,}[^`\n]*(?:\n|$)|~~~|(?:[*+-]|1[.)])[ \t]+[^ \t\n])/,
    / {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})(?:\n|$)/,
    / {0,3}<(?:!--|\?|![A-Za-z]|(?:script|pre|style|textarea)(?:[\s>]|$))/,
  ]
    .map(({ source }) => source)
    .join("|"),
  "y",
);
/** What any of these begins with. */
const sign = /[\s$[:?#>`~*+\-1_<]/;

/** What a search saw of a text that has `length` units from there on. */
interface Search {
  readonly length: number;
  readonly seen: string;
  /** Where the block begins; -1 for nowhere in what was seen. */
  readonly at: number;
  /** True where the paragraph ends with what was seen. */
  readonly isOver: boolean;
}

let latest: Search | undefined;

/**
 * Where a block of ours begins inside a paragraph: at the start of a line behind the first. marked asks this with the
 * whole rest of the text for every paragraph. So the search ends where the paragraph surely does, and what it saw
 * stands for as long as the rest begins with it: a text costs a little more than reading it once.
 */
export function findBlockStart(src: string): number | undefined {
  const known = knownFor(src);
  if (known && (known.at !== -1 || known.isOver)) return answer(known.at);
  let line = known?.reach ?? behindLine(src, 0);
  let at = -1;
  let isOver = false;
  while (line !== -1 && line < maxReach && at === -1 && !isOver) {
    const start = line;
    line = behindLine(src, start);
    if (!sign.test(src.charAt(start))) continue;
    if (matches(mark, src, start)) at = start;
    else isOver = matches(end, src, start);
  }
  const reach = line === -1 ? src.length : line;
  if (reach > worthKeeping) latest = { length: src.length, seen: src.slice(0, reach), at, isOver: isOver || line === -1 };
  return answer(at);
}

/** What the latest search tells of this text, if this is the rest of what it saw. */
function knownFor(src: string): (Pick<Search, "at" | "isOver"> & { readonly reach: number }) | undefined {
  if (!latest) return undefined;
  const { length, seen, at, isOver } = latest;
  const passed = length - src.length;
  if (passed < 0 || passed >= seen.length || (at !== -1 && at <= passed) || !src.startsWith(seen.slice(passed))) return undefined;
  return { at: at === -1 ? -1 : at - passed, isOver, reach: seen.length - passed };
}

function answer(at: number): number | undefined {
  return at === -1 || at >= maxReach ? undefined : at;
}

/** Where the next line starts; -1 where there is none. */
function behindLine(src: string, at: number): number {
  const newline = src.indexOf("\n", at);
  return newline === -1 ? -1 : newline + 1;
}
