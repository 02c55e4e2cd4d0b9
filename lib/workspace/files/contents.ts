import type { DeckId } from "@/lib/api/ids";
import type { Database } from "@/lib/workspace/database";
import { openFileStore, type FileGround } from "@/lib/workspace/files/open-file-store";

/** What is in the store for a deck, by sha256. */
async function contentsOf({ pool }: Pick<Database, "pool">, deckId: DeckId): Promise<readonly string[]> {
  const { rows } = await pool.query<{ sha256: string }>("SELECT DISTINCT sha256 FROM deck_file WHERE deck_id = $1", [deckId]);
  return rows.map(({ sha256 }) => sha256);
}

/** Gives a deck the bytes of another one's files. */
export async function copyContents(ground: FileGround, from: DeckId, to: DeckId): Promise<void> {
  const store = openFileStore(ground);
  for (const sha256 of await contentsOf(ground, from)) await store.copy(from, to, sha256);
}

/**
 * Has a deck's rows deleted, and then takes the bytes of its files out of the store: rows go by themselves with the deck,
 * objects elsewhere don't.
 */
export async function deleteWithContents(ground: FileGround, deckId: DeckId, deleteDeck: () => Promise<boolean>): Promise<boolean> {
  const contents = await contentsOf(ground, deckId);
  if (!(await deleteDeck())) return false;
  const store = openFileStore(ground);
  for (const sha256 of contents) await store.remove(deckId, sha256);
  return true;
}
