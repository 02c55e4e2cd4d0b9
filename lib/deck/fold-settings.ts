import { takeOver, type Alignment } from "./align";
import type { Item } from "./assemble";
import type { SlideSettings } from "./deck";
import { applySlideValues, sameSettings, type SettingProblem } from "./settings";
import type { SlideSource } from "./slide-source";

/** The settings in force on one slide, and what the slides behind it inherit. */
export interface FoldedSettings {
  readonly isFirst: boolean;
  readonly before: SlideSettings;
  readonly own: SlideSettings;
  readonly after: SlideSettings;
  readonly problems: readonly FoldedProblem[];
}

/** A problem of a slide's setting; `isOwn` where it was written for that slide alone. */
export interface FoldedProblem extends SettingProblem {
  readonly isOwn: boolean;
}

/** What an earlier fold found, and which of its items are still there. */
export interface EarlierFold {
  readonly folded: readonly FoldedSettings[];
  readonly aligned: Alignment;
}

/**
 * Settings of every slide: the deck's, then each slide's own, inherited in order. What an earlier fold found for the
 * same item stands where the slide inherits the same again.
 */
export function foldSettings(start: SlideSettings, items: readonly Item[], earlier: EarlierFold): readonly FoldedSettings[] {
  const known = earlier.folded;
  const front = known[0]?.before === start ? earlier.aligned.front : 0;
  const behind = items.length - earlier.aligned.back;
  const shift = known.length - items.length;
  let before = known[front - 1]?.after ?? start;
  const middle: FoldedSettings[] = [];
  let index = front;
  for (; index < items.length; index++) {
    const item = items[index];
    const was = known[index + shift];
    const isFirst = index === 0;
    if (!item || (index >= behind && was?.before === before && was.isFirst === isFirst)) break;
    const folded = fold(item, { before, isFirst }, known[index]);
    middle.push(folded);
    before = folded.after;
  }
  return takeOver(known, { front, back: items.length - index }, middle);
}

/** Settings that come out as they were before are the same object again: what is identical needs no comparing. */
function fold(item: Item, { before, isFirst }: Pick<FoldedSettings, "before" | "isFirst">, was: FoldedSettings | undefined): FoldedSettings {
  const { source } = item;
  const isTitle = source.shape === "heading" || (source.shape === "heading-and-text" && isFirst);
  if (!isFirst && saysNothing(source)) return inherit(before, isTitle);
  let problems = noProblems;
  const apply = (settings: SlideSettings, values: SlideSource["values"], isOwn: boolean): SlideSettings =>
    isEmpty(values) ? settings : applySlideValues(settings, values, (problem) => (problems = [...problems, { ...problem, isOwn }]));
  let after = apply(before, source.values, false);
  if (was && sameSettings(was.after, after)) after = was.after;
  let own = apply(after, source.ownValues, true);
  if (source.fxClasses.length > 0) own = { ...own, classes: [...own.classes, ...source.fxClasses] };
  if (isTitle) own = titled(own);
  return { isFirst, before, own, after, problems };
}

function saysNothing({ values, ownValues, fxClasses }: SlideSource): boolean {
  return fxClasses.length === 0 && isEmpty(values) && isEmpty(ownValues);
}

function isEmpty(values: SlideSource["values"]): boolean {
  for (const key in values) if (key in values) return false;
  return true;
}

const inherited = new WeakMap<SlideSettings, FoldedSettings>();

/** Slides that say nothing of their own share what they inherit: most of most decks. */
function inherit(before: SlideSettings, isTitle: boolean): FoldedSettings {
  const own = isTitle ? titled(before) : before;
  const known = inherited.get(own);
  if (known?.before === before) return known;
  const folded: FoldedSettings = { isFirst: false, before, own, after: before, problems: noProblems };
  inherited.set(own, folded);
  return folded;
}

const noProblems: readonly FoldedProblem[] = [];

const titles = new WeakMap<SlideSettings, SlideSettings>();

function titled(settings: SlideSettings): SlideSettings {
  if (settings.layout !== "default") return settings;
  const known = titles.get(settings);
  if (known) return known;
  const title: SlideSettings = { ...settings, layout: "title" };
  titles.set(settings, title);
  return title;
}
