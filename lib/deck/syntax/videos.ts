import type { MarkedExtension, Tokens } from "marked";
import { plainText } from "@/lib/deck/plain-text";
import { readVideo } from "@/lib/deck/video-address";
import { escapeMarkdown } from "./attributes";

/**
 * A link to a film on YouTube or Vimeo alone in its paragraph, or written as an image, as in Deckset. It stays a
 * link here; `decorate/videos.ts` makes the card of it.
 */
export const videos: MarkedExtension = {
  renderer: {
    paragraph({ tokens }: Tokens.Paragraph) {
      if (!tokens.some(({ type }) => type === "link" || type === "image")) return false;
      const [only, ...others] = tokens.filter((token) => token.type !== "text" || token.raw.trim() !== "");
      if (only === undefined || others.length > 0 || (only.type !== "link" && only.type !== "image")) return false;
      if (typeof only.href !== "string" || readVideo(only.href) === undefined || typeof only.text !== "string") return false;
      const inside = only.type === "link" ? (only.tokens ?? []) : [];
      // A picture that leads to a film is what its author wants to show.
      if (inside.some(({ type }) => type === "image")) return false;
      const said = only.type === "link" ? inside.map(plainText).join("") : only.text;
      const words = said === only.href || only.raw === only.href ? "" : said;
      return `<p data-l-video=""><a href="${escapeMarkdown(only.href)}">${escapeMarkdown(words)}</a></p>\n`;
    },
  },
};
