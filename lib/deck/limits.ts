/** Limits that keep time and memory bounded for any text; what lies beyond shows as plain text, with a notice. */

import { countLineEnds } from "./positions";
import { signTable } from "./sign-table";

/** Slides of a deck; a talk of a day has some hundreds. What lies behind them is on the last one. */
export const maxSlides = 2_000;
/** Nesting of quotes and lists; marked recurses once a level. */
export const maxNesting = 50;
/** UTF-16 units of one inline block (a paragraph, a heading, a cell). */
export const maxInlineUnits = 64 * 1024;
/** UTF-16 units of front matter; real ones are a few hundred. */
export const maxFrontMatterUnits = 32 * 1024;
/** Brackets open at once inside one inline block. */
export const maxOpenBrackets = 50;
/** Emphasis delimiters in one inline block: marked looks for each one's partner through the rest of the block. */
export const maxEmphasisRuns = 2_000;
/** Marks of an inline block times its units: every mark is looked up against the rest of the block. */
const maxInlineWork = 20_000_000;
/** Lines of an inline block. */
const maxInlineLines = 4_000;
/** UTF-16 units that hold too few marks and lines for any limit but that of open brackets. */
const shortInline = Math.min(maxEmphasisRuns, maxInlineLines, Math.floor(Math.sqrt(maxInlineWork)));
/** Lines of one slide that begin a block: items, quotes, rows, headings, fences, HTML. A crowded slide has fifty. */
const maxBlockLines = 5_000;
/** Marks of inline syntax on one slide. */
const maxInlineMarks = 30_000;
/** UTF-16 units of one footnote; it comes again on every slide that refers to it. */
export const maxFootnoteUnits = 4_000;
/** Style elements of one slide that are read; a slide has one or two. */
export const maxStyles = 200;
/** Names that stand for other values (`*name`) in front matter; none is taken, and reading very many takes long. */
export const maxAliases = 50;
/** Quotation marks in front matter; a theme of a hundred rules has some hundreds. */
export const maxQuotes = 2_000;
/** Formulas of one slide that are set. */
export const maxFormulas = 300;
/** UTF-16 units of TeX of one slide that are set; a page of a book has about 2,000. */
export const maxTexUnits = 16 * 1024;
/** Diagrams of one slide that are drawn. */
export const maxDiagrams = 20;
/** UTF-16 units of one diagram's text; mermaid itself draws no more. */
export const maxDiagramUnits = 50_000;

const marker = "(?:>|[-*+](?=[ \\t])|\\d{1,9}[.)](?=[ \\t]))";
const deep = `(?:(?:[ \\t]*${marker}){${maxNesting + 1},}|[ \\t]{${maxNesting * 2},}${marker})`;
const deepAt = new RegExp(deep, "y");
const deepLines = new RegExp(`^${deep}`, "gm");
/** What such a line begins with. */
const deepSigns = signTable(" \t>-*+0123456789");

/** True where a slide has more structure than can be read in good time; it shows as plain text. */
export function isBeyondReading(text: string): boolean {
  return nestsTooDeep(text) || holdsTooMuch(text);
}

const inlineMarks = signTable("[]<>`$&*_~!@^:\\|{}");
const blockStarts = signTable("-*+>|#<:`~=[.?$0123456789");

/** True where a slide has more blocks or inline marks than its limits, told without parsing. */
export function holdsTooMuch(text: string): boolean {
  if (text.length < maxBlockLines) return false;
  let blocks = 0;
  let marks = 0;
  let isLineStart = true;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (inlineMarks[unit] === 1) marks++;
    if (isLineStart && unit !== 32 && unit !== 9) {
      if (blockStarts[unit] === 1) blocks++;
      isLineStart = false;
    }
    if (unit === 10) isLineStart = true;
    if (blocks > maxBlockLines || marks > maxInlineMarks) return true;
  }
  return false;
}

/** True where block structure nests deeper than `maxNesting`, judged by the lines alone, before any parser runs. */
export function nestsTooDeep(text: string): boolean {
  return countLines(text) === tooDeep;
}

