import type { TextEdit } from "@/lib/deck";
import type * as Y from "yjs";

/** A change of a text as one edit of the text before it; undefined where it touched several places. */
export function singleEdit(delta: Y.YTextEvent["delta"]): TextEdit | undefined {
  let at = 0;
  let edit: TextEdit | undefined;
  for (const { retain = 0, insert = "", delete: removed = 0 } of delta) {
    if (typeof insert !== "string" || (retain > 0 && edit !== undefined)) return undefined;
    at += retain;
    const { start, end, text } = edit ?? { start: at, end: at, text: "" };
    if (retain === 0) edit = { start, end: end + removed, text: text + insert };
  }
  return edit;
}
