import type { MarkedExtension } from "marked";
import { emojiByName } from "./emoji-names";

const shortcode = /^:([a-z0-9_+-]{1,40}):/;

/** `:rocket:` as on code hosts; a name nobody knows stays as it is written. */
export const emoji: MarkedExtension = {
  extensions: [
    {
      name: "emoji",
      level: "inline",
      tokenizer(src) {
        const match = shortcode.exec(src);
        const character = match?.[1] ? emojiByName.get(match[1]) : undefined;
        return match && character ? { type: "emoji", raw: match[0], text: character } : undefined;
      },
      renderer: ({ text }) => (typeof text === "string" ? text : ""),
    },
  ],
};
