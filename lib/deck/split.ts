import type { Token } from "marked";
import { languageFor, type Blocks, type CuttableBlocks, type LanguageOptions } from "./language";
import { isBeyondReading, maxSlides } from "./limits";
import { isNotesHeading } from "./separate-notes";
import { countInlinesBefore } from "./syntax/container-ends";

/** One slide's part of the text: `lead` is the break line before it (empty where a heading breaks), `text` its own. */
export interface Piece {
  readonly lead: string;
  readonly text: string;
  /** Its blocks, read as part of the whole; undefined where it has to read its own, or those of an earlier piece of the same text. */
  readonly blocks?: Blocks | undefined;
}

export interface SplitOptions extends LanguageOptions {
  /** Heading levels that start a slide. */
  readonly headingDivider: readonly number[];
}

/**
 * Cuts a text (LF line ends, no front matter) at every top-level thematic break and, where asked, before headings;
 * a heading adds nothing where nothing visible stands before it. The pieces add up to the text: of more than `maxSlides`
 * the last holds the others.
 */
export function splitSlides(text: string, options: SplitOptions): Piece[] {
  if (options.headingDivider.length === 0 && !breakStart.test(text) && isBeyondReading(text)) return [{ lead: "", text }];
  const pieces: Piece[] = [];
  let lead = "";
  let start = 0;
  let offset = 0;
  let pristine = true;
  let first = 0;
  const seen = new Set<string>();
  const whole = languageFor(options).lexCuttable(text);
  const close = (end: number, behind: number) => {
    const own = text.slice(start, end);
    pieces.push({ lead, text: own, blocks: seen.has(own) ? undefined : cutBlocks(whole, first, behind, own.length) });
    seen.add(own);
    first = behind;
  };
  for (const [index, token] of whole.tokens.entries()) {
    if (pieces.length === maxSlides - 1) break;
    if (token.type === "hr") {
      close(offset, index);
      first = index + 1;
      const lineEnd = text.indexOf("\n", offset);
      start = lineEnd === -1 ? text.length : lineEnd + 1;
      lead = text.slice(offset, start);
      pristine = true;
    } else if (startsSlide(token, options.headingDivider) && !pristine) {
      close(offset, index);
      start = offset;
      lead = "";
      pristine = false;
    } else pristine &&= !isVisible(token);
    offset += token.raw.length;
  }
  close(text.length, whole.tokens.length);
  return pieces;
}

/** What every break begins with: a text without it that is beyond reading is not read to find that out. */
const breakStart = /^ {0,3}([-*_])[ \t]*\1[ \t]*\1/m;

/**
 * The blocks from one index to another, for a slide of so many units. The line end of the break before it may stand
 * in the blank lines that it begins with.
 */
function cutBlocks({ tokens, inlines, isFaithful }: CuttableBlocks, from: number, to: number, length: number): Blocks | undefined {
  if (!isFaithful) return undefined;
  const own = tokens.slice(from, to);
  const surplus = own.reduce((sum, token) => sum + token.raw.length, 0) - length;
  const [head] = own;
  if (surplus > 0 && head?.type === "space") own.splice(0, 1, ...(head.raw.length > surplus ? [{ ...head, raw: head.raw.slice(surplus) }] : []));
  else if (surplus !== 0) return undefined;
  return { tokens: own, inlines: inlines.slice(from === 0 ? 0 : inlinesBefore(tokens, from), countInlinesBefore(tokens[to])) };
}

/** A slide begins at a heading or behind a rule, unless it is the first; it ends at one of these, or with the text. */
function inlinesBefore(tokens: readonly Token[], start: number): number {
  const [before, token] = [tokens[start - 1], tokens[start]];
  return countInlinesBefore(before?.type === "hr" ? before : token) ?? 0;
}

/** Is this a heading that begins a slide of its own? One that begins a slide's notes belongs to that slide. */
export function startsSlide(token: Token, levels: readonly number[]): boolean {
  return token.type === "heading" && levels.includes(token.depth) && !isNotesHeading(token);
}

/** Does the block show, so that a heading after it begins another slide? */
export function isVisible(token: Token): boolean {
  if (token.type === "space" || token.type === "def") return false;
  return !(token.type === "html" && /^\s*(?:<!--[\s\S]*-->|<style\b[\s\S]*<\/style>)\s*$/i.test(token.raw));
}

/** A link definition's label that is not closed, or one that is a definition's: up to here, it may go on below. */
const openDefinition = /^ {0,3}\[(?:\\[\s\S]|[^[\]\\])*(?:\]:|$(?![\s\S]))/m;

/**
 * True where the text before a break could read differently once more text follows: a link definition's label or
 * title may run over the break (marked allows it), so an incremental split must not stop there.
 */
export function mayRunOn(piece: Piece): boolean {
  const lastBlank = piece.text.trimEnd().lastIndexOf("\n\n");
  return openDefinition.test(lastBlank === -1 ? piece.text : piece.text.slice(lastBlank + 1));
}
