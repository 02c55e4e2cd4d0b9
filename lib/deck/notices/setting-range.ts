import { noticeRange, type NoticeContext } from "./rule";

/** The first of some settings on the slide itself, else the one in the front matter, else the slide's start. */
export function settingRange(context: NoticeContext, slide: number, keys: readonly string[]): ReturnType<typeof noticeRange> {
  const start = context.slideStarts[slide] ?? 0;
  const own = context.items[slide]?.source.written.find(({ key }) => keys.includes(key));
  if (own) return noticeRange(context, start + own.start, start + own.end);
  const front = [...context.front.keys].find(([key]) => keys.includes(key));
  if (!front) return noticeRange(context, start, start);
  const lineEnd = context.text.indexOf("\n", front[1]);
  return noticeRange(context, front[1], lineEnd === -1 ? context.text.length : lineEnd);
}
