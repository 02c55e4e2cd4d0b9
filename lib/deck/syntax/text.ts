import type { MarkedExtension, Tokens } from "marked";
import { nameSign } from "./attributes";

const sign = /[&<>]/;
const signs = /[<>]|&(?!(?:#\d{1,7}|#x[\da-f]{1,6}|\w+);)/gi;

/** Text as the sanitizer prints it: quotation marks, which marked writes as entities, stand as they are. */
export const text: MarkedExtension = {
  renderer: {
    text(token: Tokens.Text | Tokens.Escape) {
      if ("tokens" in token && token.tokens) return this.parser.parseInline(token.tokens);
      if (("escaped" in token && token.escaped) || !sign.test(token.text)) return token.text;
      return token.text.replace(signs, nameSign);
    },
  },
};