const tooDeep = -1;

/** The line ends of a text, or that it nests too deep: both are told by one look at its lines. */
function countLines(text: string): number {
  let lines = 0;
  for (let start = 0; ; lines++) {
    const found = text.indexOf("\n", start);
    const end = found === -1 ? text.length : found;
    if (end - start > maxNesting && deepSigns[text.charCodeAt(start)] === 1) {
      deepAt.lastIndex = start;
      if (deepAt.test(text)) return tooDeep;
    }
    if (found === -1) return lines;
    start = end + 1;
  }
}

/**
 * The same text, unit for unit, with markers made plain where lines nest too deep or too many follow each other: so
 * that its breaks are found in good time. What is made plain hangs on the lines between two breaks or headings alone,
 * never on what stands elsewhere: a part of a text gives what the whole gives.
 */
export function flattenForBreaks(text: string): string {
  const lines = countLines(text);
  return lines === tooDeep ? flattenCrowds(text.replace(deepLines, toPlain), countLineEnds(text)) : flattenCrowds(text, lines);
}

function toPlain(markers: string): string {
  return "x".repeat(markers.length);
}

/** Lines that begin a block other than a paragraph, between two breaks or headings. */
const maxCrowd = 2_000;
const crowdLine = /^[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])|\||\$\$|:{3}|\?{3}|\[\^)/gm;
/** A break, a heading or the line under one. */
const boundary = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|=+[ \t]*|#{1,6}(?:[ \t].*)?)$/gm;

function flattenCrowds(text: string, lines: number): string {
  if (lines < maxCrowd || countMatches(text, crowdLine) <= maxCrowd) return text;
  let flattened = "";
  let start = 0;
  const close = (end: number) => {
    const part = text.slice(start, end);
    flattened += countMatches(part, crowdLine) > maxCrowd ? part.replace(crowdLine, toPlain) : part;
    start = end;
  };
  for (const line of text.matchAll(boundary)) {
    close(line.index);
    flattened += line[0];
    start = line.index + line[0].length;
  }
  close(text.length);
  return flattened;
}

/** Marks of inline syntax on one line; the address of a picture that stands in its text has none. */
const maxLineMarks = 20_000;

/** True where one line alone has more marks than a page has letters. */
export function holdsLongCrowd(text: string): boolean {
  if (text.length < maxLineMarks) return false;
  for (let start = 0; start < text.length;) {
    const found = text.indexOf("\n", start);
    const end = found === -1 ? text.length : found;
    if (end - start >= maxLineMarks && countMarks(text, start, end) > maxLineMarks) return true;
    start = end + 1;
  }
  return false;
}

function countMarks(text: string, start: number, end: number): number {
  let marks = 0;
  for (let i = start; i < end; i++) if (inlineMarks[text.charCodeAt(i)] === 1) marks++;
  return marks;
}

/** How often a global pattern is found in a text: a list of what it finds would take longer than to find it. */
export function countMatches(text: string, pattern: RegExp): number {
  let count = 0;
  pattern.lastIndex = 0;
  while (pattern.test(text)) count++;
  return count;
}

/** True where an inline block would make the inline lexer recurse or search without bound. */
export function inlineTooComplex(text: string): boolean {
  if (text.length > maxInlineUnits) return true;
  if (text.length <= maxOpenBrackets || (text.length < shortInline && !text.includes("["))) return false;
  let open = 0;
  let runs = 0;
  let marks = 0;
  let lines = 0;
  let previous = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 91) {
      if (++open > maxOpenBrackets) return true;
    } else if (unit === 93) {
      if (open > 0) open--;
    } else if ((unit === 42 || unit === 95 || unit === 126) && unit !== previous) {
      if (++runs > maxEmphasisRuns) return true;
    }
    if (inlineMarks[unit] === 1 && ++marks * text.length > maxInlineWork) return true;
    if (unit === 10 && ++lines > maxInlineLines) return true;
    previous = unit;
  }
  return false;
}
