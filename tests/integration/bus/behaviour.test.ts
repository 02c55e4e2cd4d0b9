import { randomUUID } from "node:crypto";
import { Redis } from "ioredis";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Bus } from "@/lib/bus/bus";
import { openPostgresBus } from "@/lib/bus/postgres";
import { openRedisBus } from "@/lib/bus/redis";
import { createLog } from "@/lib/log";
import { channelOf, hear, say, textOf } from "@/tests/integration/bus/talk";
import { openTestDatabase } from "@/tests/support/database";
import { findRedis, whyLeftOut } from "@/tests/support/redis";
import { addressIn, throughPort } from "@/tests/support/server-address";
import { openTcpProxy, type TcpProxy } from "@/tests/support/tcp-proxy";
import { eventually } from "@/tests/support/eventually";

const log = createLog("silent");
const redis = await findRedis();
afterAll(async () => {
  if (redis.state === "there") await redis.stop();
});

interface Ground {
  readonly url: string;
  readonly open: (url: string, options?: { readonly beatMs: number }) => Promise<Bus>;
  /** How many connections the server has from the buses. */
  readonly connections: () => Promise<number>;
  readonly perBus: number;
  readonly close: () => Promise<void>;
}

async function openPostgresGround(): Promise<Ground> {
  const database = await openTestDatabase();
  return {
    url: database.url,
    open: (url, options) => openPostgresBus({ url, log, ...options }),
    connections: async () => {
      const { rows } = await database.pool.query<{ count: number }>(
        "SELECT count(*)::int FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'lectern bus'",
      );
      return rows[0]?.count ?? 0;
    },
    perBus: 1,
    close: database.close,
  };
}

async function openRedisGround(): Promise<Ground> {
  if (redis.state === "missing") throw new Error(redis.reason);
  const client = new Redis(redis.url);
  const name = `lectern-test-${randomUUID()}`;
  const url = new URL(redis.url);
  url.searchParams.set("connectionName", name);
  return {
    url: url.href,
    open: (at, options) => openRedisBus({ url: at, installation: name, log, ...options }),
    connections: async () =>
      String(await client.client("LIST"))
        .split("\n")
        .filter((line) => line.includes(`name=${name} `)).length,
    perBus: 2,
    close: async () => void (await client.quit()),
  };
}

const kinds = [
  { name: "Postgres", open: openPostgresGround, isThere: true },
  { name: `Redis${whyLeftOut(redis)}`, open: openRedisGround, isThere: redis.state === "there" },
];

