import { renderInputOf } from "@/lib/deck/slide-data";
import type { Deck } from "@/lib/deck/deck";
import { slideKeys } from "@/lib/deck/settings";

/** Settings by key, as written. */
export type SettingValues = ReadonlyMap<string, unknown>;

/** Settings to write onto a slide: what it had by inheritance and would lose, or gets and never had. */
export type Carried = readonly (readonly [key: string, value: unknown])[];

export interface InheritedSettings {
  /** What the deck's front matter gives to its first slide. */
  readonly atStart: SettingValues;
  /** What holds on each slide beside its own `_` settings: inherited, and set on it for those after it too. */
  readonly onSlide: readonly SettingValues[];
}

/** Follows settings through the deck as inheritance does, by the values as written. */
export function inheritedSettings(deck: Deck): InheritedSettings {
  const atStart = new Map<string, unknown>();
  // The front matter's duration is the talk's, not a slide's.
  for (const key of slideKeys) if (key !== "duration" && key in deck.frontMatter.values) atStart.set(key, deck.frontMatter.values[key]);
  let current: SettingValues = atStart;
  const onSlide = deck.slides.map((slide) => {
    const { values } = renderInputOf(slide).source;
    return (current = withValues(current, values));
  });
  return { atStart, onSlide };
}

/** Later values win; the same map where there are none. */
export function withValues(base: SettingValues, values: Readonly<Record<string, unknown>>): SettingValues {
  const entries = Object.entries(values);
  return entries.length === 0 ? base : new Map([...base, ...entries]);
}

/** The settings that make `have` into `want`. */
export function missingSettings(have: SettingValues, want: SettingValues): Carried {
  if (have === want) return [];
  const keys = [...new Set([...have.keys(), ...want.keys()])];
  return keys.filter((key) => !sameValue(have.get(key), want.get(key))).map((key) => [key, want.get(key) ?? defaultOf(key)] as const);
}

/** Does the slide set nothing for those after it that would not hold there anyway? */
export function addsNothing(current: SettingValues, values: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(values).every(([key, value]) => sameValue(current.get(key), value));
}

/** A setting without a value takes back what was inherited; a layout has a name for that. */
function defaultOf(key: string): unknown {
  return key === "layout" ? "default" : key === "paginate" || key === "hidden" ? false : null;
}

function sameValue(a: unknown, b: unknown): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}
