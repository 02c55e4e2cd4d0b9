import type { DeckId } from "@/lib/api/ids";
import { trashDays } from "@/lib/api/limits";
import { longStatementMs, timedQuery } from "@/lib/db/timed-query";
import { AppError } from "@/lib/errors";
import type { Log } from "@/lib/log";
import type { Database } from "@/lib/workspace/database";
import { removeLeftoversNow } from "@/lib/workspace/files/leftovers";
import type { FileGround } from "@/lib/workspace/files/open-file-store";

export type DeleteGround = FileGround & { readonly log: Log };

/**
 * Deletes a deck in the trash for ever, with its text, history, links and files. Throws 409 for one that is not in the trash:
 * nothing goes for ever by one act.
 */
export async function deleteDeck(ground: DeleteGround, deckId: DeckId): Promise<void> {
  const { rowCount } = await ground.pool.query(timedQuery(longStatementMs, "DELETE FROM deck WHERE id = $1 AND trashed_at IS NOT NULL", [deckId]));
  if (rowCount === 0) throw new AppError("conflict", "This deck is not in the trash. Put it there first.");
  await removeLeftoversNow(ground, [deckId]);
}

/** Decks of one round of cleaning up; the next one takes the others. */
const decksPerRound = 200;

/** Deletes what has been in the trash for longer than it is kept there. Returns how many decks went. */
export async function purgeTrash({ pool }: Pick<Database, "pool">, { now }: { readonly now: Date }): Promise<number> {
  const before = new Date(now.getTime() - trashDays * 24 * 3600 * 1000);
  const { rowCount } = await pool.query(timedQuery(longStatementMs, purgeSql, [before, decksPerRound]));
  return rowCount ?? 0;
}

const purgeSql = `
  DELETE FROM deck WHERE trashed_at < $1
     AND id IN (SELECT id FROM deck WHERE trashed_at < $1 ORDER BY trashed_at LIMIT $2 FOR UPDATE SKIP LOCKED)`;
