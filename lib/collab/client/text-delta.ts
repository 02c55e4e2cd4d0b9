/** Replaces `start` to `end` of the old text by `text`. */
export interface OffsetEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

interface DeltaOp {
  readonly retain?: number;
  readonly delete?: number;
  readonly insert?: unknown;
}

/** A change of a Y.Text as edits of the text before it, in order and apart from each other. */
export function deltaToEdits(delta: readonly DeltaOp[]): readonly OffsetEdit[] {
  const edits: OffsetEdit[] = [];
  let at = 0;
  let open: { start: number; end: number; text: string } | undefined;
  for (const op of delta) {
    if (op.retain !== undefined) {
      if (open !== undefined) edits.push(open);
      open = undefined;
      at += op.retain;
    } else {
      open ??= { start: at, end: at, text: "" };
      if (op.delete !== undefined) {
        at += op.delete;
        open.end = at;
      } else if (typeof op.insert === "string") {
        open.text += op.insert;
      }
    }
  }
  if (open !== undefined) edits.push(open);
  return edits;
}

/**
 * Where an offset of the old text lies after somebody else's edits. An insert exactly there leaves it before the insert,
 * or after it where `stick` says so (the start of a selection, which must not take in what others write).
 */
export function shiftOffset(offset: number, edits: readonly OffsetEdit[], stick: "before" | "after" = "before"): number {
  let shift = 0;
  for (const { start, end, text } of edits) {
    if (start > offset || (start === offset && (stick === "before" || end > offset))) break;
    if (end > offset) return start + shift;
    shift += text.length - (end - start);
  }
  return offset + shift;
}

/** The one edit that makes `from` into `to`: what both begin and end with stays untouched. Undefined where they are the same. */
export function replaceMiddle(from: string, to: string): OffsetEdit | undefined {
  if (from === to) return undefined;
  const shorter = Math.min(from.length, to.length);
  let start = 0;
  while (start < shorter && from.charCodeAt(start) === to.charCodeAt(start)) start++;
  let tail = 0;
  while (tail < shorter - start && from.charCodeAt(from.length - 1 - tail) === to.charCodeAt(to.length - 1 - tail)) tail++;
  return { start, end: from.length - tail, text: to.slice(start, to.length - tail) };
}
