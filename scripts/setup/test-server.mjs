import { randomUUID } from "node:crypto";
import path from "node:path";
import pg from "pg";
import { databaseUrl, onServer } from "./on-server.mjs";
import { inProject } from "./root.mjs";
import { startEmbedded } from "../postgres/cluster.mjs";
import { migrate } from "../prisma/migrate.mjs";

/**
 * The Postgres that tests make their databases on: DATABASE_URL's, else an embedded one of the tests' own, beside the
 * product's data. Returns its address and its stop.
 */
export async function openTestServer() {
  if (process.env.DATABASE_URL) return { url: process.env.DATABASE_URL, stop: async () => undefined };
  const server = await startEmbedded(path.resolve(inProject(), process.env.DATA_DIR || "data", "test"));
  await dropAbandoned(server.url);
  return { url: server.url, stop: () => server.stop() };
}

/** An empty database of its own, named so that `dropAbandoned` knows it. Returns its name, its address and what drops it. */
export async function makeDatabase(serverUrl, purpose) {
  const name = `lectern_test_${purpose}_${randomUUID().slice(0, 8)}_${process.pid}`;
  await onServer(serverUrl, `CREATE DATABASE "${name}"`);
  return { name, url: databaseUrl(serverUrl, name), drop: () => onServer(serverUrl, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`) };
}

/** The same with the schema in it. */
export async function makeMigratedDatabase(serverUrl, purpose) {
  const database = await makeDatabase(serverUrl, purpose);
  await migrate(database.url, inProject("prisma/migrations"));
  return database;
}

/** Databases of test runs that were killed: their names end with the number of a process that is gone. */
async function dropAbandoned(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query("SELECT datname AS name FROM pg_database WHERE datname ~ '^lectern_test_.*_[0-9]+$'");
    for (const { name } of rows) {
      if (!isAlive(Number(name.slice(name.lastIndexOf("_") + 1)))) await client.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
    }
  } finally {
    await client.end();
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}
