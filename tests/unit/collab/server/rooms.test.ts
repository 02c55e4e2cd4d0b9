import { afterEach, expect, test, vi } from "vitest";
import { deckIdSchema } from "@/lib/api/ids";
import { createMemoryBus } from "@/lib/bus/memory";
import { closeCodes } from "@/lib/collab/protocol/close-codes";
import { deckChannel, encodeDeckMessage } from "@/lib/collab/server/deck-messages";
import { createHeldBack } from "@/lib/collab/server/held-back";
import { encodePayload } from "@/lib/collab/server/payload";
import type { PulledDoc } from "@/lib/collab/server/pulled-doc";
import type { RoomLifeOptions } from "@/lib/collab/server/room-life";
import { createRooms } from "@/lib/collab/server/rooms";
import { defaultTuning } from "@/lib/collab/server/tuning";
import { createLog } from "@/lib/log";
import { awarenessOf, updateLogOf } from "@/tests/unit/collab/server/rig";
import { stateOf } from "@/tests/unit/collab/server/written-docs";

const deckId = deckIdSchema.parse("00000000-0000-4000-8000-000000000001");
const goingAway = { code: closeCodes.restarting, reason: "the server restarts" };
const ben = { id: "ben", name: "Ben", color: "red" };
const fails = () => Promise.reject(new Error("the database is away"));
const hangs = () => new Promise<never>(() => undefined);

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

/** Rooms over a log that nobody writes to; each part of their surroundings may fail. */
function openRooms(failing: Partial<Pick<RoomLifeOptions, "compact" | "renew" | "onSettled">> & { readonly pull?: () => Promise<PulledDoc> } = {}) {
  const log = createLog("silent");
  const bus = createMemoryBus({ log });
  const state = { pull: failing.pull ?? pulled };
  // A history that is nearly full from the start: it is renewed when the room goes.
  const tuning = { ...defaultTuning, maxStateBytes: failing.renew === undefined ? defaultTuning.maxStateBytes : 1, tidyMs: 20 };
  const rooms = createRooms({
    updateLog: updateLogOf({ pull: () => state.pull(), quarantine: async () => undefined }),
    flusher: { request: () => undefined, stop: () => undefined },
    heldBack: createHeldBack(tuning),
    bus,
    log,
    nodeName: "test",
    tuning,
    onSettled: async () => undefined,
    storedBytes: async () => 0,
    onDamaged: async () => undefined,
    compact: async () => undefined,
    renew: async () => undefined,
    ...failing,
  });
  stops.push(() => rooms.closeAll(goingAway).catch(() => undefined));
  return { rooms, bus, state };
}

async function pulled(): Promise<PulledDoc> {
  const state = stateOf("text");
  const payload = encodePayload(Array.from({ length: 30 }, () => state));
  return { generation: 1, headSeq: 1, snapSeq: 0, parts: [{ seq: 1, payload, textSha256: undefined }] };
}

test.each([
  { what: "be renewed", failing: { renew: fails } },
  { what: "be renewed in time", failing: { renew: hangs } },
  { what: "have what follows from its text", failing: { onSettled: fails } },
  { what: "have what follows from its text in time", failing: { onSettled: hangs } },
])("[I12] a room that can't $what is put away all the same, and loaded anew for whoever comes", async ({ failing }) => {
  const { rooms, bus } = openRooms(failing);
  const first = await rooms.enter(deckId);
  expect(first?.isOpen()).toBe(true);
  await rooms.closeAll(goingAway);
  expect(rooms.open()).toEqual([]);
  expect(bus.listeners()).toBe(0);
  const second = await rooms.enter(deckId);
  expect(second?.isOpen()).toBe(true);
  expect(second).not.toBe(first);
});

test("[I12] a room that can't be loaded leaves nothing behind, and all who wait for it hear so", async () => {
  const { rooms, bus, state } = openRooms({ pull: fails });
  const results = await Promise.allSettled([rooms.enter(deckId), rooms.enter(deckId)]);
  expect(results.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(bus.listeners()).toBe(0);
  state.pull = pulled;
  expect((await rooms.enter(deckId))?.isOpen()).toBe(true);
});

test.each([
  { who: "nobody is left anywhere", sees: [], times: 1 },
  { who: "somebody has it open in another process", sees: [{ user: ben }], times: 0 },
  { who: "the last one has left it in another process too", sees: [{ user: ben }, null], times: 1 },
])("a deck whose history is nearly full is renewed once nobody is in it, whichever process they are in: $who", async ({ sees, times }) => {
  const renew = vi.fn(async () => undefined);
  const { rooms, bus } = openRooms({ renew });
  await rooms.enter(deckId);
  for (const state of sees) {
    const update = Buffer.from(awarenessOf(7, state)).toString("base64");
    bus.publish(deckChannel(deckId), encodeDeckMessage("another", { kind: "awareness", update }));
  }
  // Messages are heard a little later.
  await Promise.resolve();
  await rooms.closeAll(goingAway);
  expect(renew).toHaveBeenCalledTimes(times);
});
