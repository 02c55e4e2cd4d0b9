import { stringify } from "yaml";
import { readComment } from "@/lib/deck/comments";
import { keepOneSlide } from "./join-slides";

/** Settings of one slide by their keys, without the `_`; undefined ones are not written. */
export type SlideValues = Readonly<Record<string, unknown>>;

/** The settings as comments, one a line: `<!-- _layout: center -->`. */
export function writeSettings(values: SlideValues): string {
  const lines = Object.entries(values).flatMap(([key, value]) => (value === undefined ? [] : [`<!-- _${key}: ${writeValue(value)} -->`]));
  return lines.join("\n");
}

/** A value as YAML reads it on one line inside a comment. */
function writeValue(value: unknown): string {
  const text = typeof value === "string" && !value.includes("\n") ? stringify(value, { lineWidth: 0 }).trim() : JSON.stringify(value);
  return text.includes("--") ? JSON.stringify(value).replaceAll(">", "\\u003e") : text;
}

/** Speaker notes as the deck language has them: a comment where that can say it, else all after `???`. */
export function writeNotes(notes: string): string {
  const text = notes.trim();
  if (text === "") return "";
  if (fitsComment(text)) return text.includes("\n") || text.length > maxOneLine ? `<!--\n${text}\n-->` : `<!-- ${text} -->`;
  return `???\n\n${text}`;
}

/** Longer notes stand on lines of their own. */
const maxOneLine = 100;

/** Notes may hold what would end the comment, or lines that a comment takes for settings (`class: small`). */
function fitsComment(text: string): boolean {
  if (/<!--|-->/.test(text) || text.startsWith(">") || text.startsWith("->") || text.endsWith("-")) return false;
  const { notes, values, ownValues, unknownKeys, deckSettings } = readComment(` ${text} `);
  return notes === text && unknownKeys.length + deckSettings.length === 0 && Object.keys(values).length === 0 && Object.keys(ownValues).length === 0;
}

/** One slide from its parts: settings first, then what shows, then speaker notes. */
export function writeSlide({
  values = {},
  content,
  notes = "",
}: {
  readonly values?: SlideValues;
  readonly content: string;
  readonly notes?: string;
}): string {
  const shown = notes.trim() === "" ? content.trim() : keepOneSlide(content.trim());
  return [writeSettings(values), shown, writeNotes(notes)].filter((part) => part !== "").join("\n\n");
}

/** Text that shows neither on the slide nor in the notes: link definitions that nothing refers to, one a line. */
export function hideText(text: string): string {
  return text
    .split("\n")
    .map((line) => (line.trim() === "" ? "" : `[//]: # (${line.trim().replace(/[\\()]/g, "\\$&")})`))
    .join("\n");
}
