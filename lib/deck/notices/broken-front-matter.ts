import { noticeRange, type NoticeRule } from "./rule";

/** Front matter that YAML can't read: the deck opens without its settings. */
export const brokenFrontMatter: NoticeRule = (context) => {
  const { error } = context.front;
  if (!error) return [];
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
