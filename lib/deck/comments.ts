import { parseDocument } from "yaml";
import { readPlainScalar } from "./plain-yaml";
import { cssKeys, slideKeys } from "./settings";

/** What one HTML comment on a slide says: settings, speaker notes, or both. */
export interface CommentContent {
  /** Settings from this slide on. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Settings of this slide alone (written with `_`). */
  readonly ownValues: Readonly<Record<string, unknown>>;
  readonly notes: string;
  /** Where its settings stand, in order; offsets into the comment's inside. */
  readonly written: readonly WrittenSetting[];
  /** Keys that look like settings and are none. */
  readonly unknownKeys: readonly WrittenSetting[];
  /** Settings of the deck as a whole, which Marp takes from comments too. They do nothing here, and are no notes. */
  readonly deckSettings: readonly DeckSettingInComment[];
}

export interface DeckSettingInComment extends WrittenSetting {
  readonly value: unknown;
}

/** A setting as it stands in a text, from its key to the end of its value. */
export interface WrittenSetting {
  readonly key: string;
  /** Written with `_`, for its slide alone. */
  readonly isOwn: boolean;
  readonly start: number;
  readonly end: number;
}

const known: readonly string[] = slideKeys;
/** Comments that speak to other programs. */
const magic =
  /^\s*(?:prettier-ignore|markdownlint-|lint |eslint|spell-checker|cspell|vale |textlint|doctoc|START doctoc|END doctoc|toc\b|\/?TOC\b|break\s*$|vim:|fit\s*$|alex |\.(?:slide|element):)/;
