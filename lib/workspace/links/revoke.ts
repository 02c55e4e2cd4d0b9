import type { DeckId, LinkId, UserId } from "@/lib/api/ids";
import { inTransaction, type Database } from "@/lib/workspace/database";
import { linkNotFound } from "@/lib/workspace/links/deck-link";

/**
 * Withdraws a link: its address answers 410 from now on, and who joined by it loses the right it gave. The row stays
 * to say so. Returns those joiners; the caller has open sockets look at their roles again. Twice is once.
 */
export async function revokeLink(
  { pool }: Pick<Database, "pool">,
  deckId: DeckId,
  { linkId, now }: { readonly linkId: LinkId; readonly now: Date },
): Promise<readonly UserId[]> {
  return inTransaction(pool, async (tx) => {
    // Locks the row against somebody who joins by it at this moment.
    const link = await tx.query("UPDATE deck_link SET revoked_at = coalesce(revoked_at, $3) WHERE id = $1 AND deck_id = $2", [linkId, deckId, now]);
    if (link.rowCount === 0) throw linkNotFound();
    const { rows } = await tx.query<{ id: UserId }>("DELETE FROM deck_grant WHERE via_link_id = $1 RETURNING user_id AS id", [linkId]);
    return rows.map(({ id }) => id);
  });
}
