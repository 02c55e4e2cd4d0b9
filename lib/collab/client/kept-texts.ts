import type { CopyName, KeptText } from "@/lib/collab/client/copy-rows";
import { openCopyStore, type CopyStore } from "@/lib/collab/client/copy-store";
import { rescueUnsent } from "@/lib/collab/client/old-copies";

/** Texts of a deck that this browser laid aside because they went into no deck. */
export interface KeptTexts {
  get(): readonly KeptText[];
  /** Looks again; lays aside what `rescue` holds unsent, for somebody who may not write in the deck any more. */
  refresh(options?: { readonly rescue?: CopyName }): void;
  discard(id: number): void;
}

/** Follows what is laid aside for a deck; a browser that keeps nothing has nothing. */
export function createKeptTexts(deckId: string, onChange: () => void): KeptTexts {
  let texts: readonly KeptText[] = [];

  async function look(before: (store: CopyStore) => Promise<void> = async () => undefined): Promise<void> {
    if (typeof indexedDB === "undefined") return;
    try {
      const store = await openCopyStore({ onClosed: () => undefined });
      try {
        await before(store);
        const next = await store.texts(deckId);
        if (next.length === 0 && texts.length === 0) return;
        texts = next;
        onChange();
      } finally {
        store.close();
      }
    } catch (error) {
      // The same browser says in the save label that it keeps nothing.
      console.info("This browser's kept texts could not be read.", error);
    }
  }

  return {
    get: () => texts,
    refresh: ({ rescue } = {}) => void look(rescue && ((store) => rescueUnsent(store, rescue, { nowMs: Date.now() }))),
    discard: (id) => void look((store) => store.discard(id)),
  };
}
