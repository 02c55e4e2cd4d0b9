import * as Y from "yjs";
import { areGaps, type Gap } from "@/lib/collab/server/neighbours";
import { hasParked } from "@/lib/collab/server/pulled-doc";

/** Changes of one document, and what updates they result in. */
export interface MadeUpdates {
  /** Does it, and tells what updates it results in. Throws what it throws. */
  readonly of: (change: () => void) => readonly Uint8Array[];
  /**
   * Does what results in one that is known already: Yjs need not write it anew, for which it goes through all that its
   * author has typed in a row, with every key. Throws what it throws.
   */
  readonly without: (change: () => void) => void;
}

/**
 * For one change after the other. Yjs emits half of one that throws, too: that is nobody's to see or store, and the
 * document is of no use from then on.
 */
export function createMadeUpdates(doc: Y.Doc, { onThrown }: { readonly onThrown: () => void }): MadeUpdates {
  function without(change: () => void): void {
    try {
      change();
    } catch (error) {
      onThrown();
      throw error;
    }
  }

  return {
    without,
    of: (change) => {
      const emitted: Uint8Array[] = [];
      const collect = (update: Uint8Array) => emitted.push(update);
      doc.on("update", collect);
      try {
        without(change);
      } finally {
        doc.off("update", collect);
      }
      return emitted;
    },
  };
}

interface Applying {
  readonly origin: object;
  /** Where some of it says it stands, which could not be judged before. */
  readonly gaps: readonly Gap[];
}

/** Applies an update, or throws: what Yjs parks nobody would store, and everybody would be sent; what it misplaces would be elsewhere for others. */
export function applyWhole(doc: Y.Doc, update: Uint8Array, { origin, gaps }: Applying): void {
  const wasParked = hasParked(doc);
  Y.applyUpdate(doc, update, origin);
  if (!wasParked && hasParked(doc)) throw new Error("a part of a judged update was parked");
  if (!areGaps(doc, gaps)) throw new Error("a part of a judged update stands between two that never were neighbours");
}
