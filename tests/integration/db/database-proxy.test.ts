import pg from "pg";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/tests/support/database";
import { openDatabaseProxy, type DatabaseProxy } from "@/tests/support/database-proxy";
import { addressIn, throughPort } from "@/tests/support/server-address";

// What the chaos run lies with must lie as it says.

let database: TestDatabase;
let proxy: DatabaseProxy;
const clients = new Set<pg.Client>();
beforeAll(async () => {
  database = await openTestDatabase();
  await database.pool.query("CREATE TABLE note (words text NOT NULL)");
  proxy = await openDatabaseProxy(addressIn(database.url));
});
afterEach(async () => {
  proxy.set({ state: "open" });
  await database.pool.query("DELETE FROM note");
});
afterAll(async () => {
  await proxy.close();
  await Promise.allSettled([...clients].map((client) => client.end()));
  await database.close();
});

async function connect(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: throughPort(database.url, proxy.port) });
  // Its next statement says it too.
  client.on("error", (error) => error);
  clients.add(client);
  await client.connect();
  return client;
}

async function notes(): Promise<readonly string[]> {
  const { rows } = await database.pool.query<{ words: string }>("SELECT words FROM note");
  return rows.map(({ words }) => words);
}

const insert = "INSERT INTO note (words) VALUES ($1)";

test("what is passed on is done and answered", async () => {
  const client = await connect();
  await client.query(insert, ["one"]);
  expect((await client.query("SELECT words FROM note")).rows).toEqual([{ words: "one" }]);
});

test("a statement that was prepared before is refused like any other", async () => {
  const client = await connect();
  const prepared = { name: "insert_note", text: insert };
  await client.query({ ...prepared, values: ["one"] });
  proxy.set({ state: "refusing", code: "53100", message: "No space left on device" });
  await expect(client.query({ ...prepared, values: ["two"] })).rejects.toMatchObject({ code: "53100" });
  expect(await notes()).toEqual(["one"]);
});

test("a refused statement gets Postgres' own error, never arrives, and the connection goes on", async () => {
  const client = await connect();
  proxy.set({ state: "refusing", code: "53100", message: "No space left on device" });
  await expect(client.query(insert, ["one"])).rejects.toMatchObject({ code: "53100" });
  expect((await client.query("SELECT count(*)::int AS count FROM note")).rows).toEqual([{ count: 0 }]);
});

test("an answer is lost after its statement was done", async () => {
  const client = await connect();
  proxy.set({ state: "losing answers", oneOf: 1 });
  await expect(client.query(insert, ["one"])).rejects.toThrow(/terminated/u);
  expect(await notes()).toEqual(["one"]);
});

test("who was connected when another server took over hears nothing any more, and who comes then is served", async () => {
  const client = await connect();
  await client.query("BEGIN");
  await client.query(insert, ["undone"]);
  let isAnswered = false;
  const note = () => (isAnswered = true);
  proxy.replaceServer();
  client.query("COMMIT").then(note, note);
  const newcomer = await connect();
  // Whatever becomes of the ways of others.
  proxy.set({ state: "stalled" });
  proxy.set({ state: "open" });
  await expect(newcomer.query(insert, ["lost"])).rejects.toThrow(/terminated/u);
  await (await connect()).query(insert, ["one"]);
  expect(await notes()).toEqual(["one"]);
  expect(isAnswered).toBe(false);
});

test("whoever is cut off is told at once, and let in again afterwards", async () => {
  const client = await connect();
  proxy.set({ state: "cut" });
  await expect(client.query("SELECT 1")).rejects.toThrow(/terminated|not queryable/u);
  proxy.set({ state: "open" });
  await (await connect()).query(insert, ["one"]);
  expect(await notes()).toEqual(["one"]);
});
