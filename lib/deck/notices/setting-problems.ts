import { deckKeys, slideKeys } from "@/lib/deck/settings";
import { noticeRange, slideStarts, type NoticeContext, type NoticeRule } from "./rule";

const knownKeys: ReadonlySet<string> = new Set([...deckKeys, ...slideKeys]);

/** Settings that can't be used as written, or that nobody knows: kept in the text, and named. */
export const settingProblems: NoticeRule = (context) => [...frontMatterProblems(context), ...slideProblems(context)];

function frontMatterProblems(context: NoticeContext): ReturnType<NoticeRule> {
  const unknown = Object.keys(context.front.values).filter((key) => !knownKeys.has(key));
  return [
    ...context.problems.map(({ key, sentence }) => ({
      code: "setting-value",
      severity: "warning" as const,
      message: `${sentence}.`,
      range: keyRange(context, key),
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
  const block = context.text.slice(0, context.front.length);
  const at = block.search(new RegExp(`^\\s*["']?${key.replace(/[^\w-]/g, "\\$&")}["']?\\s*:.*$`, "m"));
  if (at === -1) return noticeRange(context, 0, Math.min(3, context.text.length));
  const start = at + (/^\s*/.exec(block.slice(at))?.[0].length ?? 0);
  const lineEnd = block.indexOf("\n", start);
  return noticeRange(context, start, lineEnd === -1 ? block.length : lineEnd);
}

function slideProblems(context: NoticeContext): ReturnType<NoticeRule> {
  const starts = slideStarts(context);
  const ofSlides = context.slideProblems.map(({ key, sentence, slide }) => {
    const start = starts[slide] ?? 0;
    const text = context.items[slide]?.piece.text ?? "";
    const at = Math.max(0, text.indexOf(`${key}:`));
    return {
      code: "setting-value",
      severity: "warning" as const,
      message: `${sentence}.`,
      range: noticeRange(context, start + at, start + at + key.length),
    };
  });
  const unknown = context.items.flatMap(({ source }, slide) =>
    source.unknownKeys.map(({ key, start, end }) => ({
      code: "setting-unknown",
      severity: "info" as const,
      message: `"${key}" is no setting that Lectern knows; the comment is kept and does nothing.`,
      range: noticeRange(context, (starts[slide] ?? 0) + start, (starts[slide] ?? 0) + end),
    })),
  );
  return [...ofSlides, ...unknown];
}
