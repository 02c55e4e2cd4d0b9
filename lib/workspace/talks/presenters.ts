import { userIdSchema, type DeckId, type UserId } from "@/lib/api/ids";
import type { Database } from "@/lib/workspace/database";
import { namelessGuest } from "@/lib/collab/protocol/person-name";
import { roleOfHeld } from "@/lib/workspace/decks/role";
import { may } from "@/lib/workspace/policies";

/** What every person holds on the deck `$1`, one row each: `role.ts` has the same from a person's side. */
const holdersSql = `
  SELECT d.owner_user_id AS user_id, 'owner:' AS held FROM deck d WHERE d.id = $1 AND d.owner_user_id IS NOT NULL
  UNION ALL
  SELECT m.user_id, 'team:' || m.role FROM deck d JOIN team_member m ON m.team_id = d.owner_team_id WHERE d.id = $1
  UNION ALL
  SELECT g.user_id, 'grant:' || g."right" FROM deck_grant g LEFT JOIN deck_link l ON l.id = g.via_link_id
   WHERE g.deck_id = $1 AND g.user_id IS NOT NULL
     AND (l.id IS NULL OR (l.revoked_at IS NULL AND (l.expires_at IS NULL OR l.expires_at > now())))
  UNION ALL
  SELECT m.user_id, 'grant:' || g."right" FROM deck_grant g JOIN team_member m ON m.team_id = g.team_id
   WHERE g.deck_id = $1 AND m.role <> 'guest'`;

/** Everybody who may drive a talk of this deck, by name. */
export async function listPresenters(
  { pool }: Pick<Database, "pool">,
  deckId: DeckId,
): Promise<readonly { readonly id: UserId; readonly name: string }[]> {
  const { rows } = await pool.query<{ id: string; name: string | null; held: string[] }>(
    `SELECT p.id, p.name, array_agg(h.held) AS held FROM (${holdersSql}) h JOIN person p ON p.id = h.user_id
      GROUP BY p.id, p.name ORDER BY p.name, p.id`,
    [deckId],
  );
  return rows.flatMap(({ id, name, held }) => {
    const role = roleOfHeld(held);
    return role !== undefined && may(role, "drive") ? [{ id: userIdSchema.parse(id), name: name || namelessGuest }] : [];
  });
}
