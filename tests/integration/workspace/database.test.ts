import { afterAll, beforeAll, expect, test } from "vitest";
import { endPool, openPool } from "@/lib/db/pool";
import { createLog } from "@/lib/log";
import { inTransaction } from "@/lib/workspace/database";
import { openTestDatabase, type TestDatabase } from "@/tests/support/database";
import { openDatabaseProxy } from "@/tests/support/database-proxy";
import { addressIn, throughPort } from "@/tests/support/server-address";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  await database.pool.query("CREATE TABLE note (word text)");
  await database.pool.query("INSERT INTO note VALUES ('one')");
});
afterAll(() => database.close());

const write = "UPDATE note SET word = $1";

async function words(): Promise<readonly string[]> {
  const { rows } = await database.pool.query<{ word: string }>("SELECT word FROM note");
  return rows.map(({ word }) => word);
}

test("what stands still in the middle of a transaction keeps what it locked from nobody for ever", async () => {
  let goOn: () => void = () => undefined;
  const standing = inTransaction(
    database.pool,
    async (tx) => {
      await tx.query(write, ["undone"]);
      await new Promise<void>((resolve) => {
        goOn = resolve;
      });
    },
    { maxIdleMs: 200 },
  );
  await database.pool.query(write, ["two"]);
  goOn();
  await expect(standing).rejects.toThrow(/idle-in-transaction|not queryable|terminated/u);
  await database.pool.query(write, ["three"]);
  expect(await words()).toEqual(["three"]);
});

test("a transaction in which a statement is never answered fails, and its connection is used no more", async () => {
  const proxy = await openDatabaseProxy(addressIn(database.url));
  const pool = openPool({ url: throughPort(database.url, proxy.port), log: createLog("silent"), applicationName: "lectern-test", statementMs: 500 });
  const broken = inTransaction(pool, async (tx) => {
    await tx.query(write, ["undone"]);
    proxy.replaceServer();
    await tx.query("SELECT 1");
  });
  await expect(broken).rejects.toThrow(/timeout/u);
  await inTransaction(pool, (tx) => tx.query(write, ["four"]));
  expect(await words()).toEqual(["four"]);
  await proxy.close();
  await endPool(pool);
});
