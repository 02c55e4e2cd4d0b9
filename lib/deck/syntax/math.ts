import type { MarkedExtension } from "marked";
import { escapeHtml } from "./attributes";

const block = /^ {0,3}\$\$([\s\S]+?)\$\$[ \t]*(?:\n|$)/;
/**
 * Pandoc's rules: no space inside the dollars, no digit after the closing one. And no backtick between them: in
 * "costs $5, see `$PATH`" the second dollar is the code's.
 */
const inline = /^\$(?![\s$])((?:\\.|[^$\\`\n]|\n(?!\n))*?[^\s\\$`]|[^\s\\$`])\$(?![\d$])/;
const inlineDisplay = /^\$\$(?!\$)((?:\\.|[^$\\]){1,4000}?)\$\$/;
const breakLine = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:_[ \t]*){3,}|(?:\*[ \t]*){3,})$/m;

/**
 * `$…$` and `$$…$$`. The TeX travels as text in an element of its own and is set by `decorate/math.ts` after the
 * sanitizer. A block that holds a line which would break slides is no math: so a forgotten `$$` swallows no slide.
 */
export const math: MarkedExtension = {
  extensions: [
    {
      name: "mathBlock",
      level: "block",
      tokenizer(src) {
        if (!/^ {0,3}\$\$/.test(src)) return undefined;
        const end = src.indexOf("\n\n");
        const match = block.exec(end === -1 ? src.slice(0, 65_536) : src.slice(0, end + 1));
        const tex = match?.[1]?.trim();
        return match && tex && !breakLine.test(tex) ? { type: "mathBlock", raw: match[0], tex } : undefined;
      },
      renderer: ({ tex }) => (typeof tex === "string" ? `<div data-l-math="block">${escapeHtml(tex)}</div>\n` : ""),
    },
    {
      name: "mathInline",
      level: "inline",
      tokenizer(src) {
        const display = inlineDisplay.exec(src);
        if (display?.[1]) return { type: "mathInline", raw: display[0], tex: display[1].trim(), display: true };
        const match = inline.exec(src);
        return match?.[1] ? { type: "mathInline", raw: match[0], tex: match[1], display: false } : undefined;
      },
      renderer: ({ tex, display }) =>
        typeof tex === "string" ? `<span data-l-math="${display === true ? "block" : "inline"}">${escapeHtml(tex)}</span>` : "",
    },
  ],
};
