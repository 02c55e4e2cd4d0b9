import type { MarkedExtension } from "marked";
import { escapeHtml, readAttributes } from "./attributes";

const fence = /^:{3,}[ \t]*([\w-]+[ \t]*(?:\{[^}\n]*\})?|\{[^}\n]*\})?[ \t]*:*[ \t]*(?:\n|$)/;

/**
 * Pandoc's fenced divs, `::: name` to `:::`. An opening and a closing line are tokens of their own and nest in
 * the HTML: so a box that nobody closed ends with its slide and swallows no break.
 */
export const boxes: MarkedExtension = {
  extensions: [
    {
      name: "boxFence",
      level: "block",
      tokenizer(src) {
        const match = fence.exec(src);
        return match ? { type: "boxFence", raw: match[0], attributes: match[1] } : undefined;
      },
      renderer: ({ attributes }) => (typeof attributes === "string" ? openBox(attributes) : "</div>\n"),
    },
  ],
};

function openBox(text: string): string {
  const { classes, id, values } = readAttributes(text);
  const width = values.get("width");
  const style = width && /^\d+(?:\.\d+)?(?:%|px|em|fr)$/.test(width) ? ` style="flex: 0 1 ${width}"` : "";
  const name = id ? ` id="${escapeHtml(id)}"` : "";
  return `<div class="${escapeHtml(classes.join(" "))}"${name}${style}${values.size === 0 ? "" : stepMarks(values)}>\n`;
}

/** When it appears (Quarto's word), and how the list in it does (Slidev's words): for `decorate/steps.ts`. */
const stepWords = [
  ["fragment-index", "data-fragment-index"],
  ["depth", "data-l-depth"],
  ["every", "data-l-every"],
] as const;

function stepMarks(values: ReadonlyMap<string, string>): string {
  return stepWords
    .map(([word, mark]) => {
      const value = values.get(word) ?? "";
      return /^\d{1,4}$/.test(value) ? ` ${mark}="${value}"` : "";
    })
    .join("");
}
