import { afterAll, describe, expect, inject, test } from "vitest";
import type { Bus } from "@/lib/bus/bus";
import { openBus } from "@/lib/bus/open-bus";
import { createLog } from "@/lib/log";
import { channelOf, hear, say } from "@/tests/integration/bus/talk";
import { eventually } from "@/tests/support/eventually";
import { findRedis, whyLeftOut } from "@/tests/support/redis";

const log = createLog("silent");
const redis = await findRedis();
afterAll(async () => {
  if (redis.state === "there") await redis.stop();
});

test("the environment decides: Redis where there is one, else Postgres", async () => {
  const env = { DATABASE_URL: inject("serverUrl"), AUTH_SECRET: "a secret of tests" };
  const [overRedis, overPostgres] = await Promise.all([openBus({ env: { ...env, REDIS_URL: "redis://127.0.0.1:1" }, log }), openBus({ env, log })]);
  expect([overRedis.isConnected(), overPostgres.isConnected()]).toEqual([false, true]);
  await Promise.all([overRedis.stop(), overPostgres.stop()]);
});

describe.skipIf(redis.state === "missing")(`on one Redis${whyLeftOut(redis)}`, () => {
  const own = { DATABASE_URL: "postgresql://unused", AUTH_SECRET: "the secret of production", PUBLIC_URL: "https://talks.example.org" };

  async function openFor(env: Partial<typeof own>, database = 0): Promise<Bus> {
    if (redis.state === "missing") throw new Error(redis.reason);
    const url = new URL(redis.url);
    url.pathname = `/${database}`;
    return openBus({ env: { ...own, ...env, REDIS_URL: url.href }, log });
  }

  test.each([
    ["secret", { AUTH_SECRET: "the secret of a copy" }, 0],
    ["public address", { PUBLIC_URL: "https://staging.example.org" }, 0],
    ["number of the database", {}, 1],
  ])("installations hear nothing of each other where they differ in %s", async (_name, env, database) => {
    const [production, staging] = [await openFor({}), await openFor(env, database)];
    const channel = channelOf();
    const [inProduction, inStaging] = [hear(production, channel), hear(staging, channel)];
    say(staging, channel, "typed in staging");
    await eventually(() => expect(inStaging).toEqual(["typed in staging"]));
    // Redis tells everybody in the order in which it is told.
    say(production, channel, "typed in production");
    await eventually(() => expect(inProduction.at(-1)).toBe("typed in production"));
    expect(inProduction).toEqual(["typed in production"]);
    await Promise.all([production.stop(), staging.stop()]);
  });

  test("processes of one installation hear each other, however its address is written", async () => {
    const [one, other] = [await openFor({}), await openFor({ PUBLIC_URL: "https://Talks.example.org/" })];
    const channel = channelOf();
    const heard = hear(other, channel);
    say(one, channel, "hello");
    await eventually(() => expect(heard).toEqual(["hello"]));
    await Promise.all([one.stop(), other.stop()]);
  });
});
