import { rm } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { processKilled } from "@/tests/chaos/faults/process-killed";
import { buildServer } from "@/tests/chaos/processes";
import { playScene } from "@/tests/chaos/scene";
import { openTestDatabase, type TestDatabase } from "@/tests/support/database";
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

test("[I1] what was called Saved is in the database, whichever process is killed and whoever leaves in that moment", async () => {
  const seed = Math.floor(Math.random() * 1_000_000);
  const { troubles, saved } = await playScene(
    { name: "short", seed, random: createRandom(seed), processes: 2, typists: 6, serverFile, databaseUrl: testDatabase.url },
    async (scene) => {
      // So long from an edit to its commit: who says Saved any earlier is found out.
      for (const { database } of scene.hosts) database.set({ state: "slow", ms: 100 });
      await processKilled.act(scene);
      for (const { database } of scene.hosts) database.set({ state: "open" });
    },
  );
  expect(saved, `seed ${seed}`).toBeGreaterThan(0);
  expect(troubles, `seed ${seed}`).toEqual([]);
}, 120_000);
