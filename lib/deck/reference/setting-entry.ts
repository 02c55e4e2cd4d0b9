import type { ReferenceEntry, SettingScope, SettingValue } from "./entry";

/** What there is to say about a setting, by which its entry is made. */
export interface Facts {
  readonly title: string;
  readonly text: string;
  readonly knownFrom: readonly string[];
  readonly values?: readonly SettingValue[];
  readonly free?: string;
  readonly byDefault: string;
  /** The value in the example, as written. */
  readonly shown: string;
  /** The slides under the example's setting. */
  readonly body?: string;
  readonly keywords: readonly string[];
}

/** The two values of what is on or off. */
export const onOff = (on: string, off: string): readonly SettingValue[] => [
  { value: "true", text: on },
  { value: "false", text: off },
];

/** What stands under a setting that any slide shows. */
export const plainSlide = "## Before and after\n\n- Forty-one minutes\n- Three minutes and fifty seconds";

interface EntryParts {
  readonly facts: Facts;
  readonly scopes: readonly SettingScope[];
  readonly example: string;
}

/** The entry of a setting. */
export function settingEntry(id: string, key: string, { facts, scopes, example }: EntryParts): ReferenceEntry {
  const { title, text, knownFrom, keywords, values = [], free, byDefault } = facts;
  return { id, title, text, knownFrom, keywords: [key, ...keywords], example, setting: { key, scopes, values, free, byDefault } };
}

/** `colorScheme` as addresses write it. */
export function kebab(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
