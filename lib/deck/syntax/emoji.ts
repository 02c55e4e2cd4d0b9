import type { MarkedExtension } from "marked";
import { emojiByName } from "./emoji-names";

const shortcode = /^:([a-z0-9_+-]{1,40}):/;
/** What a name beyond the common ones is made of: the minutes of `10:30:45` are none. */
const rareName = /[a-z]|^1234$/;
/** Stands before such a name in what is printed; no text holds it (`readPositions`). */
const mark = "\u0000";
const markedName = new RegExp(`${mark}:([a-z0-9_+-]+):`, "g");

/**
 * `:rocket:` as on code hosts. Common names are read as their emoji. Any other name is spelled in titles and anchors,
 * whether there is an emoji of that name or not, so that no address hangs on a table that comes late; what is shown of
 * it is decided in `nameEmoji`.
 */
export const emoji: MarkedExtension = {
  extensions: [
    {
      name: "emoji",
      level: "inline",
      tokenizer(src) {
        const match = shortcode.exec(src);
        const name = match?.[1];
        if (!match || name === undefined) return undefined;
        const [raw] = match;
        const character = emojiByName.get(name);
        if (character !== undefined) return { type: "emoji", raw, text: character };
        return rareName.test(name) && !endsBeforeCommon(src, raw) ? { type: "emoji", raw, text: raw, isRare: true } : undefined;
      },
      renderer: ({ text, isRare }) => (typeof text !== "string" ? "" : isRare === true ? mark + text : text),
    },
  ],
};

/** In `note:see:rocket:` the second colon belongs to the rocket. */
function endsBeforeCommon(src: string, raw: string): boolean {
  const next = shortcode.exec(src.slice(raw.length - 1))?.[1];
  return next !== undefined && emojiByName.has(next);
}

/** Printed tokens with the emoji of their rare names; a name nobody knows stays as it is written. */
export function nameEmoji(html: string, emojiOf: (name: string) => string | undefined): string {
  return html.includes(mark) ? html.replace(markedName, (_, name: string) => emojiOf(name) ?? `:${name}:`) : html;
}
