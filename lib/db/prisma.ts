import { PrismaPg } from "@prisma/adapter-pg";
import type { Pool } from "pg";
import { PrismaClient } from "@/lib/db/generated/client";

/**
 * In milliseconds. Signing up hashes a password within its transaction: Prisma's own 2 and 5 s had it refused in words that
 * helped nobody where a server was busy.
 */
const transactionOptions = { maxWait: 15_000, timeout: 30_000 };

/** Prisma over the process's pool; disconnecting it leaves the pool open. */
export function openPrisma(pool: Pool): PrismaClient {
  return new PrismaClient({ adapter: new PrismaPg(pool), transactionOptions });
}
