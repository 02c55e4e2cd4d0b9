import { afterAll, beforeAll, expect, test } from "vitest";
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
