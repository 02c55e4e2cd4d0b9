import type { Notice } from "@/lib/deck/deck";
import { brokenFrontMatter } from "./broken-front-matter";
import { brokenReferences } from "./broken-references";
import { colorContrast } from "./color-contrast";
import { deckSettingsInComments } from "./deck-settings-in-comments";
import { emptySlide } from "./empty-slide";
import { headingDividerSuggestion } from "./heading-divider-suggestion";
import { plannedTime } from "./planned-time";
import { removedCss } from "./removed-css";
import type { NoticeContext, NoticeRule } from "./rule";
import { settingProblems } from "./setting-problems";
import { slideRules } from "./slide-rules";
import { tooManySlides } from "./too-many-slides";
import { unknownColors } from "./unknown-colors";

/** The rules in the order in which their notices are listed for one place. */
const rules: readonly NoticeRule[] = [
  brokenFrontMatter,
  headingDividerSuggestion,
  settingProblems,
  tooManySlides,
  deckSettingsInComments,
  plannedTime,
  emptySlide,
  brokenReferences,
  unknownColors,
  colorContrast,
  removedCss,
  slideRules,
];

/** What the linter has to say of a deck, by position. */
export function findNotices(context: NoticeContext): readonly Notice[] {
  return rules.flatMap((rule) => rule(context)).toSorted((a, b) => a.range.start - b.range.start);
}
