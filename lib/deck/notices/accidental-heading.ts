import { oneLine, quote } from "./words";
import type { SlideRule } from "./rule";

/** CommonMark's second level by a line of dashes: the text above it becomes the heading. */
const underlined = /\n {0,3}(-{2,4})[ \t]*\n*$/;

/**
 * A break or a pause that stands right under text is a heading's underline, as CommonMark says. Two to four dashes
 * under a longer text are one by accident; a line as long as its text is one on purpose.
 */
export const accidentalHeading: SlideRule = ({ tokens }) =>
  tokens.flatMap(({ token, start }) => {
    if (token.type !== "heading" || token.depth !== 2) return [];
    const match = underlined.exec(token.raw);
    const dashes = match?.[1];
    if (!match || dashes === undefined) return [];
    const above = token.raw.slice(0, match.index);
    if (above.includes(": ") && above.split("\n").every((line) => /^\s*[\w-]+:(?:\s|$)/.test(line))) return [];
    if (!above.includes("\n") && above.trim().length <= dashes.length + 2) return [];
    const at = start + match.index;
    const isPause = dashes === "--";
    return [
      {
        code: "accidental-heading",
        severity: above.includes("\n") || !isPause ? "warning" : "info",
        message: `${quote(oneLine(above))} is a heading, since ${dashes} stands right under it. ${
          isPause ? "A pause is written `. . .`, with a blank line around it." : "With a blank line between them it starts a slide."
        }`,
        start,
        end: at + 1 + dashes.length,
        fix: isPause
          ? { label: "Make it a pause", edits: [{ start: at + 1, end: at + 1 + match[0].slice(1).trimEnd().length, text: "\n. . ." }] }
          : { label: "Make it a slide break", edits: [{ start: at, end: at, text: "\n" }] },
      },
    ];
  });
