import type { Pool } from "pg";
import { isWhole } from "@/lib/collab/server/load-doc";
import { updatesOfPart, type PulledDoc } from "@/lib/collab/server/pulled-doc";
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
  if (pulled === undefined || pulled.headSeq <= pulled.snapSeq) return false;
  try {
    return await replaceSnapshot(pool, docId, { pulled, snapshot: await snapshotOf(pulled), newestSeq: pulled.snapSeq });
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
  if (!isWhole(pulled)) throw new Error("rows are missing from the log");
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
  const tx = await pool.connect();
  let failure: Error | undefined;
  try {
    await tx.query("BEGIN");
    const moved = await tx.query(moveSql, [docId, headSeq, generation, newestSeq]);
    if (moved.rowCount === 1) {
      await tx.query(
        `INSERT INTO collab_snapshot (doc_id, seq, generation, state, text_sha256) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (doc_id, seq) DO UPDATE SET generation = $3, state = $4, text_sha256 = $5`,
        [docId, headSeq, generation, Buffer.from(snapshot.state), Buffer.from(snapshot.textSha256)],
      );
      await tx.query("DELETE FROM collab_update WHERE doc_id = $1 AND seq <= $2", [docId, baseSeq]);
      await tx.query("DELETE FROM collab_snapshot WHERE doc_id = $1 AND seq NOT IN ($2, $3)", [docId, headSeq, baseSeq]);
    }
    await tx.query(moved.rowCount === 1 ? "COMMIT" : "ROLLBACK");
    return moved.rowCount === 1;
  } catch (error) {
    // The connection goes with the transaction: the pool must not hand it on half done.
    failure = error instanceof Error ? error : new Error("compaction failed", { cause: error });
    throw failure;
  } finally {
    tx.release(failure);
  }
}

/**
 * The snapshot only moves forward, and only from the one that was there when the log was read: of two that start from the
 * same one, the second would take the first one's away, which a third may count on already as the older way to recover.
 */
const moveSql = `
  UPDATE collab_doc SET snap_seq = $2, log_rows = head_seq - $2,
         log_bytes = (SELECT coalesce(sum(octet_length(payload)), 0) FROM collab_update u WHERE u.doc_id = $1 AND u.seq > $2)
   WHERE doc_id = $1 AND generation = $3 AND snap_seq = $4 AND head_seq >= $2 AND deleted_at IS NULL`;
