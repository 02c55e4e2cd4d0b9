import type { Pool } from "pg";
import * as Y from "yjs";
import type { CommittedText } from "@/lib/collab/server/committed-text";
import { loadDoc } from "@/lib/collab/server/load-doc";
import { encodePayload } from "@/lib/collab/server/payload";
import { sha256Of, textAt } from "@/lib/collab/server/pulled-doc";
import { updateKinds, type UpdateLog } from "@/lib/collab/server/update-log";
import type { Log } from "@/lib/log";

export interface RenewContext {
  readonly pool: Pool;
  readonly updateLog: UpdateLog;
  readonly log: Log;
}

/**
 * Begins a new generation of a document with the same text and none of its history: deletions are never forgotten within
 * a generation, so that a deck which is rewritten for long enough can't take more. Returns the text of the new generation;
 * undefined where somebody else wrote or renewed meanwhile, or where a part of the document can't be read: then nothing of
 * it may be dropped.
 */
export async function renewDeck({ pool, updateLog, log }: RenewContext, docId: string): Promise<CommittedText | undefined> {
  const loaded = await loadDoc(updateLog, docId, log);
  if (loaded === undefined) return undefined;
  const markdown = loaded.doc.getText("markdown").toString();
  loaded.doc.destroy();
  if (loaded.isDamaged) return undefined;
  const text = await beginGeneration(pool, docId, { after: { generation: loaded.generation, seq: loaded.headSeq }, markdown, userIds: [] });
  if (text !== undefined) log.warn({ docId, generation: text.generation }, "a deck's history was full: it has a new generation with the same text");
  return text;
}

/** Which state of a document a text is to take the place of. */
export interface Replacement {
  readonly after: { readonly generation: number; readonly seq: number };
  readonly markdown: string;
  readonly userIds: readonly string[];
}

/**
 * Begins a new generation with a text, and drops all that was stored of the ones before. Returns the text as it is stored;
 * undefined where the document is in another state than the one that it is to replace.
 */
export async function beginGeneration(pool: Pool, docId: string, { after, markdown, userIds }: Replacement): Promise<CommittedText | undefined> {
  const fresh = new Y.Doc();
  const nothing = Y.encodeStateAsUpdate(fresh);
  fresh.getText("markdown").insert(0, markdown);
  const state = Buffer.from(Y.encodeStateAsUpdate(fresh));
  // Two ways to recover it, as with every snapshot: the snapshot alone, and an empty one with the row after it.
  const { rows } = await pool.query<{ generation: number; seq: string }>(beginSql, [
    docId,
    after.generation,
    after.seq,
    state,
    sha256Of(markdown),
    Buffer.from(nothing),
    sha256Of(""),
    Buffer.from(encodePayload([state])),
    updateKinds.restore,
    userIds,
  ]);
  const [begun] = rows;
  const text = begun && textAt(fresh, { generation: begun.generation, seq: Number(begun.seq) });
  fresh.destroy();
  return text;
}

/**
 * One statement, and only for the row that was read: what others commit meanwhile must not be dropped. A generation is
 * named by the second it begins in (counted from 2020, for the column ends in 2088): were it the next number, a database
 * that was set back to a backup would give numbers again that browsers know another history by, and they would merge the two.
 */
const beginSql = `
  WITH moved AS (
    UPDATE collab_doc SET generation = greatest(generation + 1, extract(epoch FROM now() - timestamptz '2020-01-01 00:00:00Z')::int),
           head_seq = free.seq, snap_seq = free.seq, log_rows = 0, log_bytes = 0
      FROM (
        SELECT 1 + greatest($3::bigint, (SELECT max(seq) FROM collab_update WHERE doc_id = $1), (SELECT max(seq) FROM collab_snapshot WHERE doc_id = $1)) AS seq
      ) free
     WHERE doc_id = $1 AND generation = $2::int AND head_seq = $3::bigint AND deleted_at IS NULL
    RETURNING doc_id, generation, head_seq
  ), old_updates AS (
    DELETE FROM collab_update u USING moved m WHERE u.doc_id = m.doc_id
  ), old_snapshots AS (
    DELETE FROM collab_snapshot s USING moved m WHERE s.doc_id = m.doc_id AND s.seq <> m.head_seq - 1
  ), empty_one AS (
    INSERT INTO collab_snapshot (doc_id, seq, generation, state, text_sha256)
    SELECT doc_id, head_seq - 1, generation, $6::bytea, $7::bytea FROM moved
    ON CONFLICT (doc_id, seq) DO UPDATE SET generation = excluded.generation, state = excluded.state, text_sha256 = excluded.text_sha256
  ), whole_one AS (
    INSERT INTO collab_snapshot (doc_id, seq, generation, state, text_sha256)
    SELECT doc_id, head_seq, generation, $4::bytea, $5::bytea FROM moved
  ), only_row AS (
    INSERT INTO collab_update (doc_id, seq, generation, payload, n, kind, user_ids)
    SELECT doc_id, head_seq, generation, $8::bytea, 1, $9::smallint, $10::uuid[] FROM moved
  )
  SELECT generation, head_seq AS seq FROM moved`;
