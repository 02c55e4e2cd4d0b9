import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { SetupError } from "../setup/say.mjs";

/** Prisma's own advisory lock, so that its command line and we never migrate at once. */
const prismaLock = 72707369;

/**
 * Applies prisma/migrations the way `prisma migrate deploy` does, without its engine: same table, same checksums,
 * one transaction a file. Safe with several processes at once. Returns the names it applied. Throws a SetupError for
 * a database that is newer than this build, for an edited migration and for one that failed halfway.
 */
export async function migrate(url, folder) {
  const client = new pg.Client({ connectionString: url, application_name: "lectern-migrate" });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [prismaLock]);
    await client.query(tableSql);
    const known = await readKnown(client);
    const names = readdirSync(folder)
      .filter((name) => existsSync(path.join(folder, name, "migration.sql")))
      .sort();
    refuseNewer(known, names);
    const applied = [];
    for (const name of names) if (await applyOne(client, folder, name, known.get(name))) applied.push(name);
    return applied;
  } finally {
    await client.end();
  }
}

const tableSql = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  id varchar(36) PRIMARY KEY NOT NULL, checksum varchar(64) NOT NULL, finished_at timestamptz,
  migration_name varchar(255) NOT NULL, logs text, rolled_back_at timestamptz,
  started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0)`;

async function readKnown(client) {
  const { rows } = await client.query(
    `SELECT migration_name AS name, checksum, finished_at AS "finishedAt" FROM "_prisma_migrations" WHERE rolled_back_at IS NULL`,
  );
  return new Map(rows.map((row) => [row.name, row]));
}

function refuseNewer(known, names) {
  const newer = [...known.keys()].filter((name) => !names.includes(name));
  if (newer.length === 0) return;
  throw new SetupError(
    `The database was made by a newer Lectern: it has the migration ${newer.join(", ")}, which this one does not know. Update Lectern, or use another database.`,
  );
}

async function applyOne(client, folder, name, known) {
  const sql = readFileSync(path.join(folder, name, "migration.sql"), "utf8");
  const checksum = createHash("sha256").update(sql).digest("hex");
  if (known && !known.finishedAt)
    throw new SetupError(`The migration ${name} failed halfway before. See "prisma migrate resolve" for how to mend the database.`);
  if (known && known.checksum !== checksum)
    throw new SetupError(
      `The migration ${name} was edited after this database had applied it. Restore the file as it was, and write a new migration.`,
    );
  if (known) return false;
  try {
    await client.query("BEGIN");
    await client.query(sql);
    await client.query(
      `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, started_at, finished_at, applied_steps_count) VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw new SetupError(`The migration ${name} could not be applied: ${error.message}.`, { cause: error });
  }
  return true;
}
