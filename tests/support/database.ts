import { randomUUID } from "node:crypto";
import { inject } from "vitest";
import type { Pool } from "pg";
import type { PrismaClient } from "@/lib/db/generated/client";
import { openPool } from "@/lib/db/pool";
import { openPrisma } from "@/lib/db/prisma";
import { createLog } from "@/lib/log";
import { databaseUrl, onServer } from "@/scripts/setup/on-server.mjs";

export interface TestDatabase {
  readonly url: string;
  readonly pool: Pool;
  readonly prisma: PrismaClient;
  /** Drops the database, whoever is still connected. */
  close(): Promise<void>;
}

/** An empty, migrated database of this caller's own on real Postgres. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const serverUrl = inject("serverUrl");
  const name = `lectern_test_${randomUUID().replaceAll("-", "").slice(0, 16)}_${process.ppid}`;
  await onServer(serverUrl, `CREATE DATABASE "${name}" TEMPLATE "${inject("templateName")}"`);
  const url = databaseUrl(serverUrl, name);
  const pool = openPool({ url, log: createLog("silent"), applicationName: "lectern-test" });
  const prisma = openPrisma(pool);
  return {
    url,
    pool,
    prisma,
    close: async () => {
      await prisma.$disconnect();
      await pool.end();
      await onServer(serverUrl, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
    },
  };
}
