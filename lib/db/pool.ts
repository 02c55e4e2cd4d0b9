import pg, { type Pool } from "pg";
import type { Log } from "@/lib/log";

/** Enough for one process: Prisma, the collaboration log and the rules share them. */
const maxConnections = 12;
/** How long an end waits for connections to be gone: a network that is cut says nothing of them. */
const maxGoodbyeMs = 2_000;

/** How many connections of a pool are open. */
const openConnections = new WeakMap<Pool, number>();

export interface PoolOptions {
  readonly url: string;
  readonly log: Log;
  /** Shown in pg_stat_activity. */
  readonly applicationName: string;
}

/** The one pool of a process; Prisma and raw SQL both stand on it. End it with `endPool`. */
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
  openConnections.set(pool, 0);
  pool.on("remove", () => count(pool, -1));
  pool.on("connect", (client) => {
    count(pool, 1);
    client.on("error", (error) => log.debug({ err: error }, "a database connection in use was lost"));
  });
  return pool;
}

function count(pool: Pool, change: number): void {
  openConnections.set(pool, (openConnections.get(pool) ?? 0) + change);
}

/**
 * Ends a pool, and waits until its connections are gone: the pool itself only says goodbye, and a Postgres that is
 * stopped at once cuts them off, which then looks like a fault.
 */
export async function endPool(pool: Pool): Promise<void> {
  await pool.end();
  if (openConnections.get(pool) === 0) return;
  await new Promise<void>((resolve) => {
    const limit = setTimeout(resolve, maxGoodbyeMs);
    pool.on("remove", () => {
      if (openConnections.get(pool) !== 0) return;
      clearTimeout(limit);
      resolve();
    });
  });
}
