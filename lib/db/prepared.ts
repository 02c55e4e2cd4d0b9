import { createHash } from "node:crypto";
import { DatabaseError, type Pool, type QueryResult, type QueryResultRow } from "pg";

export interface PreparedQuery {
  /** One of few: a connection keeps each that it ever ran. What differs from call to call stands in the values. */
  readonly text: string;
  readonly values: unknown[];
  /** A query that takes longer fails, and its connection is thrown away. */
  readonly timeoutMs?: number;
}

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

/** The name of the statement that lasts until the next one (PostgreSQL's protocol, "Extended Query"). */
const unprepared = "";

/** Names that were lost once, by the pool they were lost on. */
const lostNames = new WeakMap<Pool, Set<string>>();

/**
 * Runs a statement that is run again and again with other values: a connection reads and plans it once instead of every
 * time, which for a long one takes longer than running it. Behind a proxy that hands connections on without keeping track
 * of what was prepared on them it goes unprepared.
 */
export async function queryPrepared<Row extends QueryResultRow>(pool: Pool, { text, values, timeoutMs }: PreparedQuery): Promise<QueryResult<Row>> {
  const name = nameOf(text);
  // Made anew for each: copying one costs the engine more than all the rest of this, with every key.
  const statement = (as: string) => ({ name: as, text, values, limitMs: timeoutMs });
  if (lostNames.get(pool)?.has(name) === true) return pool.query<Row>(statement(unprepared));
  try {
    return await pool.query<Row>(statement(name));
  } catch (error) {
    if (!(error instanceof DatabaseError) || !lostStatement.has(error.code)) throw error;
    lostNames.set(pool, (lostNames.get(pool) ?? new Set()).add(name));
    return pool.query<Row>(statement(unprepared));
  }
}

/** The same name always means the same text, whichever build prepared it. */
function nameOf(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = createHash("sha256").update(text).digest("hex").slice(0, 32);
  names.set(text, name);
  return name;
}

const names = new Map<string, string>();
