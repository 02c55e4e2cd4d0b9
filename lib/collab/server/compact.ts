import type { Pool } from "pg";
import { missingFrom, updatesOfPart, type PulledDoc } from "@/lib/collab/server/pulled-doc";
import { createSnapshot, type Snapshot } from "@/lib/collab/server/snapshot";
import type { UpdateLog } from "@/lib/collab/server/update-log";
import type { Log } from "@/lib/log";

export interface CompactContext {
  readonly pool: Pool;
  readonly updateLog: UpdateLog;
  readonly log: Log;
}

/**
 * Makes a snapshot of what is committed, and drops what the snapshot before it made needless: one older way to recover
 * stays. Several processes may try; the first one wins, and the others change nothing. Returns whether this one did. Throws where the log can't be read as a whole: it is left as it is then.
 */
export async function compactDeck({ pool, updateLog, log }: CompactContext, docId: string): Promise<boolean> {
  const pulled = await updateLog.pull(docId, 0);
  if (pulled === undefined) return false;
  try {
    const snapshot = await snapshotOf(pulled);
    return pulled.headSeq > pulled.snapSeq && (await replaceSnapshot(pool, docId, { pulled, snapshot, newestSeq: pulled.snapSeq }));
  } catch (error) {
    if (pulled.snapSeq === 0) throw error;
    // The newest snapshot may be what is wrong: made again from the one before, it heals.
    log.warn({ err: error, docId }, "a deck could not be compacted from its newest snapshot");
    const older = await updateLog.pullBefore(docId, pulled.snapSeq);
    if (older === undefined) throw error;
    return await replaceSnapshot(pool, docId, { pulled: older, snapshot: await snapshotOf(older), newestSeq: pulled.snapSeq });
  }
}

async function snapshotOf(pulled: PulledDoc): Promise<Snapshot> {
  const missing = missingFrom(pulled);
  if (missing !== undefined) throw new Error(missing);
  const [first, ...rest] = pulled.parts;
  if (first?.textSha256 === undefined) return createSnapshot({ base: undefined, updates: pulled.parts.flatMap(updatesOfPart) });
  return createSnapshot({ base: { state: first.payload, textSha256: first.textSha256 }, updates: rest.flatMap(updatesOfPart) });
}

async function replaceSnapshot(
  pool: Pool,
  docId: string,
  { pulled, snapshot, newestSeq }: { readonly pulled: PulledDoc; readonly snapshot: Snapshot; readonly newestSeq: number },
): Promise<boolean> {
  const { headSeq, generation, snapSeq: baseSeq } = pulled;
  const [state, textSha256] = [Buffer.from(snapshot.state), Buffer.from(snapshot.textSha256)];
  const { rowCount } = await pool.query(replaceSql, [docId, headSeq, generation, newestSeq, state, textSha256, baseSeq]);
  return rowCount === 1;
}

/**
 * The snapshot only moves forward, and only from the one that was there when the log was read: of two that start from the
 * same one, the second would take the first one's away, which a third may count on already as the older way to recover.
 * It is one statement, since nobody can store anything in the deck from its first lock to its commit.
 */
const replaceSql = `
  WITH moved AS (
    UPDATE collab_doc SET snap_seq = $2, log_rows = head_seq - $2,
           log_bytes = (SELECT coalesce(sum(octet_length(payload)), 0) FROM collab_update u WHERE u.doc_id = $1 AND u.seq > $2)
     WHERE doc_id = $1 AND generation = $3 AND snap_seq = $4 AND head_seq >= $2 AND deleted_at IS NULL
    RETURNING doc_id
  ), kept AS (
    INSERT INTO collab_snapshot (doc_id, seq, generation, state, text_sha256) SELECT doc_id, $2, $3, $5, $6 FROM moved
    ON CONFLICT (doc_id, seq) DO UPDATE SET generation = excluded.generation, state = excluded.state, text_sha256 = excluded.text_sha256
  ), rows AS (
    DELETE FROM collab_update u USING moved WHERE u.doc_id = moved.doc_id AND u.seq <= $7
  ), older AS (
    DELETE FROM collab_snapshot s USING moved WHERE s.doc_id = moved.doc_id AND s.seq NOT IN ($2, $7)
  )
  SELECT doc_id FROM moved`;
