import type { MarkedExtension, Tokens } from "marked";
import { escapeMarkdown } from "./attributes";
import { backgroundMarks, readImageKeywords } from "./image-keywords";

/** Images with Marp's keywords; a background leaves the text flow in `decorate/backgrounds.ts`. */
export const images: MarkedExtension = {
  renderer: {
    image(token: Tokens.Image) {
      const keywords = readImageKeywords(token.text);
      const attributes = [
        ` src="${escapeMarkdown(token.href)}" alt="${escapeMarkdown(keywords.alt)}"`,
        token.title ? ` title="${escapeMarkdown(token.title)}"` : "",
        keywords.style ? ` style="${keywords.style}"` : "",
        backgroundMarks(keywords),
      ];
      return `<img${attributes.join("")}>`;
    },
    paragraph(token: Tokens.Paragraph) {
      const [only, ...others] = token.tokens;
      if (only?.type !== "image" || others.length > 0 || !only.title || /(?:^|\s)bg(?:\s|$)/.test(only.text)) return false;
      const picture = this.parser.parseInline([{ ...only, title: null }]);
      return `<figure>${picture}<figcaption>${escapeMarkdown(only.title)}</figcaption></figure>\n`;
    },
  },
};
