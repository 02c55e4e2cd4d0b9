import type { Awareness } from "y-protocols/awareness";
import type * as Y from "yjs";

/**
 * Yjs takes another client id when it finds its own in what somebody else wrote. Presence must move along: told under
 * the old id it would be somebody else's, and under the new one y-protocols knows nothing and throws. Returns its stop.
 */
export function followClientId(doc: Y.Doc, awareness: Awareness): () => void {
  const follow = () => {
    if (doc.clientID === awareness.clientID) return;
    const { clientID: before } = awareness;
    const state = awareness.getLocalState();
    awareness.setLocalState(null);
    // The other one's presence comes under this id, with a clock of its own.
    awareness.meta.delete(before);
    awareness.clientID = doc.clientID;
    awareness.setLocalState(state);
  };
  doc.on("afterTransactionCleanup", follow);
  return () => doc.off("afterTransactionCleanup", follow);
}
