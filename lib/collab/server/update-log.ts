import type { Pool, PoolClient } from "pg";
import * as Y from "yjs";
import { toLineFeeds } from "@/lib/collab/protocol/line-ends";
import type { CommittedText } from "@/lib/collab/server/committed-text";
import { encodePayload } from "@/lib/collab/server/payload";
import { readPulled, textAt, type PulledDoc } from "@/lib/collab/server/pulled-doc";
import { queryPrepared } from "@/lib/db/prepared";
import { timedQuery } from "@/lib/db/timed-query";

/** What made a row of the log. */
export const updateKinds = { edit: 0, api: 1, restore: 2, import: 3 } as const;
export type UpdateKind = keyof typeof updateKinds;

/** What one document adds to the log: one row, whatever the number of updates. */
export interface LogEntry {
  readonly docId: string;
  readonly generation: number;
  readonly updates: readonly Uint8Array[];
  readonly kind: UpdateKind;
  /** Whoever had a hand in it; for audit and "last edited by". */
  readonly userIds: readonly string[];
  /** Append only if this is the last row. */
  readonly expectedSeq?: number | undefined;
}

/** What became of an entry. `busy`: another process holds the document's row, try again. */
export type AppendResult =
  | { readonly state: "committed"; readonly seq: number; readonly logRows: number; readonly logBytes: number }
  | { readonly state: "busy" }
  | { readonly state: "stale-seq" }
  | { readonly state: "stale-generation" }
  | { readonly state: "gone" };

/** Where a document's log ends. */
export interface DocHead {
  readonly generation: number;
  readonly seq: number;
}

/** The log of all documents; Postgres is the one source of truth. */
export interface UpdateLog {
  /** Commits a batch, at most one entry a document. When it returns, `committed` rows are on disk; when it throws, it is unknown. */
  append(batch: readonly LogEntry[]): Promise<ReadonlyMap<string, AppendResult>>;
  /** Everything after `afterSeq`, or a newer snapshot and what follows it; undefined where there is no such document. */
  pull(docId: string, afterSeq: number): Promise<PulledDoc | undefined>;
  /** As `pull` from the start, with the snapshot before this one: the older way to recover a document. */
  pullBefore(docId: string, snapSeq: number): Promise<PulledDoc | undefined>;
  /** Heads of those that exist. */
  heads(docIds: readonly string[]): Promise<ReadonlyMap<string, DocHead>>;
  /** Keeps bytes that were refused because they would have harmed a document. */
  quarantine(entry: {
    readonly docId: string;
    readonly userId: string | undefined;
    readonly reason: string;
    readonly bytes: Uint8Array;
  }): Promise<void>;
  /** `process` where this Postgres answers a commit before its disk does. Once it was `fsync`, appends see to it that it stays so. */
  durability(): Promise<"fsync" | "process">;
}

/** Enough to see what was sent; somebody who sends nothing else must not fill the disk with it. */
const maxQuarantinedBytes = 64 * 1024;
/** So many refused updates of one document are kept. */
export const maxQuarantinedOfDoc = 200;

/** A batch that hangs is given up after this long; retrying is safe, since a row twice in the log is no change to Yjs. */
const appendTimeoutMs = 10_000;
const readTimeoutMs = 20_000;

