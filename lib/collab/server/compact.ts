import { createHash } from "node:crypto";
import type { Pool } from "pg";
import * as Y from "yjs";
import { buildDoc } from "@/lib/collab/server/pulled-doc";
import type { UpdateLog } from "@/lib/collab/server/update-log";

/**
 * Makes a snapshot of what is committed, and drops what the snapshot before it made needless: one older way to recover
 * stays. Several processes may try; the one whose snapshot is newest wins, and the others change nothing. Returns
 * whether this one did.
 */
export async function compactDeck(pool: Pool, updateLog: UpdateLog, docId: string): Promise<boolean> {
  const pulled = await updateLog.pull(docId, 0);
  if (pulled === undefined || pulled.headSeq <= pulled.snapSeq) return false;
  const doc = buildDoc(pulled);
  const state = Y.encodeStateAsUpdate(doc);
  const text = doc.getText("markdown").toString();
  verify(state, { text, stateVector: Y.encodeStateVector(doc) });
  doc.destroy();
  const tx = await pool.connect();
  let failure: Error | undefined;
  try {
    await tx.query("BEGIN");
    await tx.query(
      `INSERT INTO collab_snapshot (doc_id, seq, generation, state, text_sha256) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (doc_id, seq) DO NOTHING`,
      [docId, pulled.headSeq, pulled.generation, Buffer.from(state), createHash("sha256").update(text).digest()],
    );
    const moved = await tx.query(moveSql, [docId, pulled.headSeq, pulled.generation]);
    if (moved.rowCount === 1) {
      await tx.query("DELETE FROM collab_update WHERE doc_id = $1 AND seq <= $2", [docId, pulled.snapSeq]);
      await tx.query("DELETE FROM collab_snapshot WHERE doc_id = $1 AND seq < $2", [docId, pulled.snapSeq]);
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

/** The head only moves forward, and only for the generation that was read. */
const moveSql = `
  UPDATE collab_doc SET snap_seq = $2, log_rows = head_seq - $2,
         log_bytes = (SELECT coalesce(sum(octet_length(payload)), 0) FROM collab_update u WHERE u.doc_id = $1 AND u.seq > $2)
   WHERE doc_id = $1 AND generation = $3 AND snap_seq < $2 AND deleted_at IS NULL`;

/** A snapshot that doesn't rebuild the same text must never replace the log it was made from. */
function verify(state: Uint8Array, expected: { readonly text: string; readonly stateVector: Uint8Array }): void {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, state);
  const isWhole = copy.store.pendingStructs === null && copy.store.pendingDs === null;
  const isSame = copy.getText("markdown").toString() === expected.text && Buffer.compare(Y.encodeStateVector(copy), expected.stateVector) === 0;
  copy.destroy();
  if (!isWhole || !isSame) throw new Error("a snapshot does not rebuild the document it was made of");
}
