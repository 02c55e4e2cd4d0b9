import { inOrder, shiftSelection, type FormatInput, type Formatted } from "@/components/editor/format/text-format";
import { touchedLines, type TextLine } from "@/components/editor/format/text-lines";
import type { TextEdit } from "@/lib/deck";

export type LineMark = "bullets" | "numbers" | "quote";

const bullet = /^([ \t]*)([-*+])[ \t]+/;
const number = /^([ \t]*)(\d{1,9}[.)])[ \t]+/;
const quote = /^[ \t]*>[ \t]?/;
const heading = /^ {0,3}(#{1,6})(?:[ \t]+|$)/;

/** Makes the lines under the selections a list or a quote, or takes that off where all of them are one. */
export function toggleLines(input: FormatInput, mark: LineMark): Formatted {
  const lines = touchedLines(input);
  const written = lines.filter((line) => line.text.trim() !== "");
  // A single blank line begins a list; among others it is the space between items.
  const wanted = written.length === 0 ? lines : mark === "quote" ? lines : written;
  const pattern = { bullets: bullet, numbers: number, quote }[mark];
  const isOn = written.length > 0 && written.every((line) => pattern.test(line.text));
  const edits = isOn ? written.flatMap((line) => takeOff(line, pattern)) : wanted.flatMap((line, index) => putOn(line, mark, index));
  return finish(input, edits);
}

/** Makes the lines headings of this level; those that are it already become text, as do all with level 0. */
export function setHeading(input: FormatInput, level: number): Formatted {
  const lines = touchedLines(input);
  const written = lines.filter((line) => line.text.trim() !== "");
  const wanted = written.length === 0 ? lines.slice(0, 1) : written;
  const isOn = written.length > 0 && written.every((line) => heading.exec(line.text)?.[1]?.length === level);
  const sign = level === 0 || isOn ? "" : `${"#".repeat(level)} `;
  return finish(
    input,
    wanted.flatMap((line) => replacePrefix(line, heading.exec(line.text)?.[0].length ?? 0, sign)),
  );
}

function takeOff(line: TextLine, pattern: RegExp): TextEdit[] {
  const match = pattern.exec(line.text);
  return match === null ? [] : replacePrefix(line, match[0].length, match[1] ?? "");
}

function putOn(line: TextLine, mark: LineMark, index: number): TextEdit[] {
  if (mark === "quote") return [{ start: line.start, end: line.start, text: line.text.trim() === "" && index > 0 ? ">" : "> " }];
  const before = bullet.exec(line.text) ?? number.exec(line.text);
  const indent = before?.[1] ?? /^[ \t]*/.exec(line.text)?.[0] ?? "";
  const sign = mark === "bullets" ? "-" : `${index + 1}.`;
  return replacePrefix(line, before?.[0].length ?? indent.length, `${indent}${sign} `);
}

function replacePrefix(line: TextLine, length: number, text: string): TextEdit[] {
  return line.text.slice(0, length) === text ? [] : [{ start: line.start, end: line.start + length, text }];
}

function finish(input: FormatInput, edits: readonly TextEdit[]): Formatted {
  const ordered = inOrder(edits);
  return { edits: ordered, selections: input.selections.map((selection) => shiftSelection(selection, ordered)) };
}
