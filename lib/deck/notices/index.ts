import type { Notice } from "@/lib/deck/deck";
import type { NoticeContext, NoticeRule } from "./rule";
import { brokenFrontMatter } from "./broken-front-matter";
import { headingDividerSuggestion } from "./heading-divider-suggestion";
import { settingProblems } from "./setting-problems";

export type { NoticeContext };

/** The rules in the order in which their notices are listed for one place. */
const rules: readonly NoticeRule[] = [brokenFrontMatter, headingDividerSuggestion, settingProblems];

/** What the linter has to say of a deck, by position. */
export function findNotices(context: NoticeContext): readonly Notice[] {
  return rules.flatMap((rule) => rule(context)).toSorted((a, b) => a.range.start - b.range.start);
}
