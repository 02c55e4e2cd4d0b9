import type * as Y from "yjs";

/**
 * Tells what updates a change of this document results in, for one change after the other. Yjs emits half of one that
 * throws, too: that is nobody's to see or store, and the document is of no use from then on.
 */
export function createMadeUpdates(doc: Y.Doc, { onThrown }: { readonly onThrown: () => void }): (change: () => void) => readonly Uint8Array[] {
  let emitted: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => emitted.push(update));
  return (change) => {
    emitted = [];
    try {
      change();
      return emitted;
    } catch (error) {
      onThrown();
      throw error;
    } finally {
      emitted = [];
    }
  };
}
