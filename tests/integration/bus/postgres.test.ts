import { afterAll, beforeAll, expect, inject, test, vi } from "vitest";
import type { Bus } from "@/lib/bus/bus";
import { openPostgresBus } from "@/lib/bus/postgres";
import { createLog } from "@/lib/log";
import { openTestDatabase, type TestDatabase } from "@/tests/support/database";

const log = createLog("silent");
let database: TestDatabase;
let here: Bus;
let there: Bus;

beforeAll(async () => {
  database = await openTestDatabase();
  [here, there] = await Promise.all([openPostgresBus({ url: database.url, log }), openPostgresBus({ url: database.url, log })]);
});
afterAll(async () => {
  await Promise.all([here.stop(), there.stop()]);
  await database.close();
});

function hear(bus: Bus, channel: string): string[] {
  const heard: string[] = [];
  bus.subscribe(channel, (message) => heard.push(new TextDecoder().decode(message)));
  return heard;
}

function say(bus: Bus, channel: string, text: string): void {
  bus.publish(channel, new TextEncoder().encode(text));
}

test("both processes hear a message on its channel, in order, whatever it holds", async () => {
  const [own, other, elsewhere] = [hear(here, "deck:1"), hear(there, "deck:1"), hear(there, "deck:2")];
  const texts = ["one", "zwei 'ü' $1", "", "x".repeat(here.maxMessageBytes)];
  for (const text of texts) say(here, "deck:1", text);
  await vi.waitFor(() => {
    expect(own).toEqual(texts);
    expect(other).toEqual(texts);
  });
  expect(elsewhere).toEqual([]);
});

test("a message that is too long is left out and harms none after it", async () => {
  const other = hear(there, "deck:3");
  say(here, "deck:3", "x".repeat(here.maxMessageBytes + 1));
  say(here, "deck:3", "short");
  await vi.waitFor(() => expect(other).toEqual(["short"]));
});

test("a lost connection comes back by itself, on one connection a bus, and says so meanwhile", async () => {
  const other = hear(there, "deck:4");
  await database.pool.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'lectern bus'",
  );
  await vi.waitFor(() => expect(here.isConnected()).toBe(false));
  await vi.waitFor(() => expect([here.isConnected(), there.isConnected()]).toEqual([true, true]), { timeout: 10_000 });
  say(here, "deck:4", "again");
  await vi.waitFor(() => expect(other).toEqual(["again"]));
  const { rows } = await database.pool.query<{ count: string }>(
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'lectern bus'",
  );
  expect(rows[0]?.count).toBe("2");
});

test("a bus whose database can't be reached opens all the same, and stops", async () => {
  const url = new URL(inject("serverUrl"));
  url.pathname = "/no_such_database";
  const bus = await openPostgresBus({ url: url.href, log });
  expect(bus.isConnected()).toBe(false);
  say(bus, "deck:5", "kept for later");
  await bus.stop();
});
