import type { DeckId, UserId } from "@/lib/api/ids";
import { watchSchema, type Watch } from "@/lib/api/inbox";
import type { Database } from "@/lib/workspace/database";
import { defaultLevel } from "@/lib/workspace/inbox/deliver";

/** What somebody hears of a deck's comments. */
export async function getWatch({ pool }: Pick<Database, "pool">, deckId: DeckId, { userId }: { readonly userId: UserId }): Promise<Watch> {
  const { rows } = await pool.query<{ level: string }>(
    `SELECT coalesce(w.level, CASE WHEN d.owner_user_id = $2 THEN $3 ELSE $4 END) AS level
       FROM deck d LEFT JOIN deck_watch w ON w.deck_id = d.id AND w.user_id = $2 WHERE d.id = $1`,
    [deckId, userId, defaultLevel.owner, defaultLevel.other],
  );
  return watchSchema.parse(rows[0]);
}

/** Says what somebody wishes to hear of a deck's comments from now on. */
export async function setWatch(
  { pool }: Pick<Database, "pool">,
  deckId: DeckId,
  { userId, level }: { readonly userId: UserId } & Watch,
): Promise<void> {
  await pool.query(
    "INSERT INTO deck_watch (deck_id, user_id, level) VALUES ($1, $2, $3) ON CONFLICT (deck_id, user_id) DO UPDATE SET level = excluded.level",
    [deckId, userId, level],
  );
}
