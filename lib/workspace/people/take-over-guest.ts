import type { DeckId, UserId } from "@/lib/api/ids";
import { inTransaction, type Database } from "@/lib/workspace/database";
import { deckRightsSql } from "@/lib/workspace/grants/rights-sql";

/**
 * A guest became somebody: decks, rights, links and authorship go over, then the guest's row goes. One transaction
 * that locks the guest first: a deck the guest is making at this moment either comes along or is refused, and
 * never goes down with the row. Returns the guest's decks: whoever has one of them open as the guest is to be looked at
 * again.
 */
export async function takeOverGuest(
  { pool }: Pick<Database, "pool">,
  { guestId, userId }: { readonly guestId: UserId; readonly userId: UserId },
): Promise<readonly DeckId[]> {
  return inTransaction(pool, async (tx) => {
    const guest = await tx.query("SELECT FROM person WHERE id = $1 AND is_anonymous FOR UPDATE", [guestId]);
    // A second sign-in of the same guest came first and took everything.
    if (guest.rowCount === 0) return [];
    const decks = await tx.query<{ id: DeckId }>(decksSql, [guestId]);
    for (const sql of takeOverSql) await tx.query(sql, [guestId, userId]);
    await tx.query("DELETE FROM person WHERE id = $1", [guestId]);
    return decks.rows.map(({ id }) => id);
  });
}

const decksSql = "SELECT id FROM deck WHERE owner_user_id = $1 UNION SELECT deck_id FROM deck_grant WHERE user_id = $1";

const takeOverSql = [
  // First, since it finds the documents by what the guest still holds.
  `UPDATE collab_update SET user_ids = array_replace(user_ids, $1::uuid, $2::uuid)
    WHERE $1::uuid = ANY (user_ids) AND doc_id IN (
      SELECT id FROM deck WHERE owner_user_id = $1 OR last_edited_by = $1 UNION SELECT deck_id FROM deck_grant WHERE user_id = $1)`,
  "UPDATE deck SET last_edited_by = $2 WHERE last_edited_by = $1 AND (owner_user_id = $1 OR id IN (SELECT deck_id FROM deck_grant WHERE user_id = $1))",
  // Folders of one name become one.
  "INSERT INTO folder (name, owner_user_id) SELECT name, $2 FROM folder WHERE owner_user_id = $1 ON CONFLICT DO NOTHING",
  `UPDATE deck d SET owner_user_id = $2, folder_id = (
     SELECT kept.id FROM folder f JOIN folder kept ON kept.owner_user_id = $2 AND lower(kept.name) = lower(f.name) WHERE f.id = d.folder_id)
    WHERE owner_user_id = $1`,
  "INSERT INTO deck_mark (user_id, deck_id, opened_at, starred_at) SELECT $2, deck_id, opened_at, starred_at FROM deck_mark WHERE user_id = $1 ON CONFLICT DO NOTHING",
  // Who joined by the same link as guest and as somebody keeps one grant of it.
  `DELETE FROM deck_grant g USING deck_grant kept
    WHERE g.user_id = $1 AND kept.user_id = $2 AND kept.deck_id = g.deck_id AND kept.via_link_id = g.via_link_id`,
  // Of two rights of their own on a deck the higher one stays.
  `UPDATE deck_grant kept SET "right" = g."right" FROM deck_grant g
    WHERE kept.user_id = $2 AND g.user_id = $1 AND kept.deck_id = g.deck_id AND kept.via_link_id IS NULL AND g.via_link_id IS NULL
      AND array_position(${deckRightsSql}, g."right") > array_position(${deckRightsSql}, kept."right")`,
  `DELETE FROM deck_grant g USING deck_grant kept
    WHERE g.user_id = $1 AND kept.user_id = $2 AND kept.deck_id = g.deck_id AND kept.via_link_id IS NULL AND g.via_link_id IS NULL`,
  "UPDATE deck_grant SET user_id = $2 WHERE user_id = $1",
  "UPDATE invitation SET invited_by = $2 WHERE invited_by = $1",
  "UPDATE deck_link SET created_by = $2 WHERE created_by = $1",
  `UPDATE deck_version SET author_ids = array_replace(author_ids, $1::uuid, $2::uuid) WHERE $1::uuid = ANY (author_ids) AND deck_id IN (
      SELECT deck_id FROM deck_writer WHERE user_id = $1)`,
  `WITH wrote AS (DELETE FROM deck_writer WHERE user_id = $1 RETURNING deck_id, seq)
   INSERT INTO deck_writer (deck_id, user_id, seq) SELECT deck_id, $2, seq FROM wrote
   ON CONFLICT (deck_id, user_id) DO UPDATE SET seq = greatest(deck_writer.seq, excluded.seq)`,
  "UPDATE slide SET gone_by = $2 WHERE gone_by = $1",
  "DELETE FROM slide_approval a USING slide_approval kept WHERE a.user_id = $1 AND kept.user_id = $2 AND kept.slide_id = a.slide_id",
  "UPDATE slide_approval SET user_id = $2 WHERE user_id = $1",
  "UPDATE deck_version SET author_id = $2 WHERE author_id = $1",
  "UPDATE talk SET driver_id = $2 WHERE driver_id = $1",
  "UPDATE talk_visit SET driver_id = $2 WHERE driver_id = $1",
  "UPDATE comment SET author_id = $2 WHERE author_id = $1",
  "DELETE FROM inbox_item i USING inbox_item kept WHERE i.user_id = $1 AND kept.user_id = $2 AND kept.comment_id = i.comment_id",
  "UPDATE inbox_item SET user_id = $2 WHERE user_id = $1",
  "DELETE FROM deck_watch w USING deck_watch kept WHERE w.user_id = $1 AND kept.user_id = $2 AND kept.deck_id = w.deck_id",
  "UPDATE deck_watch SET user_id = $2 WHERE user_id = $1",
  "UPDATE comment_thread SET resolved_by = $2 WHERE resolved_by = $1",
  "UPDATE talk_phone SET user_id = $2 WHERE user_id = $1",
  "UPDATE deck_file SET added_by = $2 WHERE added_by = $1",
];