/** The log over Postgres; `node` names this process in the rows. */
export function createUpdateLog(pool: Pool, { node }: { readonly node: string }): UpdateLog {
  let isDiskPromised = false;

  async function explainMissing(missing: readonly LogEntry[]): Promise<ReadonlyMap<string, AppendResult>> {
    const heads = await readHeads(missing.map((entry) => entry.docId));
    return new Map(missing.map((entry) => [entry.docId, explain(entry, heads.get(entry.docId))]));
  }

  async function readHeads(docIds: readonly string[]): Promise<ReadonlyMap<string, DocHead>> {
    const { rows } = await pool.query<{ doc_id: string; generation: number; head_seq: string }>(
      timedQuery(readTimeoutMs, "SELECT doc_id, generation, head_seq FROM collab_doc WHERE doc_id = ANY($1::uuid[]) AND deleted_at IS NULL", [
        docIds,
      ]),
    );
    return new Map(rows.map((row) => [row.doc_id, { generation: row.generation, seq: Number(row.head_seq) }]));
  }

  return {
    append: async (batch) => {
      const { rows } = await queryPrepared<{ doc_id: string; head_seq: string; log_rows: number; log_bytes: string }>(pool, {
        text: appendSql,
        timeoutMs: appendTimeoutMs,
        values: [
          batch.map((entry) => entry.docId),
          batch.map((entry) => entry.generation),
          batch.map((entry) => Buffer.from(encodePayload(entry.updates))),
          batch.map((entry) => entry.updates.length),
          batch.map((entry) => updateKinds[entry.kind]),
          // Arrays of arrays would be flattened by unnest.
          batch.map((entry) => [...new Set(entry.userIds)].join(",")),
          batch.map((entry) => entry.expectedSeq ?? null),
          node,
          isDiskPromised ? "on" : "off",
        ],
      });
      const results = new Map<string, AppendResult>();
      for (const row of rows) {
        results.set(row.doc_id, { state: "committed", seq: Number(row.head_seq), logRows: row.log_rows, logBytes: Number(row.log_bytes) });
      }
      const missing = batch.filter((entry) => !results.has(entry.docId));
      if (missing.length === 0) return results;
      return new Map([...results, ...(await explainMissing(missing))]);
    },
    pull: async (docId, afterSeq) => {
      const { rows } = await pool.query<Record<string, unknown>>(timedQuery(readTimeoutMs, pullSql, [docId, afterSeq]));
      return readPulled(rows);
    },
    pullBefore: async (docId, snapSeq) => {
      const { rows } = await pool.query<Record<string, unknown>>(timedQuery(readTimeoutMs, pullBeforeSql, [docId, snapSeq]));
      return readPulled(rows);
    },
    heads: readHeads,
    quarantine: async ({ docId, userId, reason, bytes }) => {
      // A reason may quote what was sent, and Postgres takes no NUL in a text.
      const legible = reason.replaceAll("\0", "\uFFFD");
      await pool.query(
        timedQuery(readTimeoutMs, quarantineSql, [docId, userId ?? null, legible, Buffer.from(bytes.subarray(0, maxQuarantinedBytes))]),
      );
    },
    durability: async () => {
      if (isDiskPromised) return "fsync";
      const { rows } = await pool.query<{ isSafe: boolean }>(`SELECT current_setting('fsync')::bool AND ${waitByDefault} <> 'off' AS "isSafe"`);
      isDiskPromised ||= rows[0]?.isSafe === true;
      return isDiskPromised ? "fsync" : "process";
    },
  };
}

/**
 * The first text of a document, inside the transaction that creates its deck: no client ever seeds a document, so the
 * text can't exist twice (yjs/yjs-demos#16 and many more).
 */
export async function insertFirstUpdate(
  tx: PoolClient,
  { docId, markdown, userId, kind }: { readonly docId: string; readonly markdown: string; readonly userId: string; readonly kind: "edit" | "import" },
): Promise<CommittedText> {
  const doc = new Y.Doc();
  doc.getText("markdown").insert(0, toLineFeeds(markdown));
  const payload = Buffer.from(encodePayload([Y.encodeStateAsUpdate(doc)]));
  const first = textAt(doc, { generation: 1, seq: 1 });
  doc.destroy();
  await tx.query("INSERT INTO collab_doc (doc_id, generation, head_seq, log_rows, log_bytes) VALUES ($1, $2, $3, 1, $4)", [
    docId,
    first.generation,
    first.seq,
    payload.byteLength,
  ]);
  await tx.query(insertFirstSql, [docId, first.seq, first.generation, payload, updateKinds[kind], [userId]]);
  return first;
}

function explain(entry: LogEntry, head: DocHead | undefined): AppendResult {
  if (head === undefined) return { state: "gone" };
  if (head.generation !== entry.generation) return { state: "stale-generation" };
  return entry.expectedSeq !== undefined && head.seq !== entry.expectedSeq ? { state: "stale-seq" } : { state: "busy" };
}

/**
 * Has a transaction's commit wait for the disk as it does by the database's default, and gives that default. What is set on
 * the connection counts for nothing: behind a proxy that pools by transaction, anybody may have set it.
 */
const waitByDefault = "set_config('synchronous_commit', NULL, true)";

