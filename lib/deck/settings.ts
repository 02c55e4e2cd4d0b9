import { aspectRatios, colorSchemes, slideLayouts, transitions, type DeckSettings, type SlideSettings } from "./deck";
import { readDurationS } from "./duration";

/** A setting that can't be used as written; `notices/setting-words.ts` says it in a user's words. */
export interface SettingProblem {
  readonly key: string;
  readonly value: unknown;
  /** It is none of `known`; there is more than its name; it is no heading level; it is no time. */
  readonly is: "unknown" | "longer" | "no-level" | "no-time";
  readonly known?: readonly unknown[];
}

type Values = Readonly<Record<string, unknown>>;

/** Keys of the front matter that hold for the deck as a whole. */
export const deckKeys = [
  "title",
  "author",
  "lang",
  "theme",
  "colorScheme",
  "aspectRatio",
  "size",
  "headingDivider",
  "breaks",
  "incremental",
  "marp",
  "math",
  "style",
  "transition",
  "duration",
  "description",
  "keywords",
  "date",
  "dialect",
] as const;

/** Keys that hold for slides: in the front matter for all, in a comment from that slide on, with `_` for it alone. */
export const slideKeys = [
  "paginate",
  "header",
  "footer",
  "layout",
  "class",
  "hidden",
  "transition",
  "duration",
  "color",
  "backgroundColor",
  "backgroundImage",
  "backgroundPosition",
  "backgroundRepeat",
  "backgroundSize",
] as const;

/** Keys whose values are CSS: a `#` in them begins a colour and never a comment of YAML's, as in Marp. */
export const cssKeys: readonly string[] = slideKeys.filter((key) => /^color|^back/.test(key));

/** What slides start with where the deck says nothing. */
export const defaultSlideSettings: SlideSettings = {
  paginate: false,
  header: "",
  footer: "",
  layout: "default",
  classes: [],
  hidden: false,
  transition: undefined,
  durationS: undefined,
  style: {},
};

/** Deck settings from front matter, defaults filled in; what can't be used is reported and left at its default. */
export function readDeckSettings(values: Values, report: (problem: SettingProblem) => void): DeckSettings {
  return {
    title: readText(values.title),
    author: Array.isArray(values.author) ? values.author.map(String).join(", ") : readText(values.author),
    lang: readText(values.lang) ?? "en",
    theme: readText(values.theme) ?? "lectern",
    colorScheme: readOneOf("colorScheme", values.colorScheme, colorSchemes, report) ?? "theme",
    aspectRatio: readAspectRatio(values, report),
    headingDivider: readLevels(values.headingDivider, report),
    breaks: values.breaks === true || (values.breaks === undefined && values.marp === true),
    incremental: values.incremental === true,
    marp: values.marp === true,
    math: values.math !== false,
    style: readText(values.style) ?? "",
    transition: readTransition(values.transition, () => undefined),
    durationS: readDuration("duration", values.duration, report),
  };
}

/** Applies written values over the settings so far; unknown keys are left to the caller. */
export function applySlideValues(base: SlideSettings, values: Values, report: (problem: SettingProblem) => void): SlideSettings {
  const style: Record<string, string> = { ...base.style };
  for (const key of cssKeys) {
    if (key in values) style[key.replace(/[A-Z]/, (sign) => `-${sign.toLowerCase()}`)] = readText(values[key]) ?? "";
  }
  return {
    paginate: "paginate" in values ? readPagination(values.paginate, report) : base.paginate,
    header: "header" in values ? (readText(values.header) ?? "") : base.header,
    footer: "footer" in values ? (readText(values.footer) ?? "") : base.footer,
    layout: ("layout" in values ? readOneOf("layout", values.layout, slideLayouts, report) : undefined) ?? base.layout,
    classes: "class" in values ? readClasses(values.class) : base.classes,
    hidden: "hidden" in values ? values.hidden === true : base.hidden,
    transition: "transition" in values ? readTransition(values.transition, report) : base.transition,
    durationS: "duration" in values ? readDuration("duration", values.duration, report) : base.durationS,
    style,
  };
}

/** True where two slides' settings are the same in every field. */
export function sameSettings(a: SlideSettings, b: SlideSettings): boolean {
  return a === b || printSettings(a) === printSettings(b);
}

const printed = new WeakMap<SlideSettings, string>();

/** As a text that is another one for other settings. Most slides share theirs: they are printed once. */
export function printSettings(settings: SlideSettings): string {
  const known = printed.get(settings) ?? JSON.stringify(settings);
  printed.set(settings, known);
  return known;
}

function readText(value: unknown): string | undefined {
  if (typeof value === "string") return value === "" ? undefined : value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;
}

/** Class names as CSS allows them, from `a b` or a list. */
export function readClasses(value: unknown): readonly string[] {
  const words = Array.isArray(value) ? value.map(String) : String(value ?? "").split(/[\s,]+/);
  return words.filter((word) => /^-?[_a-zA-Z][\w-]*$/.test(word));
}

function readOneOf<T extends string>(key: string, value: unknown, known: readonly T[], report: (problem: SettingProblem) => void): T | undefined {
  if (value === undefined || value === null) return undefined;
  const found = known.find((one) => one === value);
  if (!found) report({ key, value, is: "unknown", known });
  return found;
}

function readAspectRatio(values: Values, report: (problem: SettingProblem) => void): DeckSettings["aspectRatio"] {
  const key = values.aspectRatio === undefined || values.aspectRatio === null ? "size" : "aspectRatio";
  const value = values[key];
  if (value === undefined || value === null) return "16:9";
  const text = typeof value === "number" ? { 976: "16:9", 243: "4:3" }[value] : String(value).replace("/", ":");
  return readOneOf(key, text ?? String(value), aspectRatios, report) ?? "16:9";
}

function readPagination(value: unknown, report: (problem: SettingProblem) => void): SlideSettings["paginate"] {
  if (value === null || value === undefined || typeof value === "boolean") return value === true;
  if (value === "hold" || value === "skip") return value;
  report({ key: "paginate", value, is: "unknown", known: [true, false, "hold", "skip"] });
  return false;
}

/** Marp writes a duration behind the name (`fade 1s`): how long it takes is the player's here. */
function readTransition(value: unknown, report: (problem: SettingProblem) => void): SlideSettings["transition"] {
  if (typeof value !== "string") return value === false ? "none" : readOneOf("transition", value, transitions, report);
  const [name, ...others] = value.trim().split(/\s+/);
  if (others.length > 0) report({ key: "transition", value: others.join(" "), is: "longer" });
  return readOneOf("transition", name, transitions, report);
}

function readLevels(value: unknown, report: (problem: SettingProblem) => void): readonly number[] {
  if (value === undefined || value === null || value === false) return [];
  const isLevel = (level: unknown): level is number => typeof level === "number" && Number.isInteger(level) && level >= 1 && level <= 6;
  if (isLevel(value)) return Array.from({ length: value }, (_, index) => index + 1);
  if (Array.isArray(value) && value.every(isLevel)) return value;
  report({ key: "headingDivider", value, is: "no-level" });
  return [];
}

function readDuration(key: string, value: unknown, report: (problem: SettingProblem) => void): number | undefined {
  if (value === undefined || value === null) return undefined;
  const seconds = readDurationS(value);
  if (seconds === undefined) report({ key, value, is: "no-time" });
  return seconds;
}
