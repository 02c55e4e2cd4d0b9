import { createHash } from "node:crypto";
import { DatabaseError, type Pool, type QueryResult, type QueryResultRow } from "pg";

/** A statement that is run again and again with other values. */
export type Prepared<Row extends QueryResultRow> = (values: unknown[]) => Promise<QueryResult<Row>>;

/**
 * What says that the connection behind a name is not the one it was prepared on, or that its plan has had its day. A
 * statement that fails so has not run.
 */
const lostStatement: ReadonlySet<string | undefined> = new Set([
  // invalid_sql_statement_name, duplicate_prepared_statement: a pooling proxy gave the connection to somebody else.
  "26000",
  "42P05",
  // feature_not_supported: "cached plan must not change result type", after a migration.
  "0A000",
]);

/**
 * Prepares a statement: a connection reads and plans it once instead of every time, which for a long one takes longer than
 * running it. Behind a proxy that hands connections on without keeping track of what was prepared on them it goes unprepared.
 * `timeoutMs`: a query that takes longer fails, and its connection is thrown away.
 */
export function prepare<Row extends QueryResultRow>(pool: Pool, text: string, { timeoutMs }: { readonly timeoutMs: number }): Prepared<Row> {
  // The same name always means the same text, whichever build prepared it.
  const name = createHash("sha256").update(text).digest("hex").slice(0, 32);
  let isKept = true;
  return async (values) => {
    const query = { text, values, query_timeout: timeoutMs };
    if (!isKept) return pool.query<Row>(query);
    try {
      return await pool.query<Row>({ ...query, name });
    } catch (error) {
      if (!(error instanceof DatabaseError) || !lostStatement.has(error.code)) throw error;
      isKept = false;
      return pool.query<Row>(query);
    }
  };
}
