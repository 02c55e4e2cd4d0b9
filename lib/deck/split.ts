import type { Token } from "marked";
import { languageFor, type LanguageOptions } from "./language";
import { isNotesHeading } from "./slide-source";

/** One slide's part of the text: `lead` is the break line before it (empty where a heading breaks), `text` its own. */
export interface Piece {
  readonly lead: string;
  readonly text: string;
}

export interface SplitOptions extends LanguageOptions {
  /** Heading levels that start a slide. */
  readonly headingDivider: readonly number[];
}

/**
 * Cuts a text (LF line ends, no front matter) at every top-level thematic break and, where asked, before headings;
 * a heading adds nothing where nothing visible stands before it. The pieces add up to the text.
 */
export function splitSlides(text: string, options: SplitOptions): Piece[] {
  const pieces: Piece[] = [];
  let lead = "";
  let start = 0;
  let offset = 0;
  let pristine = true;
  for (const token of languageFor(options).lexBlocks(text)) {
    if (token.type === "hr") {
      pieces.push({ lead, text: text.slice(start, offset) });
      const lineEnd = text.indexOf("\n", offset);
      start = lineEnd === -1 ? text.length : lineEnd + 1;
      lead = text.slice(offset, start);
      pristine = true;
    } else if (startsSlide(token, options.headingDivider) && !pristine) {
      pieces.push({ lead, text: text.slice(start, offset) });
      start = offset;
      lead = "";
      pristine = false;
    } else if (isVisible(token)) pristine = false;
    offset += token.raw.length;
  }
  pieces.push({ lead, text: text.slice(start) });
  return pieces;
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
