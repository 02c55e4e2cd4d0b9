import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { deckIdSchema } from "@/lib/api/ids";
import { createMemoryBus } from "@/lib/bus/memory";
import { closeCodes } from "@/lib/collab/protocol/close-codes";
import { encodeAwareness, encodeUpdate } from "@/lib/collab/protocol/frames";
import { createSession } from "@/lib/collab/server/create-session";
import type { FlushTarget } from "@/lib/collab/server/flush";
import { createHeldBack } from "@/lib/collab/server/held-back";
import { encodePayload } from "@/lib/collab/server/payload";
import { loadRoom } from "@/lib/collab/server/room-life";
import { defaultTuning } from "@/lib/collab/server/tuning";
import { createLog } from "@/lib/log";
import { awarenessOf, createWire, nothingMore, updateLogOf } from "@/tests/unit/collab/server/rig";
import { stateOf } from "@/tests/unit/collab/server/written-docs";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const log = createLog("silent");

/** A room of a deck whose history is nearly full, as rooms have it; `commit` stores what waits in a log of so many rows. */
async function openRoom() {
  const bus = createMemoryBus({ log });
  const tuning = { ...defaultTuning, maxStateBytes: 1_000 };
  let target: FlushTarget | undefined;
  const [compact, renew] = [vi.fn(async () => undefined), vi.fn(async () => undefined)];
  const options = {
    updateLog: updateLogOf({
      pull: async () => ({
        generation: 1,
        headSeq: 1,
        snapSeq: 0,
        parts: [{ seq: 1, payload: encodePayload([stateOf("x".repeat(900))]), textSha256: undefined }],
      }),
    }),
    flusher: {
      request: (asking: FlushTarget) => {
        target = asking;
      },
      stop: () => undefined,
    },
    heldBack: createHeldBack(tuning),
    bus,
    log,
    nodeName: "test",
    tuning,
    onSettled: async () => undefined,
    onDamaged: async () => undefined,
    compact,
    renew,
  };
  const deckId = deckIdSchema.parse("00000000-0000-4000-8000-000000000001");
  const life = await loadRoom(options, deckId, {
    tell: () => undefined,
    hear: () => undefined,
    onWritten: () => undefined,
    onPutAway: () => undefined,
  });
  if (life === undefined) throw new Error("there is no room");
  const { room } = life;
  return {
    ...life,
    bus,
    compact,
    renew,
    join: (name: string) => {
      const { socket } = createWire();
      const session = createSession(socket, { identity: { id: name, name, color: "red" }, formerIds: [], nowMs: 0, tuning });
      session.start(room, { role: "edit", durability: "fsync" });
      session.receive(nothingMore);
      return session;
    },
    commit: (logRows: number) => {
      if (target?.take() !== undefined) target.settle({ state: "committed", seq: room.appliedSeq() + 1, logRows, logBytes: 1 });
    },
  };
}

test("[I12] a room that was put away has no timer left, also where somebody moved and its log was to be made a snapshot of", async () => {
  const { room, bus, compact, join, commit, putAway } = await openRoom();
  const ana = join("ana");
  ana.receive(encodeUpdate(stateOf("one ")));
  ana.receive(encodeAwareness(awarenessOf(7)));
  commit(defaultTuning.compactRows + 1);
  expect(room.isNearlyFull()).toBe(true);
  ana.ended({ isLost: false });
  await putAway();
  expect(vi.getTimerCount()).toBe(0);
  expect(bus.listeners()).toBe(0);
  expect(compact).not.toHaveBeenCalled();
});

test("who is sent out of a room to come back at once finds the history they left, though it is nearly full", async () => {
  const { room, renew, join, putAway } = await openRoom();
  join("ana");
  const done = putAway();
  room.closeAll(closeCodes.overloaded, "no memory is left for this deck");
  await done;
  expect(renew).not.toHaveBeenCalled();
});