for (const kind of kinds) {
  describe.skipIf(!kind.isThere)(`a bus over ${kind.name}`, () => {
    let ground: Ground;
    let proxy: TcpProxy;
    let here: Bus;
    /** Reaches the server through a line that the tests can block. */
    let there: Bus;

    beforeAll(async () => {
      ground = await kind.open();
      proxy = await openTcpProxy(addressIn(ground.url));
      [here, there] = await Promise.all([ground.open(ground.url), ground.open(throughPort(ground.url, proxy.port))]);
      await know(here, there);
    });
    afterAll(async () => {
      await Promise.all([here.stop(), there.stop()]);
      await proxy.close();
      await ground.close();
    });

    test("both processes hear a message on its channel, in order, whatever it holds", async () => {
      const channel = channelOf();
      const [own, other, elsewhere] = [hear(here, channel), hear(there, channel), hear(there, channelOf())];
      const texts = ["one", "zwei 'ü' $1 \0", "", "x".repeat(here.maxMessageBytes)];
      for (const text of texts) say(here, channel, text);
      await eventually(() => {
        expect(own).toEqual(texts);
        expect(other).toEqual(texts);
      });
      expect(elsewhere).toEqual([]);
    });

    test("a process that was alone until now speaks to one that comes, and goes on hearing itself", async () => {
      const alone = await kind.open();
      const bus = await alone.open(alone.url, { beatMs: 100 });
      const channel = channelOf();
      const own = hear(bus, channel);
      for (const text of ["nobody else is here", "for a while"]) {
        say(bus, channel, text);
        await eventually(() => expect(own.at(-1)).toBe(text));
      }
      const another = await alone.open(alone.url);
      await know(bus, another);
      expect(bus.hasOthers()).toBe(true);
      const other = hear(another, channel);
      say(bus, channel, "welcome");
      await eventually(() => expect([own.at(-1), other]).toEqual(["welcome", ["welcome"]]));
      await another.stop();
      say(bus, channel, "alone again");
      await eventually(() => expect(own.at(-1)).toBe("alone again"));
      await bus.stop();
      await alone.close();
    });

    test("a message that is too long is left out and harms none after it", async () => {
      const channel = channelOf();
      const other = hear(there, channel);
      say(here, channel, "x".repeat(here.maxMessageBytes + 1));
      say(here, channel, "short");
      await eventually(() => expect(other).toEqual(["short"]));
    });

    test("listeners are counted, and one that stopped hears nothing", async () => {
      const before = here.listeners();
      const channel = channelOf();
      const heard: string[] = [];
      const stop = here.subscribe(channel, (message) => heard.push(textOf(message)));
      const other = hear(here, channel);
      expect(here.listeners()).toBe(before + 2);
      stop();
      expect(here.listeners()).toBe(before + 1);
      say(there, channel, "late");
      await eventually(() => expect(other).toEqual(["late"]));
      expect(heard).toEqual([]);
    });

    test("a lost connection comes back by itself, with all it listened to, and says so meanwhile", async () => {
      const channel = channelOf();
      const other = hear(there, channel);
      proxy.cut();
      await eventually(() => expect(there.isConnected()).toBe(false));
      expect(here.isConnected()).toBe(true);
      proxy.open();
      await eventually(() => expect(there.isConnected()).toBe(true));
      say(here, channel, "again");
      await eventually(() => expect(other).toEqual(["again"]));
      await eventually(async () => expect(await ground.connections()).toBe(2 * ground.perBus));
    });

    test("a connection that nobody answers on counts as lost, and another takes its place", async () => {
      const channel = channelOf();
      const bus = await ground.open(throughPort(ground.url, proxy.port), { beatMs: 200 });
      const heard = hear(bus, channel);
      proxy.stall();
      await eventually(() => expect(bus.isConnected()).toBe(false));
      proxy.open();
      await eventually(() => {
        say(here, channel, "again");
        expect(heard).toContain("again");
      });
      await bus.stop();
    });

    test("what was published before the stop is heard; after it, nothing is", async () => {
      const channel = channelOf();
      const bus = await ground.open(ground.url);
      const [own, other] = [hear(bus, channel), hear(here, channel)];
      // The test before left one that is on its way back.
      await eventually(async () => expect(await ground.connections()).toBe(3 * ground.perBus));
      say(bus, channel, "last words");
      await bus.stop();
      say(bus, channel, "from beyond");
      say(here, channel, "after");
      await eventually(() => expect(other).toEqual(["last words", "after"]));
      expect(own).toEqual([]);
      expect([bus.isConnected(), bus.listeners()]).toEqual([false, 0]);
      await eventually(async () => expect(await ground.connections()).toBe(2 * ground.perBus));
    });

    test("a bus whose server can't be reached opens all the same, and stops", async () => {
      const gone = await openTcpProxy({ host: "127.0.0.1", port: 1 });
      await gone.close();
      const bus = await ground.open(throughPort(ground.url, gone.port));
      expect(bus.isConnected()).toBe(false);
      say(bus, channelOf(), "nobody hears");
      await bus.stop();
    });
  });
}

/** Waits until what one says gets to another that has just come. */
async function know(one: Bus, other: Bus): Promise<void> {
  const channel = channelOf();
  const heard = hear(other, channel);
  await eventually(() => {
    say(one, channel, "are you there?");
    expect(heard).not.toEqual([]);
  });
}
