import type { TextEdit } from "@/lib/deck";
import type * as Y from "yjs";

/**
 * Applies edits to a shared text as one transaction, from the last to the first so that offsets stay true.
 * They refer to `expected`: where a co-author changed the text meanwhile nothing is applied and the answer is false.
 */
export function applyToText(
  text: Y.Text,
  edits: readonly TextEdit[],
  { origin, expected }: { readonly origin: unknown; readonly expected: string },
): boolean {
  const doc = text.doc;
  if (doc === null || text.toString() !== expected) return false;
  doc.transact(() => {
    for (const edit of edits.toReversed()) {
      if (edit.end > edit.start) text.delete(edit.start, edit.end - edit.start);
      if (edit.text !== "") text.insert(edit.start, edit.text);
    }
  }, origin);
  return true;
}
