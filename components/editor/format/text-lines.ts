import { isUntouchable, type FormatInput, type TextSelection } from "@/components/editor/format/text-format";

/** A line of the text, without its line end. */
export interface TextLine {
  readonly start: number;
  readonly text: string;
}

/** The lines that selections touch and formatting may change, each once. */
export function touchedLines({ text, selections, untouchable }: FormatInput): readonly TextLine[] {
  const lines = new Map<number, TextLine>();
  for (const selection of selections) {
    for (const line of linesOf(text, selection)) if (!isUntouchable(untouchable, rangeOf(line))) lines.set(line.start, line);
  }
  return [...lines.values()].toSorted((a, b) => a.start - b.start);
}

/** The lines of one selection; one that ends at the start of a line doesn't touch that line. */
export function linesOf(text: string, { start, end }: TextSelection): readonly TextLine[] {
  const lines: TextLine[] = [];
  let at = text.lastIndexOf("\n", start - 1) + 1;
  do {
    const newline = text.indexOf("\n", at);
    const lineEnd = newline === -1 ? text.length : newline;
    lines.push({ start: at, text: text.slice(at, lineEnd) });
    at = lineEnd + 1;
  } while (at < end && at <= text.length);
  return lines;
}

/** A line with all of its characters; an empty one is a caret on it. */
function rangeOf({ start, text }: TextLine): TextSelection {
  return { start, end: start + text.length };
}
