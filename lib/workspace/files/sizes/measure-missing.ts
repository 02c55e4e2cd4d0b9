import { deckIdSchema, type DeckId } from "@/lib/api/ids";
import { renewCover } from "@/lib/workspace/decks/derive";
import { openFileStore, type FileGround } from "@/lib/workspace/files/open-file-store";
import { measureWidth } from "@/lib/workspace/files/sizes/measure";

/** Contents of one round; the next takes the others. */
const contentsPerRound = 200;

/** Measures pictures from before there were smaller ones, so that those are served too. Returns how many contents. */
export async function measureMissing(ground: FileGround): Promise<number> {
  const store = openFileStore(ground);
  const { rows } = await ground.pool.query<{ deck_id: string; sha256: string; media_type: string }>(
    `SELECT DISTINCT deck_id, sha256, media_type FROM deck_file
      WHERE width IS NULL AND media_type IN ('image/jpeg', 'image/png', 'image/webp') LIMIT $1`,
    [contentsPerRound],
  );
  const sized = new Set<DeckId>();
  for (const { deck_id, sha256, media_type } of rows) {
    const deckId = deckIdSchema.parse(deck_id);
    const bytes = await store.get(deckId, sha256);
    const width = bytes ? measureWidth(bytes, media_type) : 0;
    await ground.pool.query("UPDATE deck_file SET width = $3 WHERE deck_id = $1 AND sha256 = $2", [deckId, sha256, width]);
    if (width > 0) sized.add(deckId);
  }
  for (const deckId of sized) await renewCover(ground, deckId);
  return rows.length;
}
