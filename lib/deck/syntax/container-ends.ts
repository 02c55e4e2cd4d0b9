import type { Token, Tokens } from "marked";
import { signTable } from "@/lib/deck/sign-table";
import { FirstSignTokenizer, firstSign, matches } from "./first-sign";
import { readPlainList } from "./plain-list";

const interrupting = /^ {0,3}(?:[*+-]|1[.)])/;
const listStart = /^ {0,3}(?:[*+-]|\d{1,9}[.)])(?:[ \t]|\n|$)/;
/** Lines that end whatever is open: the fence of a box, remark's notes separator. */
const ending = /:{3}|\?{3}[ \t]*(?:\n|$)/y;
const endingLine = /\n(?::{3,}|\?\?\?[ \t]*(?:\n|$))/;
/** The two lines of a table's head. marked reads all rows first, and tells a title's underline from a delimiter row last. */
const tableStart = /^[^\n]*\n(?=[^\n]*[:|]) {0,3}[|:-]/;
/** HTML that ends at a blank line; what has an end of its own (CommonMark 4.6, kinds 1 to 5) keeps every line up to it. */
const openEndedHtml = /^ {0,3}<(?!(?:script|pre|style|textarea)(?:[\s>]|$)|[!?])/i;
/** What ends such HTML: a blank line, or a line that ends whatever is open. */
const htmlEnd = /\n(?:[ \t]*\n|(:{3}|\?{3}[ \t]*(?:\n|$)))/;
/** An item or a quote at the margin. */
const item = /(?:[*+-]|\d{1,9}[.)])(?:[ \t]|\n|$)|>/y;

/**
 * A list, a quote, a table or a block of HTML ends before a line of `:::` or `???` that is not indented into it.
 * CommonMark and GFM would read that line as a lazy continuation, as a row or as HTML, and the box it closes would
 * never close.
 */
export class ContainerTokenizer extends FirstSignTokenizer {
  override list(src: string): Tokens.List | undefined {
    if (listSigns[firstSign(src, 0)] !== 1 || !listStart.test(src)) return undefined;
    // Behind text, a list has to begin in a way of its own.
    const plain = this.lexer.state.lastToken?.type !== "text" || interrupting.test(src) ? readPlainList(src, this.lexer) : undefined;
    return plain ?? super.list(src.slice(0, findEnd(src)));
  }

  override blockquote(src: string): Tokens.Blockquote | undefined {
    return firstSign(src, 0) === quote ? super.blockquote(src.slice(0, findEnd(src))) : undefined;
  }

  override table(src: string): Tokens.Table | undefined {
    if (tableSigns[firstSign(src, src.indexOf("\n") + 1)] !== 1 || !tableStart.test(src)) return undefined;
    return super.table(src.slice(0, findEndOfLines(this.rules.block.table.exec(src)?.[0] ?? "")));
  }

  override html(src: string): Tokens.HTML | undefined {
    if (firstSign(src, 0) !== angle) return undefined;
    if (!openEndedHtml.test(src)) return super.html(src);
    const end = htmlEnd.exec(src);
    return super.html(end?.[1] ? src.slice(0, end.index + 1) : src);
  }

  override hr(src: string): Tokens.Hr | undefined {
    return this.#note(super.hr(src), 0);
  }

  override heading(src: string): Tokens.Heading | undefined {
    return this.#note(super.heading(src), 1);
  }

  override lheading(src: string): Tokens.Heading | undefined {
    return this.#note(super.lheading(src), 1);
  }

  #note<T extends Token>(token: T | undefined, own: number): T | undefined {
    const counted: Counted | undefined = token;
    if (counted) counted[inlinesBefore] = this.lexer.inlineQueue.length - own;
    return token;
  }
}

const angle = 60;
const quote = 62;
/** What a list's bullet begins with. */
const listSigns = signTable("*+-0123456789");
/** What the line below a table's head begins with. */
const tableSigns = signTable("|:-");

/** Of our own, and no property that marked or anybody else could mean. */
const inlinesBefore = Symbol("inlinesBefore");

/** A rule or a heading, what may part slides, and how many inline blocks its lexer had met before. */
type Counted = Token & { [inlinesBefore]?: number };

/** How many inline blocks stand before this rule or heading in the text that it was read in. */
export function countInlinesBefore(token: Counted | undefined): number | undefined {
  return token?.[inlinesBefore];
}

/** Offset of the ending line in a block's own lines: no search goes further, or each would go over the same text. */
function findEndOfLines(block: string): number | undefined {
  const at = block.search(endingLine);
  return at === -1 ? undefined : at + 1;
}

/** Offset of the ending line, looked for no further than the container can reach: a blank line, then text at the margin. */
function findEnd(src: string): number | undefined {
  let fence = "";
  let blankBefore = false;
  for (let start = 0; start < src.length;) {
    const newline = src.indexOf("\n", start);
    const end = newline === -1 ? src.length : newline + 1;
    const ink = firstInk(src, start, end);
    const mark = fenceAt(src, ink);
    if (fence !== "") {
      if (mark.startsWith(fence)) fence = "";
    } else if (start > 0 && matches(ending, src, start)) return start;
    else if (blankBefore && ink === start && !matches(item, src, start)) return undefined;
    else fence = mark;
    blankBefore = ink === end;
    start = end;
  }
  return undefined;
}

/** Where the line's text begins; its end where it is blank. */
function firstInk(src: string, start: number, end: number): number {
  let at = start;
  while (at < end && isSpace(src.charCodeAt(at))) at++;
  return at;
}

function isSpace(unit: number): boolean {
  return unit === 32 || (unit >= 9 && unit <= 13) || (unit > 127 && /\s/.test(String.fromCharCode(unit)));
}

/** The backticks or tildes of a fence; empty where there is none. */
function fenceAt(src: string, at: number): string {
  const sign = src[at];
  if (sign !== "`" && sign !== "~") return "";
  let end = at;
  while (src[end] === sign) end++;
  return end - at < 3 ? "" : src.slice(at, end);
}
