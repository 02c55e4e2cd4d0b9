import type { DeckId } from "@/lib/api/ids";
import type { Database } from "@/lib/workspace/database";

/**
 * Thins a deck's history: all versions of the last day stay, one an hour of the last week, one a day of before. What
 * somebody named or kept, and what a talk or a link shows, stays always. Returns how many went.
 */
export async function thinVersions({ pool }: Pick<Database, "pool">, deckId: DeckId): Promise<number> {
  const { rowCount } = await pool.query(thinSql, [deckId]);
  if (rowCount) await pool.query(forgetTextsSql, [deckId]);
  return rowCount ?? 0;
}

/** The newest of an hour or a day is the one that stays. */
const thinSql = `
  WITH dense AS (
    SELECT v.id, row_number() OVER (PARTITION BY v.is_old, date_trunc(CASE WHEN v.is_old THEN 'day' ELSE 'hour' END, v.created_at) ORDER BY v.created_at DESC, v.id) AS place
      FROM (SELECT id, created_at, created_at < now() - interval '7 days' AS is_old FROM deck_version
             WHERE deck_id = $1 AND name IS NULL AND kind IN ('automatic', 'restore', 'import') AND created_at < now() - interval '1 day') v
  )
  DELETE FROM deck_version v USING dense WHERE v.id = dense.id AND dense.place > 1
     AND NOT EXISTS (SELECT FROM deck_link l WHERE l.version_id = v.id) AND NOT EXISTS (SELECT FROM talk t WHERE t.version_id = v.id)`;

const forgetTextsSql = `
  DELETE FROM slide_text t WHERE t.deck_id = $1 AND NOT EXISTS (
    SELECT FROM version_slide s JOIN deck_version v ON v.id = s.version_id WHERE v.deck_id = $1 AND s.text_hash = t.hash)`;
