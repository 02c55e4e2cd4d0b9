import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { limitStatements } from "@/lib/db/statement-limit";
import { timedQuery } from "@/lib/db/timed-query";
import { openTestDatabase, type TestDatabase } from "@/tests/support/database";

const limitMs = 300;
const longSql = "SELECT pg_sleep(60)";
const shortSql = `SELECT pg_sleep(${limitMs / 2000})`;

let database: TestDatabase;
let client: pg.Client;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  client = await connect(limitMs);
});
afterEach(() => client.end());

async function connect(ms: number): Promise<pg.Client> {
  const connected = new pg.Client({ connectionString: database.url });
  await connected.connect();
  // Its statements say it too.
  connected.on("error", (error) => error);
  limitStatements(connected, ms);
  return connected;
}

test("a statement that takes too long fails, and its connection takes no more", async () => {
  await expect(client.query(longSql)).rejects.toThrow(/timeout/u);
  await expect(client.query("SELECT 1")).rejects.toThrow(/not queryable/u);
});

test("whoever waits by a callback hears of it too", async () => {
  const error = await new Promise<Error>((resolve) => client.query(longSql, (failed) => resolve(failed)));
  expect(error.message).toMatch(/timeout/u);
});

test("every statement has the whole time, however many come one after the other", async () => {
  for (let count = 0; count < 4; count++) await client.query(shortSql);
  expect((await client.query("SELECT 1 AS one")).rows).toEqual([{ one: 1 }]);
});

test("a statement may ask for more time", async () => {
  expect((await client.query(timedQuery(60_000, `SELECT pg_sleep(${(limitMs * 2) / 1000})`))).rowCount).toBe(1);
});

test("and for less", async () => {
  const patient = await connect(60_000);
  await patient.query("SELECT 1");
  await expect(patient.query(timedQuery(limitMs, longSql))).rejects.toThrow(/timeout/u);
});

test("a connection on which nothing is asked stays", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
  await client.query("SELECT 1");
  vi.advanceTimersByTime(limitMs * 2);
  vi.useRealTimers();
  expect((await client.query("SELECT 1 AS one")).rows).toEqual([{ one: 1 }]);
});
