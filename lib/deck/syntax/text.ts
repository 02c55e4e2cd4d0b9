import { Renderer, type Token } from "marked";
import { nameSign } from "./attributes";

const sign = /[&<>]/;
const signs = /[<>]|&(?!(?:#\d{1,7}|#x[\da-f]{1,6}|\w+);)/gi;

/** A piece of text as marked reads it. */
interface Piece {
  readonly text: string;
  readonly escaped?: boolean;
  readonly tokens?: Token[];
}

/** Prints text as the sanitizer does: quotation marks, which marked writes as entities, stand as they are. */
export class TextRenderer extends Renderer {
  override text({ text, escaped, tokens }: Piece): string {
    if (tokens) return this.parser.parseInline(tokens);
    return escaped || !sign.test(text) ? text : text.replace(signs, nameSign);
  }
}
