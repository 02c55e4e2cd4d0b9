import { accountSchema, type Account } from "@/lib/api/account-page";
import type { UserId } from "@/lib/api/ids";
import type { Database } from "@/lib/workspace/database";

/** What somebody's account holds, as its page shows it. */
export async function getAccount({ pool }: Pick<Database, "pool">, userId: UserId): Promise<Account> {
  const { rows } = await pool.query(
    `SELECT p.name, CASE WHEN p.is_anonymous THEN NULL ELSE p.email END AS email, p.email_verified AS "isVerified", coalesce(p.is_anonymous, false) AS "isGuest",
            EXISTS (SELECT FROM account a WHERE a.user_id = p.id AND a.password IS NOT NULL) AS "hasPassword",
            (SELECT count(*)::int FROM deck d WHERE d.owner_user_id = p.id) AS decks,
            (SELECT count(*)::int FROM deck d WHERE d.owner_team_id IN (${loneTeamsSql})) AS "loneTeamDecks",
            (SELECT count(*)::int FROM deck d WHERE (d.owner_user_id = p.id OR d.owner_team_id IN (${loneTeamsSql})) AND d.trashed_at IS NULL
              AND EXISTS (SELECT FROM deck_grant g WHERE g.deck_id = d.id)) AS "sharedDecks"
       FROM person p WHERE p.id = $1`,
    [userId],
  );
  return accountSchema.parse(rows[0]);
}

/** Teams of the person `p` that nobody else is in. */
const loneTeamsSql = `
  SELECT m.team_id FROM team_member m WHERE m.user_id = p.id AND m.role = 'owner'
     AND NOT EXISTS (SELECT FROM team_member o WHERE o.team_id = m.team_id AND o.user_id <> p.id)`;
