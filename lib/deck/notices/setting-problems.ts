import type { Notice } from "@/lib/deck/deck";
import { deckKeys, slideKeys } from "@/lib/deck/settings";
import { nearestKey } from "./nearest-key";
import { noticeRange, nothing, ofSlides, type NoticeContext, type NoticeRule } from "./rule";
import { settingWords } from "./setting-words";

const knownKeys: ReadonlySet<string> = new Set([...deckKeys, ...slideKeys]);

/** Settings that can't be used as written, or that nobody knows: kept in the text, and named. */
export const settingProblems: NoticeRule = (context) => [...frontMatterProblems(context), ...slideProblems(context)];

function frontMatterProblems(context: NoticeContext): ReturnType<NoticeRule> {
  const unknown = Object.keys(context.front.values).filter((key) => !knownKeys.has(key));
  const settable = unknown.length === 0 ? [] : [...knownKeys].filter((key) => !(key in context.front.values));
  return [
    ...context.problems.map((problem) => ({
      code: "setting-value",
      severity: "warning" as const,
      message: `${settingWords(problem)}.`,
      range: keyRange(context, problem.key),
    })),
    ...unknown.map((key, index) => {
      const said = `"${key}" is no setting that Lectern knows; it is kept and does nothing.`;
      const start = context.front.keys.get(key);
      const isPlain = index < maxSuggestions && start !== undefined && context.text.startsWith(key, start);
      const meant = isPlain ? nearestKey(key, settable) : undefined;
      return {
        code: "setting-unknown",
        severity: "info" as const,
        range: keyRange(context, key),
        ...meaning(said, { key, meant, start: start ?? 0 }),
      };
    }),
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
    return unknownKeys.map(({ key, start, end }, index) => {
      const said = `"_${key}" is no setting that Lectern knows; the comment is kept and does nothing.`;
      const at = (starts[slide] ?? 0) + start;
      const range = noticeRange(context, at, (starts[slide] ?? 0) + end);
      return {
        code: "setting-unknown",
        severity: "info",
        range,
        ...meaning(said, { key, meant: index < maxSuggestions ? nearestSlideKey(key) : undefined, start: at + "_".length }),
      };
    });
  });
  return [...values, ...unknown];
}

/** Slides say the same again and again, and every edit asks all of them. */
const nearest = new Map<string, string | undefined>();
const maxKept = 500;

function nearestSlideKey(key: string): string | undefined {
  if (nearest.has(key)) return nearest.get(key);
  if (nearest.size >= maxKept) nearest.clear();
  const found = nearestKey(key, slideKeys);
  nearest.set(key, found);
  return found;
}

/** More misspelt settings than in one place are no settings. */
const maxSuggestions = 20;

/** What is said of an unknown key, with the one that is likely meant, and a fix that writes it. */
function meaning(
  said: string,
  { key, meant, start }: { readonly key: string; readonly meant: string | undefined; readonly start: number },
): Pick<Notice, "message" | "fix"> {
  if (meant === undefined) return { message: said };
  return { message: `${said} Is ${meant} meant?`, fix: { label: `Write ${meant}`, edits: [{ start, end: start + key.length, text: meant }] } };
}
