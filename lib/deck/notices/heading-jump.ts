import { oneLine, quote } from "./words";
import { plainText } from "@/lib/deck/plain-text";
import type { SlideRemark, SlideRule } from "./rule";

/** Inside a slide a heading goes at most one level deeper than the one before it: screen readers show the levels. */
export const headingJump: SlideRule = ({ source, text }) => {
  const remarks: SlideRemark[] = [];
  let before = 0;
  for (const { token, start } of source.blocks) {
    if (token.type !== "heading" || typeof token.depth !== "number") continue;
    const level: number = token.depth;
    if (before > 0 && level > before + 1) {
      const marks = /^ {0,3}(#{1,6})(?=[ \t]|$)/.exec(text.slice(start, start + 12))?.[1];
      const at = text.indexOf("#", start);
      remarks.push({
        code: "heading-jump",
        severity: "hint",
        message: `${quote(oneLine(plainText(token)))} is a heading of level ${level} right below one of level ${before}.`,
        start,
        end: start + token.raw.trimEnd().length,
        ...(marks === undefined
          ? {}
          : { fix: { label: `Make it level ${before + 1}`, edits: [{ start: at, end: at + marks.length, text: "#".repeat(before + 1) }] } }),
      });
      before += 1;
    } else before = level;
  }
  return remarks;
};
