import pg, { type Pool } from "pg";
import { limitStatements } from "@/lib/db/statement-limit";
import { runInBackground, type Log } from "@/lib/log";
import { waitAtMost } from "@/lib/patience";

/** Enough for one process: Prisma, the collaboration log and the rules share them. */
const maxConnections = 12;
/**
 * A statement that takes longer fails: its connection may be one that nobody answers on any more, after a failover or in a
 * network that forgot it. Those that may rightly take longer say so (timed-query.ts).
 */
const maxStatementMs = 30_000;
/** A connection on which nothing is said is asked whether its other end is there; systems wait for two hours by themselves. */
const keepAliveAfterMs = 10_000;
/** How long an end waits for statements on their way, and for connections to be gone: a network that is cut says nothing of them. */
const maxGoodbyeMs = 2_000;

/** How many connections of a pool are open. */
const openConnections = new WeakMap<Pool, number>();

export interface PoolOptions {
  readonly url: string;
  readonly log: Log;
  /** Shown in pg_stat_activity. */
  readonly applicationName: string;
  /** Where it differs from the product's. */
  readonly statementMs?: number;
}

/** The one pool of a process; Prisma and raw SQL both stand on it. End it with `endPool`. */
export function openPool({ url, log, applicationName, statementMs = maxStatementMs }: PoolOptions): Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: maxConnections,
    connectionTimeoutMillis: 10_000,
    application_name: applicationName,
    keepAlive: true,
    keepAliveInitialDelayMillis: keepAliveAfterMs,
  });
  // Without listeners an error ends the process: that of an idle connection comes from the pool, that of one which is in
  // use between two statements of a transaction from the connection alone. Its next statement fails, and tells whoever uses it.
  pool.on("error", (error) => log.warn({ err: error }, "a database connection was lost"));
  // Whoever gives a connection back in the middle of a transaction could not end it: after a statement without an answer
  // the ROLLBACK has none either. What others wrote on it would wait for a COMMIT that never comes, and count as stored.
  pool.on("release", (error, client) => {
    if (error === undefined && client.getTransactionStatus() !== "I") runInBackground(client.end(), log, "a connection could not be thrown away");
  });
  openConnections.set(pool, 0);
  pool.on("remove", () => count(pool, -1));
  pool.on("connect", (client) => {
    count(pool, 1);
    // Of the client: as a setting of the server's, proxies that pool connections would refuse it or give it to others.
    limitStatements(client, statementMs);
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
  await waitAtMost(
    maxGoodbyeMs,
    pool.end().then(() => untilAllAreGone(pool)),
  );
}

async function untilAllAreGone(pool: Pool): Promise<void> {
  if (openConnections.get(pool) === 0) return;
  await new Promise<void>((resolve) => {
    pool.on("remove", () => {
      if (openConnections.get(pool) === 0) resolve();
    });
  });
}
