import { readFrontMatter } from "@/lib/deck/front-matter";
import { languageFor } from "@/lib/deck/language";
import { readDeckSettings } from "@/lib/deck/settings";
import { editFrontMatter } from "@/lib/deck/import/front-matter-edits";
import { applyTextEdits } from "@/lib/deck/edits";

/**
 * Marp's `headingDivider` breaks before a heading even where a break stands right before it, and an empty slide lies
 * between (marp-team/marpit, heading_divider.js). Where a deck has such a place, its divisions are written out.
 */
export function writeDividers(text: string): string {
  const front = readFrontMatter(text);
  const { headingDivider, breaks } = readDeckSettings(front.values, () => undefined);
  if (headingDivider.length === 0) return text;
  const starts: number[] = [];
  let offset = front.length;
  let anythingBefore = false;
  let afterBreak = false;
  let hasDouble = false;
  for (const token of languageFor({ breaks }).lexBlocks(text.slice(front.length))) {
    const isDivided = token.type === "heading" && headingDivider.includes(token.depth);
    if (isDivided && anythingBefore) {
      starts.push(offset);
      hasDouble ||= afterBreak;
    }
    offset += token.raw.length;
    if (token.type === "hr") afterBreak = anythingBefore = true;
    else if (!isHidden(token.type, token.raw)) {
      afterBreak = false;
      anythingBefore = true;
    }
  }
  if (!hasDouble) return text;
  const divided = applyTextEdits(
    text,
    starts.map((start) => ({ start, end: start, text: text.slice(0, start).endsWith("\n\n") ? "---\n\n" : "\n---\n\n" })),
  );
  return editFrontMatter(divided, { set: { headingDivider: undefined } });
}

/** What Marp hides: comments, styles, definitions. */
function isHidden(type: string, raw: string): boolean {
  return type === "space" || type === "def" || (type === "html" && /^\s*(?:<!--[\s\S]*-->|<style\b[\s\S]*<\/style>)\s*$/i.test(raw));
}
