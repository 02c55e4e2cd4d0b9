import type { MarkedExtension } from "marked";
import { findInParagraph } from "./block-start";

const line = /^\?\?\?[ \t]*(?:\n|$)/;

/** remark's `???`: all that follows on the slide is speaker notes (`notes.ts` takes them away). */
export const notesSeparator: MarkedExtension = {
  extensions: [
    {
      name: "notesSeparator",
      level: "block",
      start: (src) => findInParagraph(src, /^\?\?\?[ \t]*$/m),
      tokenizer(src) {
        const match = line.exec(src);
        return match ? { type: "notesSeparator", raw: match[0] } : undefined;
      },
      renderer: () => "",
    },
  ],
};
