import pg, { type Pool } from "pg";
import type { Log } from "@/lib/log";

/** Enough for one process: Prisma, the collaboration log and the rules share them. */
const maxConnections = 12;

export interface PoolOptions {
  readonly url: string;
  readonly log: Log;
  /** Shown in pg_stat_activity. */
  readonly applicationName: string;
}

/** The one pool of a process; Prisma and raw SQL both stand on it. End it with `pool.end()`. */
export function openPool({ url, log, applicationName }: PoolOptions): Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: maxConnections,
    connectionTimeoutMillis: 10_000,
    application_name: applicationName,
    keepAlive: true,
  });
  // Without listeners an error ends the process: that of an idle connection comes from the pool, that of one which is in
  // use between two statements of a transaction from the connection alone. Its next statement fails, and tells whoever uses it.
  pool.on("error", (error) => log.warn({ err: error }, "a database connection was lost"));
  pool.on("connect", (client) => {
    client.on("error", (error) => log.debug({ err: error }, "a database connection in use was lost"));
  });
  return pool;
}
