import { appendAll } from "@/lib/deck/append-all";
import type { Token } from "marked";
import type { Deck } from "@/lib/deck/deck";
import { languageFor } from "@/lib/deck/language";

/** A stretch of the text in which Markdown is not Markdown. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

const openFence = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(`{3,}|~{3,})/;

/**
 * What formatting must not touch between two offsets: front matter, breaks, code, formulas, comments and other raw HTML.
 * In order.
 */
export function untouchableStretches(deck: Deck, start: number, end: number): readonly Stretch[] {
  const found: Stretch[] = [];
  let previousEnd = 0;
  for (const { range } of deck.slides) {
    // Front matter or a break: the stretch between two slides.
    if (range.start > previousEnd && previousEnd <= end && range.start >= start) found.push({ start: previousEnd, end: range.start });
    previousEnd = range.end;
    if (range.end < start || range.start > end) continue;
    let offset = range.start;
    for (const token of languageFor(deck.settings).lexBlocks(deck.source.slice(range.start, range.end))) {
      appendAll(found, stretchesOf(token, offset));
      offset += token.raw.length;
    }
  }
  return found;
}

function stretchesOf(token: Token, offset: number): Stretch[] {
  switch (token.type) {
    case "code":
    case "mathBlock":
    case "html":
    case "def":
    case "boxFence":
    case "pause":
      return [{ start: offset, end: offset + token.raw.trimEnd().length }];
    case "list":
    case "blockquote":
      return nestedFences(token.raw, offset);
    default:
      return [];
  }
}

/** Fences inside lists and quotes, by their lines. */
function nestedFences(raw: string, offset: number): Stretch[] {
  const found: Stretch[] = [];
  let open: { readonly mark: string; readonly start: number } | undefined;
  let at = offset;
  for (const line of raw.split("\n")) {
    const mark = openFence.exec(line)?.[1];
    if (open === undefined && mark !== undefined) open = { mark, start: at };
    else if (open !== undefined && mark?.startsWith(open.mark) === true) {
      found.push({ start: open.start, end: at + line.length });
      open = undefined;
    }
    at += line.length + 1;
  }
  return open === undefined ? found : [...found, { start: open.start, end: offset + raw.length }];
}
