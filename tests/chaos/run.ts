// First: what reads the time keeps the clock that it finds.
import "@/tests/chaos/clock";
import { rm } from "node:fs/promises";
import { availableParallelism } from "node:os";
import path from "node:path";
import { z } from "zod";
import { migrate } from "@/scripts/prisma/migrate.mjs";
import { readDataFolder } from "@/scripts/setup/environment.mjs";
import { databaseUrl, onServer } from "@/scripts/setup/on-server.mjs";
import { inProject } from "@/scripts/setup/root.mjs";
import type { Fault, Ground } from "@/tests/chaos/fault";
import { faults } from "@/tests/chaos/faults";
import type { Outcome } from "@/tests/chaos/outcome";
import { buildServer } from "@/tests/chaos/processes";
import { printOutcomes } from "@/tests/chaos/report";
import { playScene } from "@/tests/chaos/scene";
import { openOwnPostgres } from "@/tests/support/own-postgres";
import { createRandom } from "@/tests/support/random";
import { openOwnRedis } from "@/tests/support/redis";

// Called by scripts/chaos.mjs. Everything runs on a Postgres and a Redis of its own: they are killed.

const env = z
  .object({ CHAOS_SEED: z.coerce.number().int(), CHAOS_SECONDS: z.coerce.number(), CHAOS_ONLY: z.string().optional(), FAULT: z.string().optional() })
  .parse(process.env);
const typists = 20;

await main();

async function main(): Promise<void> {
  const chosen = faults.filter(({ name }) => env.CHAOS_ONLY === undefined || name.includes(env.CHAOS_ONLY));
  if (chosen.length === 0) {
    console.error(`There is no fault "${env.CHAOS_ONLY}"; there are ${faults.map(({ name }) => name).join(", ")}.`);
    process.exit(1);
  }
  const deadline = performance.now() + env.CHAOS_SECONDS * 1_000;
  console.log(`Seed ${env.CHAOS_SEED}, at most ${env.CHAOS_SECONDS} s; Node ${process.version}, ${availableParallelism()} cores, ${typists} people.`);
  if (env.FAULT !== undefined) console.log(`The server has a fault planted: ${env.FAULT}`);
  const postgres = await openOwnPostgres(path.join(readDataFolder(), "chaos"));
  const redis = await openOwnRedis();
  const [serverFile, template] = [await buildServer(), `chaos_template_${process.pid}`];
  const outcomes: Outcome[] = [];
  const leftOut: string[] = [];
  try {
    await onServer(postgres.url, `CREATE DATABASE "${template}"`);
    await migrate(databaseUrl(postgres.url, template), inProject("prisma/migrations"));
    for (const fault of chosen) {
      if (fault.bus === "redis" && typeof redis === "string") leftOut.push(`${fault.name}: redis-server did not start: ${redis}`);
      else if (performance.now() > deadline) leftOut.push(`${fault.name}: there was no time left`);
      else outcomes.push(await playToTheEnd(fault, { postgres, redis }, { serverFile, template, seed: env.CHAOS_SEED + faults.indexOf(fault) }));
    }
  } finally {
    await onServer(postgres.url, `DROP DATABASE IF EXISTS "${template}" WITH (FORCE)`);
    await postgres.stop();
    if (typeof redis !== "string") await redis.kill();
    await rm(serverFile, { force: true });
  }
  printOutcomes(outcomes);
  for (const words of leftOut) console.log(`Left out: ${words}`);
  const broken = outcomes.filter(({ troubles }) => troubles.length > 0).length;
  console.log(
    `\n${outcomes.length} faults, ${broken === 0 ? "the promise was kept in each" : `the promise was broken in ${broken}`}; seed ${env.CHAOS_SEED}`,
  );
  // What the collaboration client keeps open (timers of its own) is not waited for.
  process.exit(broken === 0 && outcomes.length > 0 ? 0 : 1);
}

/** What can't even be played says so in the table; the others are played all the same. */
async function playToTheEnd(...args: Parameters<typeof play>): Promise<Outcome> {
  try {
    return await play(...args);
  } catch (error) {
    const [{ name }] = args;
    console.error(`BROKEN  ${name}\n`, error);
    await args[1].postgres.start();
    return { name, edits: 0, saved: 0, lost: 0, doubled: 0, comeBackMs: 0, heapGrowthBytes: 0, remarks: [], troubles: [String(error)] };
  }
}

async function play(
  fault: Fault,
  ground: Ground,
  { serverFile, template, seed }: { readonly serverFile: string; readonly template: string; readonly seed: number },
): Promise<Outcome> {
  const name = `chaos_${process.pid}_${seed}`;
  await onServer(ground.postgres.url, `CREATE DATABASE "${name}" TEMPLATE "${template}"`);
  try {
    const outcome = await playScene(
      {
        name: fault.name,
        seed,
        random: createRandom(seed),
        processes: fault.processes ?? 2,
        typists: fault.typists ?? typists,
        serverFile,
        databaseUrl: databaseUrl(ground.postgres.url, name),
        redisUrl: fault.bus === "redis" && typeof ground.redis !== "string" ? ground.redis.url : undefined,
      },
      (scene) => fault.act(scene, ground),
    );
    const late =
      fault.maxBackMs !== undefined && outcome.comeBackMs > fault.maxBackMs
        ? [`somebody was back later than after ${fault.maxBackMs / 1_000} s`]
        : [];
    const troubles = [...outcome.troubles, ...late];
    console.log(`${troubles.length === 0 ? "kept  " : "BROKEN"}  ${fault.name}`);
    for (const trouble of troubles) console.log(`        ${trouble}`);
    return { ...outcome, troubles };
  } finally {
    await onServer(ground.postgres.url, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
  }
}
