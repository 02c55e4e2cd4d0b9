import {
  inOrder,
  isUntouchable,
  shiftOffset,
  shiftSelection,
  type FormatInput,
  type Formatted,
  type TextSelection,
} from "@/components/editor/format/text-format";
import { linesOf } from "@/components/editor/format/text-lines";
import type { TextEdit } from "@/lib/deck";

/** What goes around words. */
export type InlineMark = "**" | "*" | "`" | "~~";

const letters = /[\p{L}\p{M}\p{N}_'’-]/u;
/** What a line has before its words: quote marks, a bullet with its box, heading signs. */
const linePrefix = /^(?:[ \t]*>)*[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?)?(?:#{1,6}[ \t]+)?/;

/**
 * Puts a mark around every selection, or takes it off where all of it has it. A caret means the word around it, a
 * selection over several lines each line's own words: emphasis never runs over a bullet or a blank line.
 */
export function toggleInline(input: FormatInput, mark: InlineMark): Formatted {
  const edits: TextEdit[] = [];
  const carets = new Map<TextSelection, number>();
  for (const selection of input.selections) {
    if (isUntouchable(input.untouchable, selection) && selection.start === selection.end) continue;
    const parts = partsOf(input, selection);
    const [only] = parts;
    if (only === undefined) continue;
    if (only.start === only.end) {
      const empty = toggleEmpty(input.text, only.start, mark);
      edits.push(empty.edit);
      carets.set(selection, empty.caret);
      continue;
    }
    const isOn = parts.every((part) => marksOf(input.text, part, mark) !== undefined);
    for (const part of parts) edits.push(...(isOn ? takeOff(input.text, part, mark) : putOn(input.text, part, mark)));
  }
  const ordered = inOrder(edits);
  const selections = input.selections.map((selection) => {
    const caret = carets.get(selection);
    if (caret === undefined) return shiftSelection(selection, ordered);
    const at = shiftOffset(selection.start, ordered, "before") + caret;
    return { start: at, end: at };
  });
  return { edits: ordered, selections };
}

/** The words that a selection means: each line's, without blanks at the edges. */
function partsOf({ text, untouchable }: FormatInput, selection: TextSelection): readonly TextSelection[] {
  if (selection.start === selection.end) return [wordAt(text, selection.start)];
  return linesOf(text, selection).flatMap((line) => {
    const prefix = linePrefix.exec(line.text)?.[0].length ?? 0;
    let start = Math.max(selection.start, line.start + prefix);
    let end = Math.min(selection.end, line.start + line.text.length);
    while (start < end && /\s/.test(text[start] ?? "")) start++;
    while (end > start && /\s/.test(text[end - 1] ?? "")) end--;
    return start < end && !isUntouchable(untouchable, { start, end }) ? [{ start, end }] : [];
  });
}

function wordAt(text: string, caret: number): TextSelection {
  let start = caret;
  let end = caret;
  while (start > 0 && letters.test(text[start - 1] ?? "")) start--;
  while (end < text.length && letters.test(text[end] ?? "")) end++;
  // An underscore at the edge is a mark, not a part of the word.
  while (start < end && text[start] === "_" && start < caret) start++;
  while (end > start && text[end - 1] === "_" && end > caret) end--;
  return { start, end };
}

/** Marks without words between them, for what is typed next; pressed again, they go. */
function toggleEmpty(text: string, caret: number, mark: InlineMark): { readonly edit: TextEdit; readonly caret: number } {
  const isBetween = text.slice(caret - mark.length, caret) === mark && text.slice(caret, caret + mark.length) === mark;
  if (isBetween) return { edit: { start: caret - mark.length, end: caret + mark.length, text: "" }, caret: 0 };
  return { edit: { start: caret, end: caret, text: mark + mark }, caret: mark.length };
}

interface Marks {
  /** The opening and the closing mark. */
  readonly open: TextSelection;
  readonly close: TextSelection;
}

/** The marks that a part has, around it or just inside it. */
function marksOf(text: string, part: TextSelection, mark: InlineMark): Marks | undefined {
  for (const sign of mark[0] === "*" ? ["*", "_"] : [mark[0] ?? ""]) {
    const around = Math.min(runBefore(text, part.start, sign), runAfter(text, part.end, sign));
    if (holds(around, mark)) {
      return { open: { start: part.start - mark.length, end: part.start }, close: { start: part.end, end: part.end + mark.length } };
    }
    const inside = Math.min(runAfter(text, part.start, sign), runBefore(text, part.end, sign));
    if (holds(inside, mark) && part.end - part.start > 2 * inside) {
      return { open: { start: part.start, end: part.start + mark.length }, close: { start: part.end - mark.length, end: part.end } };
    }
  }
  return undefined;
}

/** Does a run of so many signs hold this mark? Three asterisks are bold and italic. */
function holds(run: number, mark: InlineMark): boolean {
  if (mark === "*") return run === 1 || run === 3;
  return mark === "`" ? run >= 1 : run >= 2;
}

function runBefore(text: string, at: number, sign: string): number {
  let count = 0;
  while (text[at - 1 - count] === sign) count++;
  return count;
}

function runAfter(text: string, at: number, sign: string): number {
  let count = 0;
  while (text[at + count] === sign) count++;
  return count;
}

function takeOff(text: string, part: TextSelection, mark: InlineMark): TextEdit[] {
  const marks = marksOf(text, part, mark);
  if (marks === undefined) return [];
  return [marks.open, marks.close].map(({ start, end }) => ({ start, end, text: "" }));
}

function putOn(text: string, part: TextSelection, mark: InlineMark): TextEdit[] {
  if (marksOf(text, part, mark) !== undefined) return [];
  const inside = text.slice(part.start, part.end);
  // Code that holds a backtick needs two of them around it (CommonMark 6.1).
  const [open, close] = mark === "`" && inside.includes("`") ? ["`` ", " ``"] : [mark, mark];
  return [
    { start: part.start, end: part.start, text: open },
    { start: part.end, end: part.end, text: close },
  ];
}
