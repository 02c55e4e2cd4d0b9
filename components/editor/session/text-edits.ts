import { maxTextBytes } from "@/lib/collab/protocol/limits";
import { tooLongSentence, utf8Bytes } from "@/lib/collab/protocol/text-size";
import type { TextEdit } from "@/lib/deck";
import type * as Y from "yjs";

/** What became of edits: in the text; not, since a co-author changed it meanwhile; not, since it would be too long. */
export type Applied = "applied" | "changed" | "too-long";

/**
 * Applies edits to a shared text as one transaction, from the last to the first so that offsets stay true.
 * They refer to `expected`: where a co-author changed the text meanwhile nothing is applied, nor where the deck would
 * hold more than it may.
 */
export function applyToText(
  text: Y.Text,
  edits: readonly TextEdit[],
  { origin, expected }: { readonly origin: unknown; readonly expected: string },
): Applied {
  const doc = text.doc;
  if (doc === null || text.toString() !== expected) return "changed";
  if (bytesAfter(expected, edits) > maxTextBytes) return "too-long";
  doc.transact(() => {
    for (const edit of edits.toReversed()) {
      if (edit.end > edit.start) text.delete(edit.start, edit.end - edit.start);
      if (edit.text !== "") text.insert(edit.start, edit.text);
    }
  }, origin);
  return "applied";
}

/** What a person is told of edits that were not applied; undefined where they were. */
export function refusedSentence(applied: Applied, textMoved: string): string | undefined {
  if (applied === "applied") return undefined;
  return applied === "too-long" ? tooLongSentence : textMoved;
}

function bytesAfter(text: string, edits: readonly TextEdit[]): number {
  const replaced = edits.map(({ start, end }) => text.slice(start, end)).join("");
  const written = edits.map((edit) => edit.text).join("");
  // Edits that shorten a text are let through however long it is: they are the way out.
  if (written.length <= replaced.length && utf8Bytes(written) <= utf8Bytes(replaced)) return 0;
  return utf8Bytes(text) - utf8Bytes(replaced) + utf8Bytes(written);
}
