import type { TextEdit } from "@/lib/deck/deck";
import { applyTextEdits } from "@/lib/deck/edits";
import { readSourceLines } from "@/lib/deck/import/source-lines";
import { readPandocBlocks } from "./blocks";

/** One slide as Pandoc cuts it; offsets into the text that was cut. */
export interface PandocSlide {
  readonly text: string;
  readonly start: number;
  /** Level of the heading that starts it; 0 where a rule or the text's start does. */
  readonly level: number;
}

/** The level at which headings start slides: the highest one that content follows at once (Pandoc's Slides.hs, `getSlideLevel`). */
export function findSlideLevel(text: string): number {
  const blocks = readPandocBlocks(text);
  let least = 6;
  blocks.forEach(({ level }, index) => {
    const next = blocks[index + 1]?.kind;
    if (level > 0 && level < least && (next === "content" || next === "divStart")) least = level;
  });
  return least;
}

interface Cut {
  /** Where the slide before it ends, and where its own text starts: a rule is no text of any. */
  readonly at: number;
  readonly from: number;
  readonly level: number;
}

/**
 * Cuts a text as Pandoc does (Slides.hs, `prepSlides`): at headings up to the slide level and at every rule; a rule
 * right before a heading of that level adds nothing. Level 0: at rules alone.
 */
export function splitPandoc(text: string, slideLevel: number): readonly PandocSlide[] {
  const cuts: Cut[] = [];
  const blocks = readPandocBlocks(text);
  blocks.forEach(({ kind, start, end, level, depth, text: line }, index) => {
    if (depth > 0) return;
    const before = blocks[index - 1];
    const inner = kind === "divStart" && startsSection(line) ? (blocks[index + 1]?.level ?? 0) : 0;
    const starts = kind === "heading" ? level : inner;
    if (kind === "rule") cuts.push({ at: start, from: end, level: 0 });
    else if (starts > 0 && starts <= slideLevel) {
      const ruled = starts === slideLevel && before?.kind === "rule" ? cuts.pop() : undefined;
      cuts.push({ at: ruled?.at ?? start, from: start, level: starts });
    } else if (cuts.length === 0) cuts.push({ at: 0, from: 0, level: 0 });
  });
  // Pandoc makes an empty slide of nothing.
  if (cuts.length === 0) cuts.push({ at: 0, from: 0, level: 0 });
  // What stands before the first slide shows nothing (cells that load libraries, definitions), but it is not lost.
  const unseen = text.slice(0, cuts[0]?.at ?? 0).trim();
  return cuts.map(({ from, level }, index) => {
    const own = text.slice(from, cuts[index + 1]?.at ?? text.length);
    return { text: index === 0 && unseen !== "" ? `${own.trimEnd()}\n\n${unseen}\n\n` : own, start: from, level };
  });
}

/** A div that begins with a heading is that heading's section, unless it sets the heading into a slide. */
function startsSection(line: string): boolean {
  return !/column|fragment|callout|notes|panel|incremental|aside|footer|content-hidden|content-visible|\.hidden/.test(line);
}

/** Writes `\#` where a line of text under another looks like a heading to everybody but Pandoc. */
export function escapeFalseHeadings(text: string): string {
  if (!/\n {0,3}#{1,6}(?:[ \t]|$)/m.test(text)) return text;
  const headings = new Set(
    readPandocBlocks(text)
      .filter(({ kind }) => kind === "heading")
      .map(({ start }) => start),
  );
  const lines = readSourceLines(text);
  const edits = lines.flatMap((line, index): TextEdit[] => {
    const isFalse = line.kind === "text" && /^ {0,3}#{1,6}(?:[ \t]|$)/.test(line.text) && !headings.has(line.start);
    // Inside of HTML nobody reads Markdown, and a backslash would show.
    if (!isFalse || /^\s*</.test(lines[index - 1]?.text ?? "")) return [];
    const at = line.start + line.text.indexOf("#");
    return [{ start: at, end: at, text: "\\" }];
  });
  return applyTextEdits(text, edits);
}
