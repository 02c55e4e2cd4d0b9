import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openPostgresBus } from "@/lib/bus/postgres";
import { createLog } from "@/lib/log";
import { openTestDatabase, type TestDatabase } from "@/tests/support/database";
import { addressIn, throughPort } from "@/tests/support/database-proxy";
import { eventually } from "@/tests/support/eventually";
import { openPoolingProxy, type PoolingProxy } from "@/tests/support/pooling-proxy";

// The bus and everybody else on one connection to Postgres, as where DIRECT_URL is not set behind a proxy.

const log = createLog("silent");
let database: TestDatabase;
let proxy: PoolingProxy;
let other: pg.Client;
beforeAll(async () => {
  database = await openTestDatabase();
  proxy = await openPoolingProxy(addressIn(database.url));
  other = new pg.Client({ connectionString: throughPort(database.url, proxy.port) });
  await other.connect();
});
afterAll(async () => {
  await other.end();
  await proxy.close();
  await database.close();
});

test("a bus leaves the settings of a connection that others use as they are", async () => {
  const bus = await openPostgresBus({ url: throughPort(database.url, proxy.port), log });
  const heard: string[] = [];
  bus.subscribe("test", (message) => heard.push(new TextDecoder().decode(message)));
  bus.publish("test", new TextEncoder().encode("hello"));
  await eventually(() => expect(heard).toContain("hello"));
  const { rows } = await other.query("SELECT name, setting FROM pg_settings WHERE source = 'session'");
  expect(rows).toEqual([]);
  await bus.stop();
});
