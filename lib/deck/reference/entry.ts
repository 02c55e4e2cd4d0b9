/**
 * What the deck language offers, as data: the guide, completion, hover and the insert menu all read it, so that
 * none of them can say what another doesn't. Loaded by whoever needs it and by nothing else.
 */
export interface ReferenceEntry {
  /** Its address in the guide, `/guide#code-steps`; never changed once people may link to it. */
  readonly id: string;
  readonly title: string;
  /** One to three sentences; what stands between backticks is written as it is. */
  readonly text: string;
  /** Tools whose users know it already; none where it is plain Markdown or our own. */
  readonly knownFrom: readonly string[];
  /** A whole deck that shows it. */
  readonly example: string;
  /** Words by which people look for it and that stand nowhere else in the entry. */
  readonly keywords: readonly string[];
  readonly setting?: SettingFacts;
  readonly insert?: Insert;
}

export interface ReferenceGroup {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly entries: readonly ReferenceEntry[];
}

/** Where a setting may be written: for the whole deck, from a slide on, for one slide alone. */
export type SettingScope = "deck" | "onward" | "slide";

export interface SettingFacts {
  readonly key: string;
  readonly scopes: readonly SettingScope[];
  /** The values there are, or examples of what may be written where any text will do. */
  readonly values: readonly SettingValue[];
  /** What else may be written, in words; undefined where the list of values is all. */
  readonly free: string | undefined;
  /** What holds where nothing is written. */
  readonly byDefault: string;
}

export interface SettingValue {
  readonly value: string;
  readonly text: string;
}

export const insertGroups = ["Slide", "Layout", "Text", "Code and data", "Pictures", "For the speaker"] as const;
export type InsertGroup = (typeof insertGroups)[number];

/** Something the insert menu offers. */
export interface Insert {
  readonly group: InsertGroup;
  readonly label: string;
  /** In the syntax of Monaco's snippets: `${1:words}` is a place to fill in, `$0` where the caret ends. */
  readonly snippet: string;
  /** Blocks stand on lines of their own; a layout sets up its slide; notes end a slide; words stand at the caret. */
  readonly place: "block" | "layout" | "slide-end" | "inline";
}
