import type { MarkedExtension } from "marked";

const line = /^\?\?\?[ \t]*(?:\n|$)/;

/** remark's `???`: all that follows on the slide is speaker notes (`notes.ts` takes them away). */
export const notesSeparator: MarkedExtension = {
  extensions: [
    {
      name: "notesSeparator",
      level: "block",
      tokenizer(src) {
        const match = line.exec(src);
        return match ? { type: "notesSeparator", raw: match[0] } : undefined;
      },
      renderer: () => "",
    },
  ],
};
