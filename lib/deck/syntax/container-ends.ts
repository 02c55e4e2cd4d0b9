import { Tokenizer, type MarkedExtension } from "marked";

const listStart = /^ {0,3}(?:[*+-]|\d{1,9}[.)])(?:[ \t]|\n|$)/;
const quoteStart = /^ {0,3}>/;
/** Lines that end whatever is open: the fence of a box, remark's notes separator. */
const ending = /^(?::{3,}|\?\?\?[ \t]*$)/;
const endingLine = /\n(?::{3,}|\?\?\?[ \t]*(?:\n|$))/;
/** The two lines of a table's head. marked reads all rows first, and tells a title's underline from a delimiter row last. */
const tableStart = /^[^\n]*\n(?=[^\n]*[:|]) {0,3}[|:-]/;
/** HTML that ends at a blank line; what has an end of its own (CommonMark 4.6, kinds 1 to 5) keeps every line up to it. */
const openEndedHtml = /^ {0,3}<(?!(?:script|pre|style|textarea)(?:[\s>]|$)|[!?])/i;
const codeFence = /^\s*(`{3,}|~{3,})/;

/**
 * A list, a quote, a table or a block of HTML ends before a line of `:::` or `???` that is not indented into it.
 * CommonMark and GFM would read that line as a lazy continuation, as a row or as HTML, and the box it closes would
 * never close.
 */
export const containerEnds: MarkedExtension = {
  tokenizer: {
    list(src) {
      const end = listStart.test(src) ? findEnd(src) : undefined;
      return end === undefined ? false : Tokenizer.prototype.list.call(this, src.slice(0, end));
    },
    blockquote(src) {
      const end = quoteStart.test(src) ? findEnd(src) : undefined;
      return end === undefined ? false : Tokenizer.prototype.blockquote.call(this, src.slice(0, end));
    },
    table(src) {
      if (!tableStart.test(src)) return undefined;
      const end = findEndOfLines(this.rules.block.table.exec(src)?.[0] ?? "");
      return end === undefined ? false : Tokenizer.prototype.table.call(this, src.slice(0, end));
    },
    html(src) {
      const end = openEndedHtml.test(src) ? findEndOfLines(this.rules.block.html.exec(src)?.[0] ?? "") : undefined;
      return end === undefined ? false : Tokenizer.prototype.html.call(this, src.slice(0, end));
    },
  },
};

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
    const line = src.slice(start, newline === -1 ? end : newline);
    const mark = codeFence.exec(line)?.[1];
    if (fence !== "") {
      if (mark?.startsWith(fence) === true) fence = "";
    } else if (start > 0 && ending.test(line)) return start;
    else if (blankBefore && /^\S/.test(line) && !listStart.test(line) && !quoteStart.test(line)) return undefined;
    else if (mark !== undefined) fence = mark;
    blankBefore = line.trim() === "";
    start = end;
  }
  return undefined;
}
