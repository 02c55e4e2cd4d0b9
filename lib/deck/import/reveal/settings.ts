import { readRevealTransition } from "./attributes";
import type { FrontMatterChanges } from "@/lib/deck/import/front-matter-edits";

type Values = Readonly<Record<string, unknown>>;

const darkThemes: ReadonlySet<string> = new Set(["black", "league", "night", "blood", "moon", "dracula", "black-contrast"]);
const lightThemes: ReadonlySet<string> = new Set(["white", "beige", "sky", "serif", "simple", "solarized", "white-contrast"]);

/** What reveal.js' options say that the deck language has a word for. What it doesn't stays where it is. */
export function readRevealOptions(options: unknown, values: Values): Readonly<Record<string, unknown>> {
  if (!isMapping(options)) return {};
  const set: Record<string, unknown> = {};
  const add = (key: string, value: unknown) => {
    if (value !== undefined && values[key] === undefined) set[key] = value;
  };
  add("transition", typeof options.transition === "string" ? readRevealTransition(options.transition) : undefined);
  const numbered = options.slideNumber;
  add("paginate", numbered === true || (typeof numbered === "string" && numbered !== "false") ? true : undefined);
  add("aspectRatio", readRatio(options.width, options.height));
  add("colorScheme", schemeOfTheme(options.theme));
  add("duration", typeof options.totalTime === "number" && options.totalTime > 0 ? `${options.totalTime}s` : undefined);
  return set;
}

/** Changes of a reveal-md deck's front matter. Its separators have been used: nobody shall cut by them again. */
export function readRevealSettings(values: Values): FrontMatterChanges {
  const options = readRevealOptions(values.revealOptions, values);
  const scheme = values.colorScheme === undefined ? schemeOfTheme(values.theme) : undefined;
  return {
    set: {
      ...(scheme === undefined ? {} : { colorScheme: scheme }),
      ...options,
      separator: undefined,
      verticalSeparator: undefined,
      notesSeparator: undefined,
    },
  };
}

function schemeOfTheme(theme: unknown): "dark" | "light" | undefined {
  if (typeof theme !== "string") return undefined;
  if (darkThemes.has(theme)) return "dark";
  return lightThemes.has(theme) ? "light" : undefined;
}

function readRatio(width: unknown, height: unknown): string | undefined {
  const ratio = Number.parseFloat(String(width)) / Number.parseFloat(String(height));
  if (Math.abs(ratio - 16 / 9) < 0.1) return "16:9";
  return Math.abs(ratio - 4 / 3) < 0.1 ? "4:3" : undefined;
}

export function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
