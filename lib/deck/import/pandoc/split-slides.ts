import type { Token } from "marked";
import type { TextEdit } from "@/lib/deck/deck";
import { applyTextEdits } from "@/lib/deck/edits";
import { languageFor } from "@/lib/deck/language";

/** One slide as Pandoc cuts it; offsets into the text that was cut. */
export interface PandocSlide {
  readonly text: string;
  readonly start: number;
  /** Level of the heading that starts it; 0 where a rule or the text's start does. */
  readonly level: number;
}

interface Block {
  readonly token: Token;
  readonly start: number;
  readonly end: number;
  /** Divs (`:::`) open around it. */
  readonly depth: number;
  /** A heading for Pandoc: one under a line of text is not (`blank_before_header`). */
  readonly level: number;
}

/** The level at which headings start slides: the highest one that content follows at once (Pandoc's Slides.hs, `getSlideLevel`). */
export function findSlideLevel(text: string): number {
  const blocks = readBlocks(text);
  let least = 6;
  blocks.forEach(({ level }, index) => {
    const next = blocks[index + 1];
    if (level > 0 && level < least && next !== undefined && next.level === 0 && next.token.type !== "hr" && !isDivEnd(next.token)) least = level;
  });
  return least;
}

/**
 * Cuts a text as Pandoc does (Slides.hs, `prepSlides`): at headings up to the slide level and at every rule; a rule
 * right before a heading of that level adds nothing. Level 0: at rules alone.
 */
export function splitPandoc(text: string, slideLevel: number): readonly PandocSlide[] {
  const cuts: { readonly at: number; readonly from: number; readonly level: number }[] = [];
  const blocks = readBlocks(text);
  blocks.forEach((block, index) => {
    const { token, start, end, depth, level } = block;
    if (depth > 0) return;
    const inner = isDivStart(token) ? blocks[index + 1] : undefined;
    const before = blocks[index - 1];
    const last = cuts.at(-1);
    if (token.type === "hr") cuts.push({ at: start, from: end, level: 0 });
    else if (level > 0 && level <= slideLevel) {
      if (level === slideLevel && before?.token.type === "hr" && before.depth === 0 && last !== undefined) cuts.pop();
      cuts.push({ at: last !== undefined && before?.token.type === "hr" && level === slideLevel ? last.at : start, from: start, level });
    } else if (inner !== undefined && inner.level > 0 && inner.level <= slideLevel && startsSection(token))
      cuts.push({ at: start, from: start, level: inner.level });
    else if (cuts.length === 0) cuts.push({ at: 0, from: 0, level: 0 });
  });
  return cuts.map(({ from, level }, index) => ({ text: text.slice(from, cuts[index + 1]?.at ?? text.length), start: from, level }));
}

/** Writes `\\#` where a line of text under another looks like a heading to everybody but Pandoc. */
export function escapeFalseHeadings(text: string): string {
  const edits = readBlocks(text).flatMap(({ token, start, level }): TextEdit[] => {
    if (token.type !== "heading" || level > 0 || !/^ {0,3}#/.test(token.raw)) return [];
    const at = start + token.raw.indexOf("#");
    return [{ start: at, end: at, text: "\\" }];
  });
  return applyTextEdits(text, edits);
}

/** A div that begins with a heading is that heading's section, unless it sets the heading into a slide. */
function startsSection(token: Token): boolean {
  return !/column|fragment|callout|notes|panel|incremental/.test(token.raw);
}

function readBlocks(text: string): readonly Block[] {
  const blocks: Block[] = [];
  let offset = 0;
  let depth = 0;
  for (const token of languageFor({ breaks: false }).lexBlocks(text)) {
    const start = offset;
    offset += token.raw.length;
    if (token.type === "space" || token.type === "def" || token.type === "footnoteDefinition") continue;
    if (isDivEnd(token)) depth = Math.max(0, depth - 1);
    const previous = blocks.at(-1);
    const isHeading = token.type === "heading" && !continuesText(text, start, previous);
    const lineEnd = text.indexOf("\n", start);
    blocks.push({ token, start, end: token.type === "hr" && lineEnd !== -1 ? lineEnd + 1 : offset, depth, level: isHeading ? token.depth : 0 });
    if (isDivStart(token)) depth++;
  }
  return blocks;
}

function continuesText(text: string, start: number, previous: Block | undefined): boolean {
  if (previous === undefined || !["paragraph", "list", "blockquote", "text"].includes(previous.token.type)) return false;
  return start > 0 && !/\n[ \t]*\n[ \t]*$/.test(text.slice(Math.max(0, start - 200), start));
}

function isDivStart(token: Token): boolean {
  return token.type === "boxFence" && typeof token.attributes === "string";
}

function isDivEnd(token: Token): boolean {
  return token.type === "boxFence" && typeof token.attributes !== "string";
}
