import diff from "fast-diff";
import { compareLines, linesOf } from "@/lib/collab/protocol/compare-lines";

/** Replaces the characters from `at` on. */
export interface TextEdit {
  readonly at: number;
  readonly deleted: number;
  readonly inserted: string;
}

/** Beyond so much, two texts are compared by lines; beyond so many lines, not at all. */
const maxComparedChars = 4_000;
const maxComparedLines = 2_000;
/** Lines that differ are compared once more by characters if there are no more than so many of these. */
const maxHunkChars = 1_000;

/**
 * The edits, from the front, that turn one text into another, each at its place once those before it are made. Small
 * where the texts are alike, so that what others write meanwhile stays; comparing takes time in the square of what
 * differs, so that where much does, whole lines or the whole middle are replaced.
 */
export function leastEdits(before: string, after: string): readonly TextEdit[] {
  const start = commonStart(before, after);
  const end = commonEnd(before, after, start);
  const [from, to] = [before.slice(start, before.length - end), after.slice(start, after.length - end)];
  return inOrder(compare(from, to), start);
}

type Part = readonly [operation: -1 | 0 | 1, text: string];

function compare(from: string, to: string): readonly Part[] {
  if (from.length + to.length <= maxComparedChars) return diff(from, to);
  const [linesFrom, linesTo] = [linesOf(from), linesOf(to)];
  if (linesFrom.length + linesTo.length > maxComparedLines) return replaced(from, to);
  return compareLines(linesFrom, linesTo).flatMap(({ gone, come, kept }): readonly Part[] => {
    const isSmall = gone.length + come.length <= maxHunkChars;
    return [...(isSmall ? diff(gone, come) : replaced(gone, come)), ...(kept === "" ? [] : [[0, kept] as const])];
  });
}

function replaced(from: string, to: string): readonly Part[] {
  return [...(from === "" ? [] : [[-1, from] as const]), ...(to === "" ? [] : [[1, to] as const])];
}

function inOrder(parts: readonly Part[], start: number): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let at = start;
  let open: TextEdit | undefined;
  for (const [operation, text] of parts) {
    if (operation === diff.EQUAL) {
      if (open !== undefined) edits.push(open);
      at += (open?.inserted.length ?? 0) + text.length;
      open = undefined;
    } else {
      const { deleted, inserted } = open ?? { deleted: 0, inserted: "" };
      open = operation === diff.DELETE ? { at, deleted: deleted + text.length, inserted } : { at, deleted, inserted: inserted + text };
    }
  }
  if (open !== undefined) edits.push(open);
  return edits;
}

function commonStart(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let length = 0;
  while (length < most && one[length] === other[length]) length++;
  // Never between the two halves of a character: Yjs would put something else in their place.
  return isHighHalf(one[length - 1]) ? length - 1 : length;
}

function commonEnd(one: string, other: string, start: number): number {
  const most = Math.min(one.length, other.length) - start;
  let length = 0;
  while (length < most && one[one.length - 1 - length] === other[other.length - 1 - length]) length++;
  return length > 0 && isLowHalf(one[one.length - length]) ? length - 1 : length;
}

function isHighHalf(unit: string | undefined): boolean {
  return unit !== undefined && unit >= "\uD800" && unit <= "\uDBFF";
}

function isLowHalf(unit: string | undefined): boolean {
  return unit !== undefined && unit >= "\uDC00" && unit <= "\uDFFF";
}
