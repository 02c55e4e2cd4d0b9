/**
 * The reference of the deck language: a door of its own, so that the editor's first load carries none of it.
 */
import { boxes } from "./boxes";
import { code } from "./code";
import { deckSettings } from "./deck-settings";
import { diagrams } from "./diagrams";
import type { ReferenceEntry, ReferenceGroup } from "./entry";
import { fragments } from "./fragments";
import { images } from "./images";
import { layouts } from "./layouts";
import { slideSettings } from "./slide-settings";
import { slides } from "./slides";
import { speaker } from "./speaker";
import { style } from "./style";
import { text } from "./text";

export { alertKinds, boxNames } from "./boxes";
export { insertGroups } from "./entry";
export type { Insert, InsertGroup, ReferenceEntry, ReferenceGroup, SettingFacts, SettingScope, SettingValue } from "./entry";
export { imageKeywords, mediaKeywords, type ImageKeyword } from "./images";
export { comingFrom } from "./coming-from";
export type { ComingFromRow, ComingFromTool, Outcome } from "./coming-from/tool";
export { codeLanguages } from "./languages";
export { examplePicture } from "./pictures";
export { slideClasses } from "./style";

/** The chapters, in the order of the guide. */
export const referenceGroups: readonly ReferenceGroup[] = [
  { id: "slides", title: "Slides", text: "One text, many slides.", entries: slides },
  { id: "layouts", title: "Layouts", text: "Say what a slide is, and every theme knows how to set it.", entries: layouts },
  { id: "text", title: "Text", text: "Markdown, as you know it from code hosts.", entries: text },
  { id: "boxes", title: "Columns and boxes", text: "What stands beside something else, or in a frame.", entries: boxes },
  { id: "steps", title: "Step by step", text: "What waits for its moment.", entries: fragments },
  { id: "code", title: "Code", text: "Set in its own language, and walked through line by line.", entries: code },
  { id: "diagrams", title: "Formulas and diagrams", text: "Drawn from text, so that co-authors can change them.", entries: diagrams },
  { id: "pictures", title: "Pictures", text: "In the text, beside it, behind it.", entries: images },
  { id: "speaker", title: "For the speaker", text: "What you see at the desk and the audience doesn't.", entries: speaker },
  { id: "style", title: "Style", text: "When the themes are not enough.", entries: style },
  { id: "deck-settings", title: "Settings of the deck", text: "Lines between `---` at the very top of the text.", entries: deckSettings },
  {
    id: "slide-settings",
    title: "Settings of slides",
    text: "In a comment: `<!-- key: value -->` from that slide on, `<!-- _key: value -->` for it alone. In the front matter: for all slides.",
    entries: slideSettings,
  },
];

/** All entries, in the guide's order. */
export const referenceEntries: readonly ReferenceEntry[] = referenceGroups.flatMap(({ entries }) => entries);

const byId = new Map(referenceEntries.map((entry) => [entry.id, entry]));

/** The entry with this address in the guide. */
export function referenceEntry(id: string): ReferenceEntry | undefined {
  return byId.get(id);
}

/** The entry of a setting; `duration` is one thing in the front matter and another on a slide. */
export function settingEntryOf(key: string, place: "front-matter" | "slide"): ReferenceEntry | undefined {
  const named = (entries: readonly ReferenceEntry[]) => entries.find(({ setting }) => setting?.key === key);
  return place === "front-matter" ? (named(deckSettings) ?? named(slideSettings)) : named(slideSettings);
}
