import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { closeCodes } from "@/lib/collab/protocol/close-codes";
import { encodeAwareness, encodeSyncStep2, encodeUpdate, frameTypes } from "@/lib/collab/protocol/frames";
import type { Session } from "@/lib/collab/server/session";
import { eventually } from "@/tests/support/eventually";
import { awarenessOf, nothingMore, openRig } from "@/tests/unit/collab/server/rig";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** Text that a client with this number adds to nothing, one update a word. */
function typedBy(client: number, words: readonly string[]): readonly Uint8Array[] {
  const doc = new Y.Doc();
  doc.clientID = client;
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => updates.push(update));
  for (const word of words) doc.getText("markdown").insert(0, word);
  return updates;
}

function isAsked(frames: readonly Uint8Array[]): boolean {
  return frames.some((frame) => frame[0] === frameTypes.sync && frame[1] === 0);
}

test("[I16] who was somebody else before goes on under their number, as if nothing had happened", () => {
  const { room, join } = openRig("text");
  const [one = new Uint8Array(), two = new Uint8Array()] = typedBy(7, ["one ", "two "]);
  const guest = join("guest");
  guest.session.receive(encodeAwareness(awarenessOf(7)));
  guest.session.receive(nothingMore);
  guest.session.receive(encodeUpdate(one));
  guest.session.ended({ isLost: false });
  const account = join("account", { formerly: ["guest"] });
  account.session.receive(encodeAwareness(awarenessOf(7)));
  account.session.receive(nothingMore);
  account.frames.length = 0;
  account.session.receive(encodeUpdate(two));
  expect(room.enqueued()).toBe(2);
  expect(isAsked(account.frames)).toBe(false);
});

test("[I16] nobody adds to what somebody wrote here who has left, not even as if it had been lost", () => {
  const { room, join } = openRig("text");
  const [one = new Uint8Array(), forged = new Uint8Array()] = typedBy(7, ["one ", "forged "]);
  const victim = join("victim");
  victim.session.receive(encodeAwareness(awarenessOf(7)));
  victim.session.receive(nothingMore);
  victim.session.receive(encodeUpdate(one));
  victim.session.ended({ isLost: true });
  const mallory = join("mallory");
  mallory.session.receive(encodeSyncStep2(forged));
  expect(mallory.closes).toEqual([closeCodes.apart]);
  expect(room.enqueued()).toBe(1);
});

test("[I8] what somebody wrote in a process that died is brought by who saw it, though they had written here before", () => {
  const { room, join } = openRig("text");
  const [one = new Uint8Array(), seen = new Uint8Array()] = typedBy(7, ["one ", "seen "]);
  const ana = join("ana");
  ana.session.receive(encodeAwareness(awarenessOf(7)));
  ana.session.receive(nothingMore);
  ana.session.receive(encodeUpdate(one));
  ana.session.ended({ isLost: true });
  // She went on in another process, which told of her, and died before what she wrote there was stored.
  room.showForeignAwareness(awarenessOf(7, { user: { id: "ana", name: "Ana", color: "red" } }));
  const ben = join("ben");
  ben.session.receive(encodeSyncStep2(seen));
  expect(ben.closes).toEqual([]);
  expect(room.enqueued()).toBe(2);
});

/** Somebody who wrote and left, as far as anything still holds their connection. */
function whoWroteAndLeft({ join, commit }: ReturnType<typeof openRig>, client: number): WeakRef<Session> {
  const { session } = join("ana");
  session.receive(encodeAwareness(awarenessOf(client)));
  session.receive(nothingMore);
  for (const update of typedBy(client, ["text "])) session.receive(encodeUpdate(update));
  commit();
  session.ended({ isLost: false });
  return new WeakRef(session);
}

test("[I12] a room remembers who wrote what after they left, and keeps nothing of their connections", async () => {
  const rig = openRig("text");
  const left = [1, 2, 3].map((client) => whoWroteAndLeft(rig, client));
  expect(rig.room.enqueued()).toBe(3);
  vi.useRealTimers();
  setFlagsFromString("--expose-gc");
  await eventually(() => {
    runInNewContext("gc()");
    expect(left.filter((session) => session.deref() !== undefined)).toEqual([]);
  });
  // All of this is about a room that is there still.
  expect(rig.room.isOpen()).toBe(true);
});
