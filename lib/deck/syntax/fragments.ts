import type { MarkedExtension } from "marked";

const pause = /^ {0,3}\. \. \.[ \t]*(?:\n|$)/;

/** Pandoc's pause, `. . .` on its own: what follows appears with the next step (`decorate/steps.ts` numbers them). */
export const fragments: MarkedExtension = {
  extensions: [
    {
      name: "pause",
      level: "block",
      tokenizer(src) {
        const match = pause.exec(src);
        return match ? { type: "pause", raw: match[0] } : undefined;
      },
      renderer: () => '<p data-l-pause=""></p>\n',
    },
  ],
};
