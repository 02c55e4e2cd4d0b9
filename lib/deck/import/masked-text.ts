import { findCodeSpans } from "./code-spans";
import { readSourceLines } from "./source-lines";

export interface MaskOptions {
  /** Comments are blotted out too. */
  readonly comments?: boolean;
}

/** Stands where something was blotted out; no pattern for text matches it. */
export const blot = "\ue000";

/** Of what code and comments are made: most slides have none of it. */
const mayHoldCode = /`|~~~|\t| {4}|<!--/;

/**
 * A text of the same length in which code is blotted out, so that a pattern finds only what is written as text, at
 * its own offsets. Line ends stay. LF line ends; takes time in proportion to the text.
 */
export function maskCode(text: string, { comments = false }: MaskOptions = {}): string {
  if (!mayHoldCode.test(text)) return text;
  const lines = readSourceLines(text);
  const parts: string[] = [];
  let paragraph: string[] = [];
  const flush = () => {
    if (paragraph.length > 0) parts.push(maskSpans(paragraph.join("\n")));
    paragraph = [];
  };
  for (const { kind, text: line } of lines) {
    if (kind === "text") paragraph.push(line);
    else {
      flush();
      parts.push(kind === "fence" || kind === "code" || kind === "indented" ? blot.repeat(line.length) : line);
    }
  }
  flush();
  const masked = parts.join("\n");
  return comments ? maskComments(masked) : masked;
}

/** A text of the same length without code, comments and math. */
export function maskMath(text: string): string {
  const hide = (math: string) => math.replace(/[^\n]/g, blot);
  return maskCode(text, { comments: true })
    .replace(/\$\$[^$]{1,4000}\$\$/g, hide)
    .replace(/\$[^$\n]{1,2000}\$/g, hide);
}

/** Blots out `<!-- … -->`; a comment that nobody closes stays. */
export function maskComments(text: string): string {
  let masked = "";
  let at = 0;
  for (const { start, end } of findComments(text)) {
    masked += text.slice(at, start) + blotOut(text.slice(start, end));
    at = end;
  }
  return masked + text.slice(at);
}

export interface Comment {
  readonly start: number;
  readonly end: number;
  /** What stands between the marks. */
  readonly inside: string;
}

/** The comments of a text in order. Give it a masked text, or those in code are found too. */
export function findComments(text: string): readonly Comment[] {
  const comments: Comment[] = [];
  for (let start = text.indexOf("<!--"); start !== -1;) {
    const close = text.indexOf("-->", start + 4);
    if (close === -1) break;
    comments.push({ start, end: close + 3, inside: text.slice(start + 4, close) });
    start = text.indexOf("<!--", close + 3);
  }
  return comments;
}

/** Blots out code spans: a run of backticks up to the next run of the same length. */
function maskSpans(paragraph: string): string {
  let masked = "";
  let at = 0;
  for (const { start, end } of findCodeSpans(paragraph)) {
    masked += paragraph.slice(at, start) + blotOut(paragraph.slice(start, end));
    at = end;
  }
  return masked + paragraph.slice(at);
}

function blotOut(text: string): string {
  if (!text.includes("\n")) return blot.repeat(text.length);
  return text
    .split("\n")
    .map((line) => blot.repeat(line.length))
    .join("\n");
}
