import { beforeEach, expect, test } from "vitest";
import { createAnnouncer, type Announcer } from "@/lib/collab/server/announcer";
import type { DeckMessage } from "@/lib/collab/server/deck-messages";

const update = Uint8Array.of(1, 2, 3);
const change = { update, userId: "00000000-0000-4000-8000-000000000001" };

let told: DeckMessage[];
let hasOthers: boolean;
let announcer: Announcer;

beforeEach(() => {
  told = [];
  hasOthers = true;
  announcer = createAnnouncer({
    generation: 1,
    tell: (message) => told.push(message),
    hasOthers: () => hasOthers,
    maxMessageBytes: 8_000,
  });
});

test("others are told what is written before it is stored, and then that it is", async () => {
  announcer.note([change], 1);
  await Promise.resolve();
  announcer.tellRow({ seq: 2, first: 1, updates: [update] });
  expect(told).toMatchObject([
    { kind: "change", first: 1 },
    { kind: "row", seq: 2, announced: { first: 1, count: 1 } },
  ]);
});

test("a process that is alone puts nothing into words", async () => {
  hasOthers = false;
  announcer.note([change], 1);
  await Promise.resolve();
  announcer.tellRow({ seq: 2, first: 1, updates: [update] });
  expect(told).toEqual([]);
});

test("who comes between the two is told the row whole", async () => {
  hasOthers = false;
  announcer.note([change], 1);
  await Promise.resolve();
  hasOthers = true;
  announcer.tellRow({ seq: 2, first: 1, updates: [update] });
  expect(told).toMatchObject([{ kind: "row", seq: 2, payload: expect.any(String) }]);
});