const insertFirstSql = `
  INSERT INTO collab_update (doc_id, seq, generation, payload, n, kind, user_ids) VALUES ($1, $2, $3, $4, 1, $5, $6)
  RETURNING ${waitByDefault}`;

/**
 * Rows are locked in order, busy ones are left out instead of waited for, and `seq` is given under the row's lock, so
 * that it has no gaps and no reader can miss a row that commits late (a sequence would let that happen).
 */
const appendSql = `
  WITH i AS (
    SELECT * FROM unnest($1::uuid[], $2::int[], $3::bytea[], $4::int[], $5::smallint[], $6::text[], $7::bigint[])
      AS t (doc_id, gen, payload, n, kind, user_ids, expected)
  ), l AS (
    SELECT d.doc_id FROM collab_doc d JOIN i USING (doc_id)
     WHERE d.generation = i.gen AND d.deleted_at IS NULL AND (i.expected IS NULL OR d.head_seq = i.expected)
     ORDER BY d.doc_id FOR UPDATE OF d SKIP LOCKED
  ), u AS (
    UPDATE collab_doc d SET head_seq = d.head_seq + 1, log_rows = d.log_rows + 1, log_bytes = d.log_bytes + octet_length(i.payload)
      FROM l JOIN i USING (doc_id) WHERE d.doc_id = l.doc_id
    RETURNING d.doc_id, d.head_seq, d.log_rows, d.log_bytes
  ), x AS (
    INSERT INTO collab_update (doc_id, seq, generation, payload, n, kind, user_ids, node)
    SELECT u.doc_id, u.head_seq, i.gen, i.payload, i.n, i.kind, string_to_array(nullif(i.user_ids, ''), ',')::uuid[], $8
      FROM u JOIN i USING (doc_id)
  )
  SELECT doc_id, head_seq, log_rows, log_bytes,
         CASE ${waitByDefault} WHEN 'off' THEN set_config('synchronous_commit', $9, true) END
    FROM u`;

/** The same of the same is kept once, and no more than so much a document. */
const quarantineSql = `
  INSERT INTO collab_quarantine (doc_id, user_id, reason, bytes)
  SELECT $1, $2, $3, $4
   WHERE (SELECT count(*) FROM collab_quarantine WHERE doc_id = $1) < ${maxQuarantinedOfDoc}
     AND NOT EXISTS (SELECT 1 FROM collab_quarantine WHERE doc_id = $1 AND user_id IS NOT DISTINCT FROM $2 AND reason = $3 AND bytes = $4)`;

/** One statement is one view of head, snapshot and tail: read in two, a compaction between them would hide rows for ever. */
const pullSql = `
  SELECT d.head_seq, d.generation, d.snap_seq, x.text_sha256, x.seq, x.payload
    FROM collab_doc d LEFT JOIN LATERAL (
      SELECT s.text_sha256, s.seq, s.state AS payload FROM collab_snapshot s
       WHERE s.doc_id = d.doc_id AND s.seq = d.snap_seq AND d.snap_seq > $2
      UNION ALL
      SELECT NULL, u.seq, u.payload FROM collab_update u WHERE u.doc_id = d.doc_id AND u.seq > greatest(d.snap_seq, $2)
    ) x ON true
   WHERE d.doc_id = $1 AND d.deleted_at IS NULL
   ORDER BY x.text_sha256 IS NULL, x.seq`;

const pullBeforeSql = `
  WITH d AS (
    SELECT c.*, (SELECT max(s.seq) FROM collab_snapshot s WHERE s.doc_id = c.doc_id AND s.seq < $2) AS base
      FROM collab_doc c WHERE c.doc_id = $1 AND c.deleted_at IS NULL
  )
  SELECT d.head_seq, d.generation, coalesce(d.base, 0) AS snap_seq, x.text_sha256, x.seq, x.payload
    FROM d LEFT JOIN LATERAL (
      SELECT s.text_sha256, s.seq, s.state AS payload FROM collab_snapshot s WHERE s.doc_id = d.doc_id AND s.seq = d.base
      UNION ALL
      SELECT NULL, u.seq, u.payload FROM collab_update u WHERE u.doc_id = d.doc_id AND u.seq > coalesce(d.base, 0)
    ) x ON true
   ORDER BY x.text_sha256 IS NULL, x.seq`;
