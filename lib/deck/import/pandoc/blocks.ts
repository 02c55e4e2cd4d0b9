import { isHiddenCell } from "./code-blocks";
import { readSourceLines, type SourceLine } from "@/lib/deck/import/source-lines";

/** What Pandoc's reader sees in a line, as far as cutting slides goes; offsets into the text. */
export interface PandocBlock {
  readonly kind: "heading" | "rule" | "divStart" | "divEnd" | "content";
  readonly start: number;
  readonly end: number;
  /** Of a heading; 0 for all else. */
  readonly level: number;
  /** Divs (`:::`) open around it. */
  readonly depth: number;
  readonly text: string;
}

const divLine = /^ {0,3}:{3,}[ \t]*(?:[^\s{}:][^\s{}]*[ \t]*)?(?:\{.*\})?[ \t]*:*[ \t]*$/;
const divEnd = /^ {0,3}:{3,}[ \t]*$/;
const atx = /^ {0,3}(#{1,6})(?:[ \t]|$)/;
const rule = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const tableRule = /^ {0,3}-{2,}[ \t]+-/;

/**
 * Reads a text (LF line ends) by lines as Pandoc does where it differs from CommonMark: a heading needs a blank line or
 * the end of another block before it, a line of dashes may belong to a table, and `:::` ends whatever is open.
 */
export function readPandocBlocks(text: string): readonly PandocBlock[] {
  const lines = readSourceLines(text);
  const blocks: PandocBlock[] = [];
  const htmlDivs = findHtmlDivs(lines);
  let depth = 0;
  let inText = false;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    if (line === undefined) break;
    const next = lines[i + 1];
    const html = htmlDivs.get(i);
    const push = (kind: PandocBlock["kind"], last: SourceLine, level = 0) => {
      blocks.push({ kind, start: line.start, end: Math.min(text.length, last.start + last.text.length + 1), level, depth, text: line.text });
      inText = false;
    };
    if (line.kind === "blank") inText = false;
    else if (line.kind === "fence" && isHiddenFence(lines, i)) {
      // Nothing of it shows: it is no content that a slide could start with.
      while (lines[i + 1] !== undefined && lines[i + 1]?.kind === "code") i++;
      if (lines[i + 1]?.kind === "fence") i++;
      inText = false;
    } else if (line.kind !== "text") {
      push("content", line);
    } else if (divLine.test(line.text)) {
      if (divEnd.test(line.text)) depth = Math.max(0, depth - 1);
      push(divEnd.test(line.text) ? "divEnd" : "divStart", line);
      if (!divEnd.test(line.text)) depth++;
    } else if (html !== undefined) {
      depth = Math.max(0, depth - html.closes);
      push(html.opens > 0 ? "divStart" : "divEnd", line);
      depth += html.opens;
    } else if (inText) continue;
    else if (atx.test(line.text)) push("heading", line, atx.exec(line.text)?.[1]?.length ?? 1);
    else if (next?.kind === "text" && /^(?:=+|-+)[ \t]*$/.test(next.text) && !rule.test(line.text) && !/^\s*[|<>]/.test(line.text)) {
      push("heading", next, next.text.startsWith("=") ? 1 : 2);
      i++;
    } else if (rule.test(line.text)) {
      const last = endOfTable(lines, i);
      push(last === undefined ? "rule" : "content", lines[last ?? i] ?? line);
      i = last ?? i;
    } else {
      push("content", line);
      // Tags alone on a line are a block of their own; all other text goes on until a blank line.
      inText = !/^\s*<\/?[a-zA-Z][^<>]*>\s*$/.test(line.text);
    }
  }
  return blocks;
}

/**
 * Pandoc reads `<div>` as it reads `:::` (`native_divs`): by the index of their lines, how many open and close there. One
 * that nobody closes, or that ends on its line, cuts nothing.
 */
function findHtmlDivs(lines: readonly SourceLine[]): ReadonlyMap<number, { readonly opens: number; readonly closes: number }> {
  const found = new Map<number, { opens: number; closes: number }>();
  const open: number[] = [];
  const at = (line: number) => {
    const counts = found.get(line) ?? { opens: 0, closes: 0 };
    found.set(line, counts);
    return counts;
  };
  lines.forEach(({ kind, text }, index) => {
    if (kind !== "text" || !/^\s*<\/?div\b/.test(text)) return;
    for (const [, slash] of text.matchAll(/<(\/?)div\b[^<>]*>/g)) {
      const start = slash === "/" ? open.pop() : open.push(index) && undefined;
      if (start === undefined || start === index) continue;
      at(start).opens++;
      at(index).closes++;
    }
  });
  return found;
}

function isHiddenFence(lines: readonly SourceLine[], at: number): boolean {
  const info = lines[at]?.info;
  if (!info) return false;
  return isHiddenCell(
    info,
    lines
      .slice(at + 1, at + 21)
      .filter(({ kind }) => kind === "code")
      .map(({ text }) => text),
  );
}

/** The furthest that a table between rules may run below its first one. */
export const maxTableLines = 200;

/**
 * A rule above a table (`-----` over columns of dashes) begins no slide, and neither do columns of dashes above a table
 * without a head.
 */
function endOfTable(lines: readonly SourceLine[], at: number): number | undefined {
  if (lines[at + 1]?.kind !== "text") return undefined;
  let hasColumns = tableRule.test(lines[at]?.text ?? "");
  for (let i = at + 1; i < Math.min(lines.length, at + maxTableLines); i++) {
    const text = lines[i]?.text ?? "";
    if (hasColumns && rule.test(text)) return i;
    if (tableRule.test(text)) hasColumns = true;
    else if (lines[i]?.kind === "blank" && !hasColumns) return undefined;
  }
  return undefined;
}
