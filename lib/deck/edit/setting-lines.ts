import { appendAll } from "@/lib/deck/append-all";
import { blankCodeSpans, findComments, linesBelow, settingLine, trailingSetting } from "@/lib/deck/comments";
import type { TextEdit } from "@/lib/deck/deck";
import { languageFor, type LanguageOptions } from "@/lib/deck/language";
import { slideKeys } from "@/lib/deck/settings";
import { isNotesHeading } from "@/lib/deck/separate-notes";

/** One setting as a slide's comments write it; offsets into the slide's text. */
export interface SettingLine {
  readonly key: string;
  /** Written with `_`: for this slide alone. */
  readonly isOwn: boolean;
  /** The key with its `_`, and the value after the colon. */
  readonly keyStart: number;
  readonly valueStart: number;
  readonly valueEnd: number;
  /** What goes when the setting goes: its line, the whole comment where nothing else is in it. */
  readonly whole: { readonly start: number; readonly end: number };
}

const keys: ReadonlySet<string> = new Set(slideKeys);

/** All settings in a slide's comments, as the compiler reads them: not in code, not in notes. */
export function findSettingLines(text: string, options: LanguageOptions): readonly SettingLine[] {
  if (!text.includes("<!--")) return [];
  const found: SettingLine[] = [];
  let offset = 0;
  for (const token of languageFor(options).lexBlocks(text)) {
    if (token.type === "notesSeparator" || isNotesHeading(token)) break;
    if (token.type !== "code") {
      for (const { start, end } of findComments(blankCodeSpans(token.raw))) appendAll(found, readLines(text, offset + start, end - start));
    }
    offset += token.raw.length;
  }
  return found;
}

function readLines(text: string, start: number, length: number): SettingLine[] {
  const inside = text.slice(start + 4, start + length - 3);
  const rows = inside.split("\n");
  const found: SettingLine[] = [];
  let at = start + 4;
  let taken = 0;
  for (const [index, row] of rows.entries()) {
    const read = taken > 0 ? undefined : readLine(row, at);
    if (taken > 0) taken--;
    else if (read !== undefined) {
      const below = settingLine.test(row) ? linesBelow(rows, index, text.slice(read.valueStart, read.valueEnd)) : [];
      taken = below.length;
      const line = withLinesBelow(read, at, [row, ...below]);
      const isAlone = inside.slice(0, line.whole.start - start - 4).trim() === "" && inside.slice(line.whole.end - start - 4).trim() === "";
      found.push(isAlone ? { ...line, whole: wholeComment(text, start, length) } : { ...line, whole: wholeRow(line, index > 0, at, row) });
    }
    at += row.length + 1;
  }
  return found;
}

/** Its value and all of it end with the last line below it that is not empty. */
function withLinesBelow(line: SettingLine, at: number, rows: readonly string[]): SettingLine {
  if (rows.length === 1) return line;
  const valueEnd = at + rows.join("\n").trimEnd().length;
  return { ...line, valueEnd, whole: { ...line.whole, end: valueEnd } };
}

function readLine(row: string, at: number): SettingLine | undefined {
  const match = settingLine.exec(row);
  const written = match?.[1];
  if (written !== undefined && keys.has(written.replace(/^_/, ""))) {
    const keyStart = at + row.indexOf(written);
    const valueEnd = at + row.trimEnd().length;
    const colonEnd = keyStart + written.length + 1;
    const valueStart = match?.[2] === undefined || match[2] === "" ? colonEnd : valueEnd - match[2].length;
    return { ...named(written), keyStart, valueStart, valueEnd: Math.max(valueStart, valueEnd), whole: { start: keyStart, end: valueEnd } };
  }
  const tail = trailingSetting.exec(row);
  if (tail?.[1] === undefined || tail[2] === undefined) return undefined;
  const keyStart = at + row.indexOf(`_${tail[1]}`, tail.index);
  const valueEnd = at + row.trimEnd().length;
  return { key: tail[1], isOwn: true, keyStart, valueStart: valueEnd - tail[2].length, valueEnd, whole: { start: at + tail.index, end: valueEnd } };
}

function named(written: string): Pick<SettingLine, "key" | "isOwn"> {
  return { key: written.replace(/^_/, ""), isOwn: written.startsWith("_") };
}

/** A comment that stands alone on its lines takes the blank line after it along. */
function wholeComment(text: string, start: number, length: number): { readonly start: number; readonly end: number } {
  const end = start + length;
  const isAtLineStart = start === 0 || text[start - 1] === "\n";
  const after = /^[^\S\n]*(?:\n[^\S\n]*(?:\n|$)|\n|$)/.exec(text.slice(end));
  return isAtLineStart && after !== null ? { start, end: end + after[0].length } : { start, end };
}

/** With the line end before it; the first row shares its line with `<!--`. */
function wholeRow(line: SettingLine, hasOwnLine: boolean, at: number, row: string): { readonly start: number; readonly end: number } {
  const isWholeRow = hasOwnLine && line.keyStart - at <= row.length - row.trimStart().length;
  return isWholeRow ? { start: at - 1, end: Math.max(line.whole.end, at + row.length) } : line.whole;
}

/** The edits that make the settings from this slide on into settings of this slide alone. */
export function ownSettings(lines: readonly SettingLine[]): TextEdit[] {
  const own = new Set(lines.filter((line) => line.isOwn).map((line) => line.key));
  return lines
    .filter((line) => !line.isOwn)
    .map((line) =>
      // What the slide says for itself holds against what it says for all.
      own.has(line.key) ? { ...line.whole, text: "" } : { start: line.keyStart, end: line.keyStart, text: "_" },
    );
}
