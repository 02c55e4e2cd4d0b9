import type { TextEdit } from "@/lib/deck/deck";
import { noticeRange, type NoticeContext, type NoticeRule } from "./rule";
import { count } from "./words";

/** A slide holds this many headings of the top level before the rule speaks. */
const minCrowded = 3;

/**
 * Somebody forgot most breaks: where a slide holds three or more headings of the deck's top level, offers to start
 * a slide at each of them. Counts what the author counts: the slides as they are, and as they would be.
 */
export const headingDividerSuggestion: NoticeRule = (context) => {
  if (context.settings.headingDivider.length > 0) return [];
  const level = topLevel(context);
  if (level === undefined) return [];
  const places = missingBreaks(context, level);
  if (places.crowded < minCrowded) return [];
  const now = context.items.length;
  const then = now + places.edits.length;
  const first = places.edits[0]?.start ?? 0;
  return [
    {
      code: "heading-divider-suggestion",
      severity: "info",
      message: `${count(now, "slide")}; ${then} if every top-level heading starts one.`,
      range: noticeRange(context, first, first),
      fix: { label: `Start a slide at each of ${places.edits.length} headings`, edits: places.edits },
    },
  ];
};

function topLevel({ items }: NoticeContext): number | undefined {
  let top: number | undefined;
  for (const { source } of items) {
    for (const { token } of source.blocks) if (token.type === "heading" && !(top !== undefined && top <= token.depth)) top = Number(token.depth);
  }
  return top;
}

function missingBreaks(context: NoticeContext, level: number): { readonly edits: readonly TextEdit[]; readonly crowded: number } {
  const edits: TextEdit[] = [];
  let crowded = 0;
  const starts = context.slideStarts;
  context.items.forEach(({ source }, index) => {
    let visible = false;
    let headings = 0;
    for (const { token, start } of source.blocks) {
      if (token.type === "space" || token.type === "def") continue;
      if (token.type === "heading" && token.depth === level) {
        headings++;
        const at = (starts[index] ?? 0) + start;
        if (visible) edits.push({ start: at, end: at, text: context.text.slice(0, at).endsWith("\n\n") ? "---\n\n" : "\n---\n\n" });
      }
      visible = true;
    }
    crowded = Math.max(crowded, headings);
  });
  return { edits, crowded };
}
