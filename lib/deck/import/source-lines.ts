import { replaceCode } from "./code-spans";

/**
 * What a line is to every tool that knows Markdown: `fence` are the fences themselves, `code` what stands between
 * them, `comment` a line that starts inside `<!-- … -->`, `indented` code by four spaces or a tab.
 */
export type LineKind = "text" | "blank" | "frontMatter" | "fence" | "code" | "comment" | "indented";

export interface SourceLine {
  /** Without its line end. */
  readonly text: string;
  readonly kind: LineKind;
  /** UTF-16 offset in the source. */
  readonly start: number;
  /** 1-based. */
  readonly number: number;
  /** Of a fence that opens: its info string. */
  readonly info?: string;
}

/** Index of the first line from an index on that passes; -1 where none does. Without a copy of the rest, which many questions would make many of. */
export function findLine<T>(lines: readonly T[], from: number, passes: (line: T) => boolean): number {
  for (let index = from; index < lines.length; index++) {
    const line = lines[index];
    if (line !== undefined && passes(line)) return index;
  }
  return -1;
}

interface Scan {
  fence: string;
  info: string;
  inComment: boolean;
  inList: boolean;
  afterBlank: boolean;
  readonly lastCommentEnd: number;
}

const fenceLine = /^(\s*(?:[-*+][ \t]+|\d{1,9}[.)][ \t]+|>[ \t]?)*)(`{3,}(?=[^`]*$)|~{3,})(.*)$/;
const listItem = /^ {0,3}(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)/;

/** Reads the lines of a text with LF line ends, the first `frontMatterLength` units of which are front matter. */
export function readSourceLines(text: string, frontMatterLength = 0): readonly SourceLine[] {
  const scan: Scan = { fence: "", info: "", inComment: false, inList: false, afterBlank: true, lastCommentEnd: text.lastIndexOf("-->") };
  const lines: SourceLine[] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    const number = lines.length + 1;
    const kind = start < frontMatterLength ? "frontMatter" : readKind(line, start, scan);
    lines.push(kind === "opening" ? { text: line, kind: "fence", start, number, info: scan.info } : { text: line, kind, start, number });
    start += line.length + 1;
  }
  return lines;
}

function readKind(line: string, start: number, scan: Scan): LineKind | "opening" {
  const { afterBlank } = scan;
  const blank = line.trim() === "";
  scan.afterBlank = blank;
  if (scan.fence !== "") {
    const mark = /^\s*(`{3,}|~{3,})\s*$/.exec(line)?.[1];
    if (mark === undefined || !mark.startsWith(scan.fence)) return "code";
    scan.fence = "";
    return "fence";
  }
  if (scan.inComment) {
    scan.inComment = isOpenAfter(line, true);
    return "comment";
  }
  if (blank) return "blank";
  const opening = mayFence(line) ? fenceLine.exec(line) : null;
  const isIndented = /^(?: {4}|\t| {1,3}\t)/.test(line);
  if (opening?.[2] !== undefined && (!isIndented || scan.inList)) {
    scan.fence = opening[2];
    scan.info = (opening[3] ?? "").trim();
    return "opening";
  }
  if (isIndented && !scan.inList && afterBlank) {
    scan.afterBlank = true;
    return "indented";
  }
  if (listItem.test(line)) scan.inList = true;
  else if (afterBlank && /^\S/.test(line)) scan.inList = false;
  // A comment that nobody closes is text, or every line after it would be lost on detection.
  scan.inComment =
    line.includes("<!--") &&
    scan.lastCommentEnd > start &&
    isOpenAfter(
      replaceCode(line, () => ""),
      false,
    );
  return "text";
}

function mayFence(line: string): boolean {
  return line.includes("```") || line.includes("~~~");
}

/** Whether a comment is open at the end of the line. */
function isOpenAfter(line: string, open: boolean): boolean {
  return open ? line.lastIndexOf("<!--") > line.lastIndexOf("-->") || !line.includes("-->") : line.lastIndexOf("<!--") > line.lastIndexOf("-->");
}
