import { holdsTooMuch, inlineTooComplex, maxInlineUnits, maxNesting, nestsTooDeep } from "@/lib/deck/limits";
import type { SlideRule } from "./rule";

/** What lies beyond the language's limits shows as plain text. */
export const beyondLimits: SlideRule = ({ text, source }) => {
  if (nestsTooDeep(text)) {
    const message = `Lists and quotes nest deeper than ${maxNesting} levels here, so this slide shows as plain text.`;
    return [{ code: "nested-too-deep", severity: "warning", message, start: 0, end: text.length }];
  }
  if (holdsTooMuch(text)) {
    const message = "This slide holds more than can be read in good time, so it shows as plain text. Breaks (`---`) part it.";
    return [{ code: "slide-too-long", severity: "warning", message, start: 0, end: text.length }];
  }
  return source.blocks.flatMap(({ token, start }) => {
    if (token.type !== "paragraph" && token.type !== "heading") return [];
    if (typeof token.text !== "string" || !inlineTooComplex(token.text)) return [];
    const message =
      token.text.length > maxInlineUnits
        ? `This paragraph is longer than ${maxInlineUnits / 1024} KiB and shows as plain text. A blank line parts it.`
        : "This paragraph has more open brackets or marks than anybody can follow, so it shows as plain text.";
    return [{ code: "paragraph-too-long", severity: "warning" as const, message, start, end: start + token.raw.length }];
  });
};
