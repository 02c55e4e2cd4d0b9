import type { Pool, PoolClient } from "pg";
import type { PrismaClient } from "@/lib/db/generated/client";

/** What the rules reach the rows through: Prisma for plain rows, SQL where one statement has to decide. */
export interface Database {
  readonly pool: Pool;
  readonly prisma: PrismaClient;
}

/** Runs `work` in one transaction; what it throws undoes everything in it. */
export async function inTransaction<T>(pool: Pool, work: (tx: PoolClient) => Promise<T>): Promise<T> {
  const tx = await pool.connect();
  let broken: Error | undefined;
  try {
    await tx.query("BEGIN");
    const result = await work(tx);
    await tx.query("COMMIT");
    return result;
  } catch (error) {
    await tx.query("ROLLBACK").catch((cause: unknown) => {
      // The connection itself is gone: the server undoes the transaction, and the pool must not use it again.
      broken = cause instanceof Error ? cause : new Error("rollback failed", { cause });
    });
    throw error;
  } finally {
    tx.release(broken);
  }
}
