import { afterAll, beforeAll, expect, test } from "vitest";
import { endPool, openPool } from "@/lib/db/pool";
import { createLog } from "@/lib/log";
import { openTestDatabase, type TestDatabase } from "@/tests/support/database";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

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

test("a pool that nobody used ends too", async () => {
  const pool = openPool({ url: database.url, log: createLog("silent"), applicationName: "lectern-test-end" });
  await expect(endPool(pool)).resolves.toBeUndefined();
});
