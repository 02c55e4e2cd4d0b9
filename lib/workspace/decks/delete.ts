import { deckIdSchema, type DeckId } from "@/lib/api/ids";
import { trashDays } from "@/lib/api/limits";
import { AppError } from "@/lib/errors";
import { deleteWithContents } from "@/lib/workspace/files/contents";
import type { FileGround } from "@/lib/workspace/files/open-file-store";

/**
 * Deletes a deck in the trash for ever, with its text, history, links and files. Throws 409 for one that is not in the trash:
 * nothing goes for ever by one act.
 */
export async function deleteDeck(ground: FileGround, deckId: DeckId): Promise<void> {
  const isDeleted = await deleteWithContents(ground, deckId, async () => {
    const { rowCount } = await ground.pool.query("DELETE FROM deck WHERE id = $1 AND trashed_at IS NOT NULL", [deckId]);
    return rowCount === 1;
  });
  if (!isDeleted) throw new AppError("conflict", "This deck is not in the trash. Put it there first.");
}

/** Decks of one round of cleaning up; the next one takes the others. */
const decksPerRound = 200;

/** Deletes what has been in the trash for longer than it is kept there. Returns how many decks went. */
export async function purgeTrash(ground: FileGround, { now }: { readonly now: Date }): Promise<number> {
  const before = new Date(now.getTime() - trashDays * 24 * 3600 * 1000);
  const { rows } = await ground.pool.query<{ id: string }>("SELECT id FROM deck WHERE trashed_at < $1 ORDER BY trashed_at LIMIT $2", [
    before,
    decksPerRound,
  ]);
  let gone = 0;
  for (const { id } of rows) {
    const deckId = deckIdSchema.parse(id);
    // Asked once more: somebody may have taken it out meanwhile, or another process been faster.
    const isDeleted = await deleteWithContents(ground, deckId, async () => {
      const { rowCount } = await ground.pool.query("DELETE FROM deck WHERE id = $1 AND trashed_at < $2", [deckId, before]);
      return rowCount === 1;
    });
    if (isDeleted) gone += 1;
  }
  return gone;
}
