import type { Item } from "./assemble";
import type { SlideSettings } from "./deck";
import { applySlideValues, type SettingProblem } from "./settings";

/** The settings in force on one slide, and what the slides behind it inherit. */
export interface FoldedSettings {
  readonly item: Item;
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

/**
 * Settings of every slide: the deck's, then each slide's own, inherited in order. `known` gives what an earlier fold
 * found for the same item; it stands where the slide inherits the same again.
 */
export function foldSettings(
  start: SlideSettings,
  items: readonly Item[],
  known: (index: number) => FoldedSettings | undefined,
): readonly FoldedSettings[] {
  let before = start;
  return items.map((item, index) => {
    const was = known(index);
    const same = was?.item === item && was.before === before && was.isFirst === (index === 0);
    const folded = same ? was : fold(item, { before, isFirst: index === 0 });
    before = folded.after;
    return folded;
  });
}

function fold(item: Item, { before, isFirst }: Pick<FoldedSettings, "before" | "isFirst">): FoldedSettings {
  const { source } = item;
  const problems: FoldedProblem[] = [];
  const report = (isOwn: boolean) => (problem: SettingProblem) => problems.push({ ...problem, isOwn });
  const after = Object.keys(source.values).length === 0 ? before : applySlideValues(before, source.values, report(false));
  let own = Object.keys(source.ownValues).length === 0 ? after : applySlideValues(after, source.ownValues, report(true));
  if (source.fxClasses.length > 0) own = { ...own, classes: [...own.classes, ...source.fxClasses] };
  const isTitle = source.shape === "heading" || (source.shape === "heading-and-text" && isFirst);
  if (own.layout === "default" && isTitle) own = titled(own);
  return { item, isFirst, before, own, after, problems };
}

const titles = new WeakMap<SlideSettings, SlideSettings>();

/** The same object for the same settings: what is identical needs no comparing. */
function titled(settings: SlideSettings): SlideSettings {
  const known = titles.get(settings);
  if (known) return known;
  const title: SlideSettings = { ...settings, layout: "title" };
  titles.set(settings, title);
  return title;
}
