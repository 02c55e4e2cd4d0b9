import type { DeckId } from "@/lib/api/ids";
import { openFileStore, type FileGround } from "@/lib/workspace/files/open-file-store";

/** Gives a deck the bytes of another one's files. */
export async function copyContents(ground: FileGround, from: DeckId, to: DeckId): Promise<void> {
  const store = openFileStore(ground);
  const { rows } = await ground.pool.query<{ sha256: string }>("SELECT DISTINCT sha256 FROM deck_file WHERE deck_id = $1", [from]);
  for (const { sha256 } of rows) await store.copy(from, to, sha256);
}
