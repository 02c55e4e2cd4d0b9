import { afterEach, beforeEach, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { closeCodes } from "@/lib/collab/protocol/close-codes";
import { encodeUpdate, frameTypes } from "@/lib/collab/protocol/frames";
import { openRig } from "@/tests/unit/collab/server/rig";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test("[I14] who sends nothing but what is refused keeps no database busy with it: 200 of a deck are written down", () => {
  const { room, join, quarantined } = openRig("text");
  const closes = Array.from({ length: 300 }, (_, index) => {
    const bad = join(`mallory-${index}`);
    bad.session.receive(encodeUpdate(Uint8Array.of(1, 1, 7, 0, 255)));
    return bad.closes;
  });
  expect(new Set(closes.flat())).toEqual(new Set([closeCodes.badUpdate]));
  expect(closes.flat()).toHaveLength(300);
  expect(quarantined).toHaveLength(200);
  expect(room.enqueued()).toBe(0);
});

test("[I15] what is refused is passed on to nobody", () => {
  const { room, join } = openRig("text");
  const [ana, mallory] = [join("ana"), join("mallory")];
  const sent = ana.frames.length;
  const doc = new Y.Doc();
  doc.getMap("markdown").set("no", "text");
  mallory.session.receive(encodeUpdate(Y.encodeStateAsUpdate(doc)));
  expect(mallory.closes).toEqual([closeCodes.badUpdate]);
  expect(ana.frames.slice(sent).filter((frame) => frame[0] === frameTypes.sync)).toEqual([]);
  expect(room.enqueued()).toBe(0);
});
