import pg, { type Pool } from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { queryPrepared } from "@/lib/db/prepared";
import { openTestDatabase, type TestDatabase } from "@/tests/support/database";

let database: TestDatabase;
/** One connection, so that it is known on which a statement runs. */
let pool: Pool;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

beforeEach(async () => {
  pool = new pg.Pool({ connectionString: database.url, max: 1 });
  await pool.query("DROP TABLE IF EXISTS note; CREATE TABLE note (word text)");
});
afterEach(() => pool.end());

const insert = (word: string, into = pool) => queryPrepared(into, { text: "INSERT INTO note VALUES ($1)", values: [word] });

async function words(): Promise<readonly string[]> {
  const { rows } = await pool.query<{ word: string }>("SELECT word FROM note ORDER BY word");
  return rows.map(({ word }) => word);
}

/** The names under which this connection keeps statements. */
async function kept(): Promise<readonly string[]> {
  const { rows } = await pool.query<{ name: string }>("SELECT name FROM pg_prepared_statements");
  return rows.map(({ name }) => name);
}

test("a statement is prepared once, and run with every value", async () => {
  await insert("one");
  await insert("two");
  expect(await words()).toEqual(["one", "two"]);
  expect(await kept()).toHaveLength(1);
});

test("a statement that a proxy took away with its connection runs once all the same", async () => {
  await insert("one");
  await pool.query("DEALLOCATE ALL");
  await insert("two");
  await insert("three");
  expect(await words()).toEqual(["one", "three", "two"]);
});

test("a statement that somebody else prepared on the same connection runs once all the same", async () => {
  await insert("one");
  const [name] = await kept();
  const other = new pg.Pool({ connectionString: database.url, max: 1 });
  await other.query(`PREPARE "${name}" AS SELECT 1`);
  await insert("two", other);
  await other.end();
  expect(await words()).toEqual(["one", "two"]);
});

test("what is wrong with the values is told, and the statement stays prepared", async () => {
  const divide = (by: number) => queryPrepared<{ part: number }>(pool, { text: "SELECT 6 / $1::int AS part", values: [by] });
  await expect(divide(0)).rejects.toThrow("division by zero");
  expect((await divide(2)).rows).toEqual([{ part: 3 }]);
  expect(await kept()).toHaveLength(1);
});
