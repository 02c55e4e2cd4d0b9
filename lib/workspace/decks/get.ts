import type { DeckInfo } from "@/lib/api/decks";
import type { DeckId, UserId } from "@/lib/api/ids";
import { queryPrepared } from "@/lib/db/prepared";
import type { Database } from "@/lib/workspace/database";
import { deckInfoColumnsSql, deckInfoJoinsSql, toDeckInfo, type DeckInfoRow } from "@/lib/workspace/decks/deck-info";
import { deckNotFound } from "@/lib/workspace/decks/role";
import type { DeckRole } from "@/lib/workspace/policies";

/** One deck as somebody in this role sees it. Throws 404 where it is gone. */
export async function getDeck(
  { pool }: Pick<Database, "pool">,
  deckId: DeckId,
  { userId, role }: { readonly userId: UserId; readonly role: DeckRole },
): Promise<DeckInfo> {
  const { rows } = await queryPrepared<DeckInfoRow>(pool, { text: deckSql, values: [userId, deckId] });
  const row = rows[0];
  if (!row) throw deckNotFound();
  return toDeckInfo(row, { role, userId });
}

const deckSql = `SELECT ${deckInfoColumnsSql} FROM deck d ${deckInfoJoinsSql} WHERE d.id = $2`;
