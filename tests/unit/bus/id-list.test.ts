import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { deckIdSchema } from "@/lib/api/ids";
import { hearOfIds, tellOfIds } from "@/lib/bus/id-list";
import { createMemoryBus } from "@/lib/bus/memory";
import { createLog } from "@/lib/log";
import { eventually } from "@/tests/support/eventually";

const decks = Array.from({ length: 1_000 }, () => deckIdSchema.parse(randomUUID()));
const bus = createMemoryBus({ log: createLog("silent") });

test("ids are told in as few messages as carry them, and none is longer than the bus carries", () => {
  const bytes: number[] = [];
  const small = { maxMessageBytes: 5_600, publish: (_channel: string, message: Uint8Array) => bytes.push(message.byteLength) };
  tellOfIds(small, "some", { from: randomUUID(), ids: decks });
  expect(bytes).toHaveLength(8);
  expect(Math.max(...bytes)).toBeLessThanOrEqual(5_600);
});

test("all of them are heard, and by whom", async () => {
  const heard: unknown[] = [];
  const stop = hearOfIds(bus, "some", { idSchema: deckIdSchema, onIds: (ids, { from }) => heard.push({ ids, from }) });
  tellOfIds(bus, "some", { from: "here", ids: decks });
  await eventually(() => expect(heard).toEqual([{ ids: decks, from: "here" }]));
  stop();
});

test("what is said beside them is in every message, and left out where it would leave no room for ids", () => {
  const said: string[] = [];
  const small = { maxMessageBytes: 5_600, publish: (_channel: string, message: Uint8Array) => said.push(new TextDecoder().decode(message)) };
  tellOfIds(small, "some", { from: randomUUID(), ids: decks, note: { by: "Ana" } });
  expect(said.map((message) => JSON.parse(message).note)).toEqual(said.map(() => ({ by: "Ana" })));
  said.length = 0;
  tellOfIds(small, "some", { from: randomUUID(), ids: decks, note: { of: decks.slice(0, 100) } });
  expect(said.map((message) => Object.keys(JSON.parse(message)))).toEqual(said.map(() => ["from", "ids"]));
  expect(said.flatMap((message) => JSON.parse(message).ids)).toEqual(decks);
});

test("no ids are no message", () => {
  const published: string[] = [];
  tellOfIds({ maxMessageBytes: 5_600, publish: (channel) => void published.push(channel) }, "some", { from: "here", ids: [] });
  expect(published).toEqual([]);
});
