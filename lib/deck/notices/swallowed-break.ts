import type { SlideRule } from "./rule";

const breakLine = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/gm;
/** HTML whose text is text to its end, whatever stands in it (CommonMark 4.6, kinds 1 to 5). */
const opaque = /^\s*<(?:!|\?|script\b|pre\b|style\b|textarea\b)/i;

/** HTML runs on to the next blank line (CommonMark 4.6): a break right behind it is part of the HTML. */
export const swallowedBreak: SlideRule = ({ tokens }) =>
  tokens.flatMap(({ token, start }) => {
    if (token.type !== "html" || opaque.test(token.raw)) return [];
    return [...token.raw.matchAll(breakLine)].map((match) => {
      const at = start + match.index;
      return {
        code: "swallowed-break",
        severity: "warning",
        message: `This ${match[0].trim()} belongs to the HTML above it and starts no slide: HTML ends at a blank line.`,
        start: at,
        end: at + match[0].length,
        fix: { label: "Put a blank line before it", edits: [{ start: at, end: at, text: "\n" }] },
      } as const;
    });
  });
