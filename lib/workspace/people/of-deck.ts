import { userIdSchema, type DeckId, type UserId } from "@/lib/api/ids";
import type { Database } from "@/lib/workspace/database";
import { roleOfHeld } from "@/lib/workspace/decks/role";
import { may, type DeckAction } from "@/lib/workspace/policies";

/** Somebody with a right on a deck. */
export interface DeckPerson {
  readonly id: UserId;
  /** Empty for a guest without one. */
  readonly name: string;
}

/** Everybody who may do this with a deck, by name. */
export async function peopleOfDeck(
  { pool }: Pick<Database, "pool">,
  deckId: DeckId,
  { action }: { readonly action: DeckAction },
): Promise<readonly DeckPerson[]> {
  const { rows } = await pool.query<{ id: string; name: string; held: string[] }>(peopleSql, [deckId]);
  return rows.flatMap(({ id, name, held }) => {
    const role = roleOfHeld(held);
    return role !== undefined && may(role, action) ? [{ id: userIdSchema.parse(id), name }] : [];
  });
}

/** What `heldSql` says of one person, said of all of a deck's. */
const peopleSql = `
  SELECT p.id, p.name, array_agg(held.via || ':' || held.word) AS held FROM (
    SELECT d.owner_user_id AS user_id, 'owner' AS via, '' AS word FROM deck d WHERE d.id = $1
    UNION ALL
    SELECT m.user_id, 'team', m.role FROM deck d JOIN team_member m ON m.team_id = d.owner_team_id WHERE d.id = $1
    UNION ALL
    SELECT g.user_id, 'grant', g."right" FROM deck_grant g LEFT JOIN deck_link l ON l.id = g.via_link_id
     WHERE g.deck_id = $1 AND (l.id IS NULL OR (l.revoked_at IS NULL AND (l.expires_at IS NULL OR l.expires_at > now())))
    UNION ALL
    SELECT m.user_id, 'grant', g."right" FROM deck_grant g JOIN team_member m ON m.team_id = g.team_id WHERE g.deck_id = $1 AND m.role <> 'guest'
  ) held JOIN person p ON p.id = held.user_id
   GROUP BY p.id, p.name ORDER BY p.name, p.id`;
