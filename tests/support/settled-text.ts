import * as Y from "yjs";
import { textAt } from "@/lib/collab/server/pulled-doc";
import type { SettledText } from "@/lib/workspace/decks/derive";

/** A text as the rooms would pass it on, out of a document that nobody has seen before. */
export function settledText(markdown: string, at: { readonly generation?: number; readonly seq: number }): SettledText {
  const doc = new Y.Doc();
  doc.getText("markdown").insert(0, markdown);
  return textAt(doc, { generation: 1, ...at });
}
