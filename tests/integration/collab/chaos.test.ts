import { rm } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readDataFolder } from "@/scripts/setup/environment.mjs";
import { makeMigratedDatabase } from "@/scripts/setup/test-server.mjs";
import { postgresKilledBriefly } from "@/tests/chaos/faults/postgres-killed";
import { processKilled } from "@/tests/chaos/faults/process-killed";
import { buildServer } from "@/tests/chaos/processes";
import { playScene, type Scene } from "@/tests/chaos/scene";
import { openTestDatabase, type TestDatabase } from "@/tests/support/database";
import { openOwnPostgres } from "@/tests/support/own-postgres";
import { createRandom } from "@/tests/support/random";

// The short form of `npm run chaos`: two real processes, real sockets, kill -9.

let testDatabase: TestDatabase;
let serverFile: string;
beforeAll(async () => {
  [testDatabase, serverFile] = await Promise.all([openTestDatabase(), buildServer()]);
});
afterAll(async () => {
  await Promise.all([testDatabase.close(), rm(serverFile, { force: true })]);
});

/** What was broken for six people on two processes by what `act` did to them. */
async function troublesOf(databaseUrl: string, act: (scene: Scene) => Promise<void>): Promise<readonly string[]> {
  const seed = Math.floor(Math.random() * 1_000_000);
  const { troubles, saved } = await playScene(
    { name: "short", seed, random: createRandom(seed), processes: 2, typists: 6, serverFile, databaseUrl },
    act,
  );
  return [...(saved > 0 ? [] : ["nothing was called Saved"]), ...troubles].map((words) => `${words} (seed ${seed})`);
}

test("[I1] what was called Saved is in the database, whichever process is killed and whoever leaves in that moment", async () => {
  const troubles = await troublesOf(testDatabase.url, async (scene) => {
    // So long from an edit to its commit: who says Saved any earlier is found out.
    for (const { database } of scene.hosts) database.set({ state: "slow", ms: 100 });
    await processKilled.act(scene);
    for (const { database } of scene.hosts) database.set({ state: "open" });
  });
  expect(troubles).toEqual([]);
}, 120_000);

test("[I1] what was called Saved is on the disk when Postgres is killed, and when it and all processes are", async () => {
  const postgres = await openOwnPostgres(path.join(readDataFolder(), "killed"));
  try {
    const { url, drop } = await makeMigratedDatabase(postgres.url, "killed");
    expect(await troublesOf(url, (scene) => postgresKilledBriefly.act(scene, { postgres, redis: "not part of it" }))).toEqual([]);
    await drop();
  } finally {
    await postgres.stop();
  }
}, 120_000);
