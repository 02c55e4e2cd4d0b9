import { deckKeys, slideKeys } from "@/lib/deck/settings";
import { noticeRange, nothing, ofSlides, type NoticeContext, type NoticeRule } from "./rule";
import { settingWords } from "./setting-words";

const knownKeys: ReadonlySet<string> = new Set([...deckKeys, ...slideKeys]);

/** Settings that can't be used as written, or that nobody knows: kept in the text, and named. */
export const settingProblems: NoticeRule = (context) => [...frontMatterProblems(context), ...slideProblems(context)];

function frontMatterProblems(context: NoticeContext): ReturnType<NoticeRule> {
  const unknown = Object.keys(context.front.values).filter((key) => !knownKeys.has(key));
  return [
    ...context.problems.map((problem) => ({
      code: "setting-value",
      severity: "warning" as const,
      message: `${settingWords(problem)}.`,
      range: keyRange(context, problem.key),
    })),
    ...unknown.map((key) => ({
      code: "setting-unknown",
      severity: "info" as const,
      message: `"${key}" is no setting that Lectern knows; it is kept and does nothing.`,
      range: keyRange(context, key),
    })),
  ];
}

function keyRange(context: NoticeContext, key: string): ReturnType<typeof noticeRange> {
  const start = context.front.keys.get(key);
  if (start === undefined) return noticeRange(context, 0, Math.min(3, context.text.length));
  const lineEnd = context.text.indexOf("\n", start);
  return noticeRange(context, start, lineEnd === -1 ? context.text.length : lineEnd);
}

function slideProblems(context: NoticeContext): ReturnType<NoticeRule> {
  const starts = context.slideStarts;
  const values = context.slideProblems.map((problem) => {
    const { key, slide, isOwn } = problem;
    const start = starts[slide] ?? 0;
    const place = context.items[slide]?.source.written.findLast((setting) => setting.key === key && setting.isOwn === isOwn);
    return {
      code: "setting-value",
      severity: "warning" as const,
      message: `${settingWords(problem)}.`,
      range: noticeRange(context, start + (place?.start ?? 0), start + (place?.end ?? 0)),
    };
  });
  const unknown = ofSlides(context, ({ source: { unknownKeys } }, slide) => {
    if (unknownKeys.length === 0) return nothing;
    return unknownKeys.map(({ key, start, end }) => ({
      code: "setting-unknown",
      severity: "info",
      message: `"_${key}" is no setting that Lectern knows; the comment is kept and does nothing.`,
      range: noticeRange(context, (starts[slide] ?? 0) + start, (starts[slide] ?? 0) + end),
    }));
  });
  return [...values, ...unknown];
}
