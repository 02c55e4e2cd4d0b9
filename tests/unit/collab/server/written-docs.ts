import * as Y from "yjs";

/** A deck with this text. */
export function deck(markdown: string): Y.Doc {
  const doc = new Y.Doc();
  doc.getText("markdown").insert(0, markdown);
  return doc;
}

/** The same as one update. */
export function stateOf(markdown: string): Uint8Array {
  return Y.encodeStateAsUpdate(deck(markdown));
}

export function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

/** What `change` sends over the socket. */
export function updateBy(doc: Y.Doc, change: (text: Y.Text) => void): Uint8Array {
  let sent = new Uint8Array();
  doc.once("update", (update: Uint8Array) => {
    sent = Uint8Array.from(update);
  });
  doc.transact(() => change(doc.getText("markdown")));
  return sent;
}
