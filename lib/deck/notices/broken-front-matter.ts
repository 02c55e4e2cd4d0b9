import { describeFault } from "./front-matter-fault";
import { noticeRange, type NoticeRule } from "./rule";

/** Front matter that YAML can't read: the deck opens without its settings. */
export const brokenFrontMatter: NoticeRule = (context) => {
  if (!context.front.error) return [];
  const error = describeFault(context.text, context.front.error);
  const range = noticeRange(context, error.start, error.end);
  return [
    {
      code: "broken-front-matter",
      severity: "error",
      message: `${error.sentence} (line ${range.startLine}). The deck's settings are not used until it is mended.`,
      range,
    },
  ];
};
