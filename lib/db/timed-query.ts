import type { QueryConfig } from "pg";

/** A statement with a limit of its own (statement-limit.ts), in milliseconds. */
export type TimedQuery = QueryConfig & { readonly limitMs: number };

/** What goes through everything that a person or a deck has, or a table, in one statement. */
export const longStatementMs = 10 * 60_000;

/** A query with a time of its own instead of the pool's (pool.ts): where it takes longer, it fails, and its connection is thrown away. */
export function timedQuery(ms: number, text: string, values: unknown[] = []): TimedQuery {
  return { text, values, limitMs: ms };
}
