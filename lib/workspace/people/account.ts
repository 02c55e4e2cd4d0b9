import { accountSchema, type Account } from "@/lib/api/account-page";
import type { UserId } from "@/lib/api/ids";
import type { Database } from "@/lib/workspace/database";

/** What somebody's account holds, as its page shows it. */
export async function getAccount({ pool }: Pick<Database, "pool">, userId: UserId): Promise<Account> {
  const { rows } = await pool.query(
    `SELECT p.name, CASE WHEN p.is_anonymous THEN NULL ELSE p.email END AS email, p.email_verified AS "isVerified", coalesce(p.is_anonymous, false) AS "isGuest",
            EXISTS (SELECT FROM account a WHERE a.user_id = p.id AND a.password IS NOT NULL) AS "hasPassword",
            (SELECT count(*)::int FROM deck d WHERE d.owner_user_id = p.id) AS decks,
            (SELECT count(*)::int FROM deck d WHERE d.owner_user_id = p.id AND d.trashed_at IS NULL
              AND EXISTS (SELECT FROM deck_grant g WHERE g.deck_id = d.id)) AS "sharedDecks"
       FROM person p WHERE p.id = $1`,
    [userId],
  );
  return accountSchema.parse(rows[0]);
}
