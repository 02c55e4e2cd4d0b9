import { randomUUID } from "node:crypto";
import pg, { type Pool } from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createUpdateLog, insertFirstUpdate, type UpdateLog } from "@/lib/collab/server/update-log";
import { inTransaction } from "@/lib/workspace/database";
import { updateOf } from "@/tests/integration/collab/house";
import { openTestDatabase, type TestDatabase } from "@/tests/support/database";

let database: TestDatabase;
/** One connection, as a pooling proxy hands it from one to the next. */
let pool: Pool;
let updateLog: UpdateLog;
let docId: string;
beforeEach(async () => {
  database = await openTestDatabase();
  // What a commit waits for, as it is in the last moment of the transaction that writes the row.
  await database.pool.query(`
    CREATE TABLE commit_wait (level text NOT NULL);
    CREATE FUNCTION note_commit() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN INSERT INTO commit_wait VALUES (current_setting('synchronous_commit')); RETURN NULL; END $$;
    CREATE CONSTRAINT TRIGGER note_commit AFTER INSERT ON collab_update DEFERRABLE INITIALLY DEFERRED
      FOR EACH ROW EXECUTE FUNCTION note_commit()`);
  docId = await makeDoc(database.pool);
  await database.pool.query("DELETE FROM commit_wait");
  pool = new pg.Pool({ connectionString: database.url, max: 1 });
  updateLog = createUpdateLog(pool, { node: "test" });
});
afterEach(async () => {
  await pool.end();
  await database.close();
});

async function makeDoc(on: Pool): Promise<string> {
  const [owner, id] = [randomUUID(), randomUUID()];
  await on.query("INSERT INTO person (id, name, email) VALUES ($1, 'Ana', $2)", [owner, `${owner}@example.test`]);
  await on.query("INSERT INTO deck (id, owner_user_id) VALUES ($1, $2)", [id, owner]);
  await inTransaction(on, (tx) => insertFirstUpdate(tx, { docId: id, markdown: "first", userId: owner, kind: "edit" }));
  return id;
}

async function append(): Promise<void> {
  const entry = { docId, generation: 1, updates: [updateOf("more")], kind: "edit", userIds: [] } as const;
  const results = await updateLog.append([entry]);
  expect(results.get(docId)).toMatchObject({ state: "committed" });
}

async function commitsWaitedFor(): Promise<readonly string[]> {
  const { rows } = await database.pool.query<{ level: string }>("SELECT level FROM commit_wait");
  return rows.map(({ level }) => level);
}

/** What connections have by default from now on. */
async function setDefault(level: "on" | "off"): Promise<void> {
  const { rows } = await database.pool.query<{ name: string }>("SELECT current_database() AS name");
  await database.pool.query(`ALTER DATABASE "${rows[0]?.name}" SET synchronous_commit = ${level}`);
  const connection = await pool.connect();
  connection.release(true);
}

test("[I1] a row is on the disk before it counts as committed, whatever others left on the connection of a pooling proxy", async () => {
  await pool.query("SET synchronous_commit = off");
  await append();
  expect(await commitsWaitedFor()).toEqual(["on"]);
  expect(await updateLog.durability()).toBe("fsync");
});

test("[I1] a deck's first text is on the disk before its deck is there, whatever others left on the connection", async () => {
  await pool.query("SET synchronous_commit = off");
  await makeDoc(pool);
  expect(await commitsWaitedFor()).toEqual(["on"]);
});

test("[I1] who was told that commits reach the disk was told the truth, also where the database's default is changed later", async () => {
  expect(await updateLog.durability()).toBe("fsync");
  await setDefault("off");
  await append();
  expect(await commitsWaitedFor()).toEqual(["on"]);
  expect(await updateLog.durability()).toBe("fsync");
});

test("a database whose default is not to wait for its disk is let be, and said to be so until it does", async () => {
  await setDefault("off");
  expect(await updateLog.durability()).toBe("process");
  await append();
  expect(await commitsWaitedFor()).toEqual(["off"]);
  await setDefault("on");
  expect(await updateLog.durability()).toBe("fsync");
});
