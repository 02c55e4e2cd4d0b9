import * as Y from "yjs";
import type { CopyName } from "@/lib/collab/client/copy-rows";
import type { CopyStore } from "@/lib/collab/client/copy-store";

/** A copy that nobody opened for so long, and that holds nothing of its own, is thrown away. */
const maxAgeMs = 30 * 24 * 60 * 60 * 1000;

/**
 * Clears away copies that are of no use: earlier generations of this deck, and decks that were not opened for long.
 * What an earlier generation holds that no server has is laid aside as text.
 */
export async function rescueOldCopies(store: CopyStore, { deckId, generation, nowMs }: CopyName & { readonly nowMs: number }): Promise<void> {
  for (const row of await store.list()) {
    const isEarlier = row.deckId === deckId && row.generation !== generation;
    const isUnsent = row.unsent.length > 0;
    if (isEarlier && isUnsent) {
      await store.setAside(row, { textOf, reason: "replaced", savedMs: nowMs });
    } else if (isEarlier || (!isUnsent && nowMs - row.openedMs > maxAgeMs)) {
      await store.drop(row);
    }
  }
}

/** Lays aside what a copy holds that no server has, for somebody who may not write in the deck any more. */
export async function rescueUnsent(store: CopyStore, copy: CopyName, { nowMs }: { readonly nowMs: number }): Promise<void> {
  const row = (await store.list()).find(({ deckId, generation }) => deckId === copy.deckId && generation === copy.generation);
  if (row === undefined || row.unsent.length === 0) return;
  await store.setAside(row, { textOf, reason: "no-right", savedMs: nowMs });
}

/** The text of a document of which these are the updates. */
export function textOf(updates: readonly Uint8Array[]): string {
  const doc = new Y.Doc();
  doc.transact(() => updates.forEach((update) => Y.applyUpdate(doc, update)));
  const markdown = doc.getText("markdown").toString();
  doc.destroy();
  return markdown;
}
