import type { MarkedExtension } from "marked";
import { escapeHtml } from "./attributes";

const reference = /^\[\^([^\]\s]{1,60})\](?!:)/;
/** A note goes on with lines that are indented, and with others that begin no block of their own. */
const definition =
  /^ {0,3}\[\^([^\]\s]{1,60})\]:[ \t]*((?:[^\n]|\n(?:[ \t]{2,}(?=\S)|(?=\n+[ \t]{2,}\S)|(?! {0,3}(?:\[\^|[#>|<`~:?$=]|[-*_+.][ \t*_-]|\.[fn]|\d+[.)]))(?=\S)))*)(?:\n|$)/;

/**
 * `[^name]` and `[^name]: text`. A definition shows at the foot of every slide that refers to it
 * (`decorate/footnotes.ts` moves it there); where it is written it shows nothing.
 */
export const footnotes: MarkedExtension = {
  extensions: [
    {
      name: "footnoteDefinition",
      level: "block",
      tokenizer(src) {
        const match = definition.exec(src);
        if (!match?.[1]) return undefined;
        return { type: "footnoteDefinition", raw: match[0], label: match[1], text: (match[2] ?? "").replace(/\n[ \t]+/g, "\n").trim() };
      },
      renderer: () => "",
    },
    {
      name: "footnoteReference",
      level: "inline",
      tokenizer(src) {
        const match = reference.exec(src);
        return match?.[1] ? { type: "footnoteReference", raw: match[0], label: match[1] } : undefined;
      },
      renderer: ({ label }) => (typeof label === "string" ? `<sup data-l-footnote="${escapeHtml(label)}">${escapeHtml(label)}</sup>` : ""),
    },
  ],
};
