import type { PoolClient } from "pg";
import type { DeckId } from "@/lib/api/ids";
import { longStatementMs, timedQuery } from "@/lib/db/timed-query";
import { inTransaction, type Database } from "@/lib/workspace/database";

/** So long after the last sign of them guests and their decks are kept; a guest's cookie lasts as long. */
const guestDays = 90;

/** Guests of one round; the next one takes the others. */
const guestsPerRound = 100;
/** The lock's transaction only waits meanwhile. */
const maxRoundMs = 30 * 60_000;
/** One process at a time deletes guests: any number that no other lock has. */
const purgeLock = 72_707_370;

/**
 * Deletes guests that nobody has seen for 90 days, with their decks. A guest is seen where their cookie counts, and where
 * somebody edits a deck of theirs. Returns how many went; undefined where another process is at it.
 */
export async function purgeGuests({ pool }: Pick<Database, "pool">, { now }: { readonly now: Date }): Promise<number | undefined> {
  const purge = async (tx: PoolClient) => {
    const lock = await tx.query<{ is_mine: boolean }>("SELECT pg_try_advisory_xact_lock($1) AS is_mine", [purgeLock]);
    if (lock.rows[0]?.is_mine !== true) return undefined;
    const { rows } = await pool.query<{ id: string }>(`SELECT p.id FROM person p WHERE ${isAbandonedSql} LIMIT $2`, [now, guestsPerRound]);
    let gone = 0;
    for (const { id } of rows) if (await purgeGuest({ pool }, id, now)) gone += 1;
    return gone;
  };
  return inTransaction(pool, purge, { maxIdleMs: maxRoundMs });
}

/** Looks once more at each step: the guest may come back meanwhile, and then keeps what is left. */
async function purgeGuest({ pool }: Pick<Database, "pool">, guestId: string, now: Date): Promise<boolean> {
  const { rows } = await pool.query<{ id: string }>("SELECT id FROM deck WHERE owner_user_id = $1", [guestId]);
  const isAbandoned = `EXISTS (SELECT FROM person p WHERE p.id = $2 AND ${isAbandonedSql})`;
  const purgeDeckSql = `DELETE FROM deck WHERE id = $3 AND owner_user_id = $2 AND ${isAbandoned}`;
  for (const { id } of rows) await pool.query(timedQuery(longStatementMs, purgeDeckSql, [now, guestId, id]));
  const { rowCount } = await pool.query(timedQuery(longStatementMs, `DELETE FROM person p WHERE p.id = $2 AND ${isAbandonedSql}`, [now, guestId]));
  return rowCount === 1;
}

/** Until when a guest's deck is kept if nobody comes any more; undefined for a deck of somebody with an account or of a team. */
export async function guestDeckKeptUntil({ pool }: Pick<Database, "pool">, deckId: DeckId): Promise<Date | undefined> {
  const { rows } = await pool.query<{ until: Date }>(
    `SELECT ${keptUntilSql} AS until FROM deck d JOIN person p ON p.id = d.owner_user_id AND p.is_anonymous WHERE d.id = $1`,
    [deckId],
  );
  return rows[0]?.until;
}

const lifetimeSql = `make_interval(days => ${guestDays})`;

/** A session's end is as far from its last use as a guest is kept. */
const keptUntilSql = `
  greatest(p.created_at + ${lifetimeSql},
           (SELECT max(s.expires_at) FROM session s WHERE s.user_id = p.id),
           (SELECT max(own.last_edited_at) FROM deck own WHERE own.owner_user_id = p.id) + ${lifetimeSql})`;
/** Of the person `p`, at the moment `$1`. */
const isAbandonedSql = `p.is_anonymous AND ${keptUntilSql} <= $1`;
