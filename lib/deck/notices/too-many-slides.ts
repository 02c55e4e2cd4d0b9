import { maxSlides } from "@/lib/deck/limits";
import { noticeRange, nothing, type NoticeRule } from "./rule";

/** Breaks behind the last slide that there can be start none. */
export const tooManySlides: NoticeRule = (context) => {
  const start = context.slideStarts[maxSlides - 1];
  if (start === undefined) return nothing;
  const message = `A deck has up to ${maxSlides.toLocaleString("en")} slides: breaks behind this one start none.`;
  return [{ code: "too-many-slides", severity: "warning", message, range: noticeRange(context, start, context.text.length) }];
};
