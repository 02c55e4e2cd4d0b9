import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { endPool, openPool } from "@/lib/db/pool";
import { openPrisma } from "@/lib/db/prisma";
import { createLog } from "@/lib/log";
import { openTestDatabase, type TestDatabase } from "@/tests/support/database";
import { eventually } from "@/tests/support/eventually";
import { openDatabaseProxy } from "@/tests/support/database-proxy";
import { addressIn, throughPort } from "@/tests/support/server-address";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.pool.query("DROP TABLE IF EXISTS note; CREATE TABLE note (word text)");
});

/** What is committed. */
async function notesSeenByOthers(): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const { rows } = await client.query<{ word: string }>("SELECT word FROM note");
  await client.end();
  return rows.map(({ word }) => word);
}

test("a connection that is lost between two statements fails its transaction, and not the process", async () => {
  const client = await database.pool.connect();
  await client.query("BEGIN");
  const { rows } = await client.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
  const ended = new Promise<void>((resolve) => client.once("end", () => resolve()));
  await database.pool.query("SELECT pg_terminate_backend($1)", [rows[0]?.pid]);
  // An error that nobody listens to would end the process here.
  await ended;
  await expect(client.query("SELECT 1")).rejects.toThrow(/connection/);
  client.release(true);
  expect((await database.pool.query("SELECT 1 AS one")).rows).toEqual([{ one: 1 }]);
});

test("a statement that nobody answers fails, and the next one has another connection", async () => {
  const proxy = await openDatabaseProxy(addressIn(database.url));
  const pool = openPool({ url: throughPort(database.url, proxy.port), log: createLog("silent"), applicationName: "lectern-test", statementMs: 500 });
  await pool.query("SELECT 1");
  proxy.replaceServer();
  await expect(pool.query("SELECT 2")).rejects.toThrow(/timeout/u);
  expect((await pool.query("SELECT 3 AS three")).rows).toEqual([{ three: 3 }]);
  await proxy.close();
  await endPool(pool);
});

test("a connection that is given back in the middle of a transaction is used no more", async () => {
  const client = await database.pool.connect();
  await client.query("BEGIN");
  client.release();
  await database.pool.query("INSERT INTO note VALUES ('kept')");
  expect(await notesSeenByOthers()).toEqual(["kept"]);
});

test("a transaction of Prisma's in which a statement is never answered leaves no connection that others would write on in vain", async () => {
  const proxy = await openDatabaseProxy(addressIn(database.url));
  const pool = openPool({ url: throughPort(database.url, proxy.port), log: createLog("silent"), applicationName: "lectern-test", statementMs: 500 });
  const prisma = openPrisma(pool);
  const broken = prisma.$transaction(async (tx) => {
    await tx.$executeRaw`INSERT INTO note VALUES ('undone')`;
    proxy.set({ state: "slow", ms: 1_200 });
    await tx.$executeRaw`INSERT INTO note VALUES ('undone, too')`;
  });
  await expect(broken).rejects.toThrow(/timeout/u);
  proxy.set({ state: "open" });
  await prisma.$executeRaw`INSERT INTO note VALUES ('by Prisma')`;
  await pool.query("INSERT INTO note VALUES ('by hand')");
  expect((await notesSeenByOthers()).toSorted()).toEqual(["by Prisma", "by hand"]);
  await proxy.close();
  await prisma.$disconnect();
  await endPool(pool);
});

test("once a pool has ended, no connection of it is left for Postgres to cut off", async () => {
  const pool = openPool({ url: database.url, log: createLog("silent"), applicationName: "lectern-test-end" });
  let left = 0;
  pool.on("connect", () => left++);
  pool.on("remove", () => left--);
  await Promise.all([1, 2, 3].map(() => pool.query("SELECT pg_sleep(0.05)")));
  expect(left).toBe(3);
  await endPool(pool);
  expect(left).toBe(0);
});

test("a pool ends also while a statement on it is never answered", async () => {
  const proxy = await openDatabaseProxy(addressIn(database.url));
  const pool = openPool({ url: throughPort(database.url, proxy.port), log: createLog("silent"), applicationName: "lectern-test" });
  await pool.query("SELECT 1");
  proxy.replaceServer();
  let isOver = false;
  const waiting = pool.query("SELECT 2").finally(() => {
    isOver = true;
  });
  waiting.catch(() => undefined);
  await eventually(() => expect([pool.idleCount, pool.waitingCount]).toEqual([0, 0]));
  await endPool(pool);
  expect(isOver).toBe(false);
  await proxy.close();
  await expect(waiting).rejects.toThrow(/terminated/u);
});

test("a pool that nobody used ends too", async () => {
  const pool = openPool({ url: database.url, log: createLog("silent"), applicationName: "lectern-test-end" });
  await expect(endPool(pool)).resolves.toBeUndefined();
});
