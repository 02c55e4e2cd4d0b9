import type { Notice } from "@/lib/deck/deck";
import type { SlideSource } from "@/lib/deck/slide-source";
import { accidentalHeading } from "./accidental-heading";
import { beyondLimits } from "./beyond-limits";
import { chartData } from "./chart-data";
import { codeLanguage } from "./code-language";
import { crowdedSlide } from "./crowded-slide";
import { foreignSettings } from "./foreign-settings";
import { foreignSyntax } from "./foreign-syntax";
import { headingJump } from "./heading-jump";
import { htmlImageAlt } from "./html-image-alt";
import { imageAlt } from "./image-alt";
import { leftovers } from "./leftovers";
import { lostCells } from "./lost-cells";
import { misspeltSettings } from "./misspelt-settings";
import { placeTokens } from "./placed-tokens";
import { noticeRange, nothing, ofSlides, type NoticeContext, type NoticeRule, type SlideRemark, type SlideRule } from "./rule";
import { smallText } from "./small-text";
import { swallowedBreak } from "./swallowed-break";
import { unclosed } from "./unclosed";

/** The rules that one slide's text decides alone. */
const rules: readonly SlideRule[] = [
  accidentalHeading,
  swallowedBreak,
  foreignSettings,
  foreignSyntax,
  unclosed,
  beyondLimits,
  codeLanguage,
  chartData,
  imageAlt,
  htmlImageAlt,
  lostCells,
  misspeltSettings,
  headingJump,
  crowdedSlide,
  smallText,
  leftovers,
];

/** What every slide's own rules say, at their places in the deck. */
export const slideRules: NoticeRule = (context) =>
  ofSlides(context, ({ source, piece }, index) => {
    const remarks = remarksOf(source, piece.text);
    return remarks.length === 0 ? nothing : remarks.map((remark) => place(remark, context.slideStarts[index] ?? 0, context));
  });

const known = new WeakMap<SlideSource, readonly SlideRemark[]>();

/** A slide keeps its source while its text stays, so a keystroke asks the rules about one slide. */
function remarksOf(source: SlideSource, text: string): readonly SlideRemark[] {
  if (source.blocks.length === 0 && text.trim() === "") return nothing;
  let remarks = known.get(source);
  if (!remarks) {
    const tokens = placeTokens(source.blocks, text);
    remarks = rules.flatMap((rule) => rule({ text, source, tokens }));
    known.set(source, remarks);
  }
  return remarks;
}

function place({ start, end, fix, ...said }: SlideRemark, offset: number, context: NoticeContext): Notice {
  const range = noticeRange(context, offset + start, offset + end);
  if (!fix) return { ...said, range };
  const edits = fix.edits.map((edit) => ({ start: offset + edit.start, end: offset + edit.end, text: edit.text }));
  return { ...said, range, fix: { label: fix.label, edits } };
}
