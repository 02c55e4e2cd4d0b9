import { Tokenizer, type Tokens } from "marked";

/**
 * marked tries every rule on every block and on every run of text. Here a rule is tried only where the first signs are
 * such as it begins with, which tells for nearly all of them; what a rule then reads is marked's own.
 */
export class FirstSignTokenizer extends Tokenizer {
  override space(src: string): Tokens.Space | undefined {
    const end = endOfBlankLines(src);
    return end === 0 ? undefined : { type: "space", raw: src.slice(0, end) };
  }

  override code(src: string): Tokens.Code | undefined {
    const unit = src.charCodeAt(0);
    return unit === space || unit === tab ? super.code(src) : undefined;
  }

  override fences(src: string): Tokens.Code | undefined {
    const unit = firstSign(src, 0);
    return unit === backtick || unit === tilde ? super.fences(src) : undefined;
  }

  override heading(src: string): Tokens.Heading | undefined {
    return firstSign(src, 0) === hash ? super.heading(src) : undefined;
  }

  override def(src: string): Tokens.Def | undefined {
    return firstSign(src, 0) === bracket ? super.def(src) : undefined;
  }

  override lheading(src: string): Tokens.Heading | undefined {
    return mayBeUnderlined(src) ? super.lheading(src) : undefined;
  }
}

const tab = 9;
const newline = 10;
const space = 32;
const hash = 35;
const hyphen = 45;
const equals = 61;
const bracket = 91;
const backtick = 96;
const tilde = 126;

/** The unit that a block begins with: behind at most three spaces. */
export function firstSign(src: string, from: number): number {
  let ink = from;
  while (ink < from + 3 && src.charCodeAt(ink) === space) ink++;
  return src.charCodeAt(ink);
}

/** Does a sticky pattern match at this offset? */
export function matches(pattern: RegExp, src: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(src);
}

/** Behind the blank lines that a text begins with. */
function endOfBlankLines(src: string): number {
  let end = 0;
  for (let at = 0; ; at++) {
    const unit = src.charCodeAt(at);
    if (unit === newline) end = at + 1;
    else if (unit !== space && unit !== tab) return at === src.length ? at : end;
  }
}

/** Does a line below the first begin as an underline does? None behind a blank line counts. */
function mayBeUnderlined(src: string): boolean {
  for (let end = src.indexOf("\n"); end !== -1; end = src.indexOf("\n", end + 1)) {
    const unit = firstSign(src, end + 1);
    if (unit === equals || unit === hyphen) return true;
    if (unit === newline) return false;
  }
  return false;
}
