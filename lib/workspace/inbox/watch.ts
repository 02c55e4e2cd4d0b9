import type { DeckId, UserId } from "@/lib/api/ids";
import { watchSchema, type Watch } from "@/lib/api/inbox";
import type { Database } from "@/lib/workspace/database";

/**
 * What the person `person` hears of the deck `d`, with what they said of it as `w`. Who says nothing hears of conversations
 * that they take part in; a deck's owner of all, and of a team's deck, which no one person owns, who wrote in it.
 */
export function levelSql(person: "p.id" | "$2"): string {
  return `coalesce(w.level, CASE
    WHEN d.owner_user_id = ${person} THEN 'watching'
    WHEN d.owner_team_id IS NOT NULL AND EXISTS (SELECT FROM deck_writer o WHERE o.deck_id = d.id AND o.user_id = ${person}) THEN 'watching'
    ELSE 'participating' END)`;
}

/** What somebody hears of a deck's comments. */
export async function getWatch({ pool }: Pick<Database, "pool">, deckId: DeckId, { userId }: { readonly userId: UserId }): Promise<Watch> {
  const { rows } = await pool.query<{ level: string }>(
    `SELECT ${levelSql("$2")} AS level FROM deck d LEFT JOIN deck_watch w ON w.deck_id = d.id AND w.user_id = $2 WHERE d.id = $1`,
    [deckId, userId],
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
