import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { Bus } from "@/lib/bus/bus";
import { openPostgresBus } from "@/lib/bus/postgres";
import { createLog } from "@/lib/log";
import { hear, say } from "@/tests/integration/bus/talk";
import { openTestDatabase, type TestDatabase } from "@/tests/support/database";
import { eventually } from "@/tests/support/eventually";
import { openPoolingProxy, type PoolingProxy } from "@/tests/support/pooling-proxy";
import { addressIn, throughPort } from "@/tests/support/server-address";

// The bus and everybody else on one connection to Postgres, as where DIRECT_URL is not set behind a proxy.

let database: TestDatabase;
let proxy: PoolingProxy;
let other: pg.Client;
let bus: Bus;
let said: string[];
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

beforeEach(async () => {
  proxy = await openPoolingProxy(addressIn(database.url));
  const url = throughPort(database.url, proxy.port);
  other = new pg.Client({ connectionString: url });
  await other.connect();
  said = [];
  bus = await openPostgresBus({ url, log: createLog("error", { write: (line) => void said.push(line) }) });
});
afterEach(async () => {
  await bus.stop();
  await other.end();
  await proxy.close();
});

test("a bus that can't hear others because of a proxy says so, and what to set, and counts as cut off", async () => {
  expect(said.join()).toMatch(/can't hear .* DIRECT_URL/u);
  expect([bus.isConnected(), bus.hasOthers()]).toEqual([false, true]);
});

test("a bus that can't hear others tells its own process at once", async () => {
  const heard = hear(bus, "test");
  say(bus, "test", "hello");
  await eventually(() => expect(heard).toEqual(["hello"]));
});

test("a bus leaves a connection that others use as it was: settings, locks, and what it listens to", async () => {
  const { rows } = await other.query(`
    SELECT name AS left_over FROM pg_settings WHERE source = 'session'
    UNION ALL SELECT mode FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
    UNION ALL SELECT pg_listening_channels()`);
  expect(rows).toEqual([]);
});