/** A line of a comment that reads as a setting: its key, its value. */
export const settingLine = /^[ \t]*(_?[A-Za-z][A-Za-z-]*):(?:[ \t]+(.*?))?[ \t]*$/;
/** What Marp takes for the whole deck. */
const deckKeys: readonly string[] = ["theme", "style", "headingDivider", "size", "math", "lang", "marp"];
/** Values that nobody says in a note; style is what it is. */
const deckValue = /^(?:["'\w:-]+|\[[\d, ]+\])?$/;
/** Marp was an app once, in which these keys had a dollar. */
const deckLine = /^[ \t]*\$?([A-Za-z]+):(?:[ \t]+(.*?))?[ \t]*$/;
/** A note may end with a setting of its slide: `Pause here. _duration: 2m`. */
export const trailingSetting = new RegExp(`(?:^|[ \\t])_(${slideKeys.join("|")}):[ \\t]+(\\S+)[ \\t]*$`);

/** An HTML comment in a text. */
export interface PlacedComment {
  readonly start: number;
  readonly end: number;
}

/** The closed comments of a text, in order; one that nobody closed ends the search, for none behind it is closed. */
export function findComments(text: string): readonly PlacedComment[] {
  const found: PlacedComment[] = [];
  for (let start = text.indexOf("<!--"); start !== -1;) {
    const close = text.indexOf("-->", start + 4);
    if (close === -1) break;
    found.push({ start, end: close + 3 });
    start = text.indexOf("<!--", close + 3);
  }
  return found;
}

/** The same text, unit for unit, with its code spans blank: a comment in one is code. */
export function blankCodeSpans(text: string): string {
  if (!text.includes("`")) return text;
  const runs = [...text.matchAll(/`+/g)].map((match) => ({ start: match.index, end: match.index + match[0].length, length: match[0].length }));
  const next = new Map<number, number[]>();
  for (let index = runs.length - 1; index >= 0; index--) {
    const length = runs[index]?.length ?? 0;
    const same = next.get(length);
    if (same) same.push(index);
    else next.set(length, [index]);
  }
  let blanked = "";
  let at = 0;
  for (const [index, run] of runs.entries()) {
    const same = next.get(run.length) ?? [];
    while (same.length > 0 && (same.at(-1) ?? 0) <= index) same.pop();
    const partner = runs[same.at(-1) ?? -1];
    if (run.start < at || !partner) continue;
    blanked += text.slice(at, run.start) + " ".repeat(partner.end - run.start);
    at = partner.end;
  }
  return blanked + text.slice(at);
}

/** True where a text is comments and space alone. */
export function isOnlyComments(text: string): boolean {
  const comments = findComments(text);
  let at = 0;
  for (const { start, end } of comments) {
    if (text.slice(at, start).trim() !== "") return false;
    at = end;
  }
  return comments.length > 0 && text.slice(at).trim() === "";
}

/** Reads the inside of `<!-- … -->`. Lines that are settings are taken out; what is left is speaker notes. */
export function readComment(inside: string): CommentContent {
  const values: Record<string, unknown> = {};
  const ownValues: Record<string, unknown> = {};
  const written: WrittenSetting[] = [];
  const unknownKeys: WrittenSetting[] = [];
  const deckSettings: DeckSettingInComment[] = [];
  const notes: string[] = [];
  const isMagic = magic.test(inside);
  // Every setting has a colon behind its key.
  if (isMagic || !inside.includes(":")) return { values, ownValues, notes: isMagic ? "" : trimNotes(inside), written, unknownKeys, deckSettings };
  const set = (key: string, text: string, start: number) => {
    const setting = place(key, start, text);
    (setting.isOwn ? ownValues : values)[setting.key] = cssKeys.includes(setting.key) && isUnquoted(text) ? text : readScalar(text);
    written.push(setting);
  };
  const lines = inside.split("\n");
  const looksLikeSettings = lines.every((line) => line.trim() === "" || settingLine.test(line));
  const deck = findDeckLines(lines);
  let lineStart = 0;
  let taken = 0;
  for (const [index, line] of lines.entries()) {
    const match = settingLine.exec(line);
    const key = match?.[1];
    const below = key === undefined ? [] : linesBelow(lines, index, match?.[2] ?? "");
    const ofDeck = deck.get(index);
    if (taken > 0) taken--;
    else if (ofDeck !== undefined) {
      const start = lineStart + line.indexOf(ofDeck.key);
      deckSettings.push({
        key: ofDeck.key,
        isOwn: false,
        value: readBlock(ofDeck.value, ofDeck.below),
        start,
        end: lineStart + [line, ...ofDeck.below].join("\n").trimEnd().length,
      });
      taken = ofDeck.below.length;
    } else if (key && known.includes(key.replace(/^_/, "")) && below.length > 0) {
      const start = lineStart + line.indexOf(key);
      const end = lineStart + [line, ...below].join("\n").trimEnd().length;
      const setting = { key: key.replace(/^_/, ""), isOwn: key.startsWith("_"), start, end };
      (setting.isOwn ? ownValues : values)[setting.key] = readBlock(match?.[2] ?? "", below);
      written.push(setting);
      taken = below.length;
    } else if (key && known.includes(key.replace(/^_/, ""))) set(key, match[2] ?? "", lineStart + line.indexOf(key));
    else if (key?.startsWith("_") && looksLikeSettings) unknownKeys.push(place(key, lineStart + line.indexOf(key), ""));
    else {
      const tail = trailingSetting.exec(line);
      if (tail?.[1] && tail[2]) {
        set(`_${tail[1]}`, tail[2], lineStart + line.indexOf(`_${tail[1]}:`, tail.index));
        notes.push(line.slice(0, tail.index));
      } else notes.push(line);
    }
    lineStart += line.length + 1;
  }
  return { values, ownValues, notes: unknownKeys.length > 0 ? "" : trimNotes(notes.join("\n")), written, unknownKeys, deckSettings };

  /** Space between colon and value is one as good as any: the end is found by looking for the value. */
  function place(key: string, start: number, value: string): WrittenSetting {
    const end = value === "" ? start + key.length : inside.indexOf(value, start + key.length + 1) + value.length;
    return { key: key.replace(/^_/, ""), isOwn: key.startsWith("_"), start, end };
  }
}

interface DeckLine {
  readonly key: string;
  readonly value: string;
  readonly below: readonly string[];
}

/** The lines of a comment that set something for the whole deck; none where the comment says anything else than settings. */
function findDeckLines(lines: readonly string[]): ReadonlyMap<number, DeckLine> {
  const found = new Map<number, DeckLine>();
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? "";
    const [, key = "", value = ""] = deckLine.exec(line) ?? [];
    const isDeck = deckKeys.includes(key) && (key === "style" || deckValue.test(value));
    if (!isDeck && line.trim() !== "" && !settingLine.test(line)) return new Map();
    const below = linesBelow(lines, index, value);
    if (isDeck) found.set(index, { key, value, below });
    index += below.length;
  }
  return found;
}

/** What belongs to a setting on the lines below it: a block of text after `|` or `>`, or a list. */
export function linesBelow(lines: readonly string[], index: number, value: string): readonly string[] {
  const isText = /^[|>][+-]?$/.test(value);
  if (!isText && value !== "") return [];
  const margin = /^[ \t]*/.exec(lines[index] ?? "")?.[0].length ?? 0;
  const belongs = (line: string) => (isText ? line.trim() === "" || (/^[ \t]*/.exec(line)?.[0].length ?? 0) > margin : /^[ \t]*-[ \t]+\S/.test(line));
  let end = index + 1;
  while (end < lines.length && belongs(lines[end] ?? "")) end++;
  const below = lines.slice(index + 1, end);
  return below.some((line) => line.trim() !== "") ? below : [];
}

function readBlock(value: string, below: readonly string[]): unknown {
  const read = readScalar(`${value}\n${below.join("\n")}\n`);
  return typeof read === "string" ? read.trim() : read;
}

function isUnquoted(text: string): boolean {
  return text !== "" && !/^["']/.test(text);
}

/** A value as YAML reads it on one line; what YAML refuses is plain text. */
function readScalar(text: string): unknown {
  const plain = readPlainScalar(text);
  if (plain) return plain.value;
  const document = parseDocument(text, { schema: "core", logLevel: "silent" });
  if (document.errors.length > 0) return text;
  try {
    return document.toJS({ maxAliasCount: 0 });
  } catch (cause) {
    if (cause instanceof ReferenceError) return text;
    throw cause;
  }
}

function trimNotes(text: string): string {
  return text.trim();
}
