import type { TextEdit } from "./deck";

/** The text with the edits done. Throws a RangeError where they overlap or leave the text. */
export function applyTextEdits(source: string, edits: readonly TextEdit[]): string {
  let result = "";
  let at = 0;
  for (const { start, end, text } of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    if (start < at || end < start || end > source.length) throw new RangeError(`The edit [${start}, ${end}) overlaps another or leaves the text.`);
    result += source.slice(at, start) + text;
    at = end;
  }
  return result + source.slice(at);
}
