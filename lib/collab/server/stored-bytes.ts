import type { Pool } from "pg";
import { timedQuery } from "@/lib/db/timed-query";

const maxMs = 10_000;

/** About how long a document is, encoded, before any of it is read; 0 where there is none. */
export async function readStoredBytes(pool: Pool, docId: string): Promise<number> {
  const { rows } = await pool.query<{ bytes: string }>(timedQuery(maxMs, storedBytesSql, [docId]));
  return Number(rows[0]?.bytes ?? 0);
}

/** Lengths stand beside what is long: nothing of it is fetched for them. */
const storedBytesSql = `
  SELECT d.log_bytes + coalesce(octet_length(s.state), 0) AS bytes
    FROM collab_doc d LEFT JOIN collab_snapshot s ON s.doc_id = d.doc_id AND s.seq = d.snap_seq
   WHERE d.doc_id = $1`;
