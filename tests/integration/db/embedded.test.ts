import { mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startEmbedded } from "@/scripts/postgres/cluster.mjs";
import { readPid } from "@/scripts/postgres/postmaster.mjs";

const folder = mkdtempSync(path.join(tmpdir(), "lectern-embedded-"));
let server: Awaited<ReturnType<typeof startEmbedded>>;
const said: string[] = [];

beforeAll(async () => {
  server = await startEmbedded(folder, { onTrouble: (words: string) => said.push(words) });
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
  rmSync(path.dirname(server.folder), { recursive: true, force: true });
});

/** Does it answer, and is it watched over by who started it, who holds a lock for as long? */
async function isWatchedOver(): Promise<boolean> {
  const client = new pg.Client({ connectionString: server.url });
  try {
    await client.connect();
    const { rowCount } = await client.query("SELECT FROM pg_locks WHERE locktype = 'advisory' AND granted");
    return rowCount === 1;
  } catch {
    // How it doesn't answer differs from moment to moment; that it does in the end is what is asked.
    return false;
  } finally {
    await client.end();
  }
}

test.each(["SIGKILL", "SIGTERM", "SIGINT"] as const)("ended by %s while somebody has a session, it is brought back", async (signal) => {
  // One that goes on, as those of the product's pool do.
  const session = new pg.Client({ connectionString: server.url });
  session.on("error", () => undefined);
  await session.connect();
  const pid = readPid(server.folder);
  said.length = 0;
  process.kill(pid ?? 0, signal);
  await expect.poll(() => readPid(server.folder)).not.toBe(pid);
  await expect.poll(isWatchedOver).toBe(true);
  await session.end();
  expect(said).toEqual(["Postgres went away; bringing it back."]);
});

test("an end doesn't wait for one that can't be brought back", async () => {
  const pid = readPid(server.folder);
  said.length = 0;
  renameSync(server.folder, `${server.folder}-away`);
  process.kill(pid ?? 0, "SIGKILL");
  await expect.poll(() => said).toEqual(["Postgres went away; bringing it back."]);
  expect(await server.stop()).toMatch(/^gone before/u);
  expect(said).toHaveLength(1);
});
