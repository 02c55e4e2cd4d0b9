import type { DeckId } from "@/lib/api/ids";
import type { Database } from "@/lib/workspace/database";
import { openFileStore, type FileGround } from "@/lib/workspace/files/open-file-store";

/** The bytes of a file, as the store knows them. */
interface Content {
  readonly deck_id: DeckId;
  readonly sha256: string;
}

/** What is in the store for these decks. */
export async function contentsOf(
  { pool }: { readonly pool: Pick<Database["pool"], "query"> },
  deckIds: readonly DeckId[],
): Promise<readonly Content[]> {
  const { rows } = await pool.query<Content>("SELECT DISTINCT deck_id, sha256 FROM deck_file WHERE deck_id = ANY($1)", [deckIds]);
  return rows;
}

/** Gives a deck the bytes of another one's files. */
export async function copyContents(ground: FileGround, from: DeckId, to: DeckId): Promise<void> {
  const store = openFileStore(ground);
  for (const { sha256 } of await contentsOf(ground, [from])) await store.copy(from, to, sha256);
}

/** Takes the bytes of decks that are gone out of the store: rows went by themselves with the deck, objects elsewhere didn't. */
export async function removeContents(ground: FileGround, contents: readonly Content[]): Promise<void> {
  const store = openFileStore(ground);
  for (const { deck_id: deckId, sha256 } of contents) await store.remove(deckId, sha256);
}

/** Has a deck's rows deleted, and then the bytes of its files. */
export async function deleteWithContents(ground: FileGround, deckId: DeckId, deleteDeck: () => Promise<boolean>): Promise<boolean> {
  const contents = await contentsOf(ground, [deckId]);
  if (!(await deleteDeck())) return false;
  await removeContents(ground, contents);
  return true;
}
