import type { Stretch, TextEdit } from "@/lib/deck";

/** A selection, or a caret where both are the same. Offsets into the text. */
export interface TextSelection {
  readonly start: number;
  readonly end: number;
}

export interface FormatInput {
  readonly text: string;
  readonly selections: readonly TextSelection[];
  /** Stretches where Markdown is none: they stay as they are. */
  readonly untouchable: readonly Stretch[];
}

/** What a formatting act does: edits of the text, and the selections in the text after them. */
export interface Formatted {
  readonly edits: readonly TextEdit[];
  readonly selections: readonly TextSelection[];
}

/** Do these stretches cover any of it? A caret at the very edge of one is beside it. */
export function isUntouchable(untouchable: readonly Stretch[], { start, end }: TextSelection): boolean {
  return untouchable.some((stretch) => (start === end ? start > stretch.start && start < stretch.end : start < stretch.end && end > stretch.start));
}

/** Where a selection lies after the edits: what is inserted at its edges stays outside it. */
export function shiftSelection({ start, end }: TextSelection, edits: readonly TextEdit[]): TextSelection {
  const shiftedStart = shiftOffset(start, edits, "after");
  return { start: shiftedStart, end: Math.max(shiftedStart, shiftOffset(end, edits, start === end ? "after" : "before")) };
}

/** Where an offset lies after edits in order; of text inserted exactly there it comes before or after. */
export function shiftOffset(offset: number, edits: readonly TextEdit[], side: "before" | "after"): number {
  let by = 0;
  for (const { start, end, text } of edits) {
    if (start > offset || (start === offset && end === offset && side === "before")) break;
    if (end > offset) return start + by + (side === "after" ? text.length : 0);
    by += text.length - (end - start);
  }
  return offset + by;
}

/** Edits by place, each once: two carets on one line mean the same. */
export function inOrder(edits: readonly TextEdit[]): readonly TextEdit[] {
  const byPlace = new Map(edits.map((edit) => [`${edit.start} ${edit.end} ${edit.text}`, edit]));
  return [...byPlace.values()].toSorted((a, b) => a.start - b.start || a.end - b.end);
}
