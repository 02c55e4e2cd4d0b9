import type { Pool, PoolClient } from "pg";
import type { PrismaClient } from "@/lib/db/generated/client";
import { timedQuery } from "@/lib/db/timed-query";

/** What the rules reach the rows through: Prisma for plain rows, SQL where one statement has to decide. */
export interface Database {
  readonly pool: Pool;
  readonly prisma: PrismaClient;
}

/** A connection on which nothing was answered answers this neither. */
const rollbackMs = 2_000;

export interface TransactionOptions {
  /**
   * Where nothing comes for so long between two statements, Postgres ends it: a process that stands still in the middle of
   * one would keep what it locked from all others.
   */
  readonly maxIdleMs?: number;
}

/** Runs `work` in one transaction; what it throws undoes everything in it. */
export async function inTransaction<T>(
  pool: Pool,
  work: (tx: PoolClient) => Promise<T>,
  { maxIdleMs = 60_000 }: TransactionOptions = {},
): Promise<T> {
  const tx = await pool.connect();
  let broken: Error | undefined;
  try {
    // In the transaction, not in the session: a proxy may give that to somebody else.
    await tx.query(`BEGIN; SET LOCAL idle_in_transaction_session_timeout = ${maxIdleMs}`);
    const result = await work(tx);
    await tx.query("COMMIT");
    return result;
  } catch (error) {
    await tx.query(timedQuery(rollbackMs, "ROLLBACK")).catch((cause: unknown) => {
      // The connection itself is gone: the server undoes the transaction, and the pool must not use it again.
      broken = cause instanceof Error ? cause : new Error("rollback failed", { cause });
    });
    throw error;
  } finally {
    tx.release(broken);
  }
}
