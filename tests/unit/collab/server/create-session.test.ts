import { afterEach, beforeEach, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { encodeAwareness, encodeFenceRequest, encodeSyncStep1, encodeUpdate, frameTypes } from "@/lib/collab/protocol/frames";
import { awarenessOf, nothingMore, openRig } from "@/tests/unit/collab/server/rig";
import { stateOf } from "@/tests/unit/collab/server/written-docs";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test("what comes before somebody is let in is handed on once they were greeted, and not before", () => {
  const { connect } = openRig("text");
  const ana = connect("ana");
  expect(ana.state.hasBegun).toBe(false);
  ana.start();
  expect(ana.state.hasBegun).toBe(true);
});

test("who is gone leaves the list at once; what they wrote before is taken, and nothing else is done for them", () => {
  const { room, join, commit } = openRig("text");
  const [ana, ben] = [join("ana"), join("ben")];
  ana.session.receive(nothingMore);
  ana.session.receive(encodeAwareness(awarenessOf(7)));
  vi.advanceTimersByTime(100);
  for (const { frames } of [ana, ben]) frames.length = 0;
  ana.session.gone({ isLost: false });
  expect(ben.frames.map(([type]) => type)).toEqual([frameTypes.awareness]);
  ana.frames.length = 0;
  ana.session.receive(encodeSyncStep1(Y.encodeStateVector(new Y.Doc())));
  ana.session.receive(encodeAwareness(awarenessOf(7)));
  ana.session.receive(Uint8Array.of(frameTypes.queryAwareness));
  ana.session.receive(encodeFenceRequest(1));
  ana.session.receive(encodeUpdate(stateOf("one ")));
  commit();
  vi.advanceTimersByTime(100);
  expect(ana.frames.filter(([type, kind]) => type !== frameTypes.sync || kind === 1)).toEqual([]);
  expect(ben.frames.map(([type]) => type)).toEqual([frameTypes.awareness, frameTypes.sync]);
  expect([room.enqueued(), room.sessions.size]).toEqual([1, 2]);
  ana.session.ended({ isLost: false });
  expect(room.sessions.size).toBe(1);
});

test("[I6] who is gone and has lost the right to write meanwhile writes no more", () => {
  const { room, join } = openRig("text");
  const ana = join("ana");
  ana.session.receive(nothingMore);
  ana.session.gone({ isLost: false });
  ana.session.setRole({ role: "view" });
  ana.session.receive(encodeUpdate(stateOf("sneaked in ")));
  expect(room.enqueued()).toBe(0);
});
