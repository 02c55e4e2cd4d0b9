import { afterEach, beforeEach, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { closeCodes } from "@/lib/collab/protocol/close-codes";
import { encodeAwareness, encodeFenceRequest, encodeUpdate, frameTypes } from "@/lib/collab/protocol/frames";
import { answerOf, awarenessOf, nothingMore, openRig } from "@/tests/unit/collab/server/rig";
import { circleOf, copyOf, stateOf } from "@/tests/unit/collab/server/written-docs";

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

test("[I15] two who say each that the other was first are refused: Yjs would park them, and whoever gets them too", () => {
  const { room, doc, join, quarantined } = openRig("text");
  const mallory = join("mallory");
  mallory.session.receive(nothingMore);
  mallory.session.receive(encodeUpdate(circleOf(11, 22)));
  mallory.session.receive(encodeFenceRequest(1));
  expect({ closes: mallory.closes, fences: mallory.fences(), enqueued: room.enqueued(), quarantined }).toEqual({
    closes: [closeCodes.badUpdate],
    fences: [],
    enqueued: 0,
    quarantined: ["builds on itself in a circle"],
  });
  expect(doc.store.pendingStructs).toBeNull();
});

/** Ana's page, which was sent a circle once and holds it back for good, with something she wrote. */
function pageWithCircle(doc: Y.Doc): Y.Doc {
  const page = copyOf(doc);
  Y.applyUpdate(page, circleOf(11, 22));
  expect(page.store.pendingStructs).not.toBeNull();
  page.getText("markdown").insert(0, "her ");
  return page;
}

test("[I15] a page that holds such a circle back is taken all it shows, and its circle spreads no further", () => {
  const { doc, room, broken, join, commit, quarantined } = openRig("text");
  const page = pageWithCircle(doc);
  const ana = join("ana");
  const answer = () => ana.session.receive(answerOf(page, doc));
  answer();
  ana.session.receive(encodeFenceRequest(1));
  answer();
  commit();
  expect({ closes: ana.closes, fences: ana.fences(), text: doc.getText("markdown").toJSON(), quarantined }).toEqual({
    closes: [],
    fences: [[1, 1]],
    text: "her text",
    quarantined: [],
  });
  expect(doc.store.pendingStructs).toBeNull();
  room.noteRow({ generation: 1, seq: 3, updates: [stateOf("of another process ")] });
  expect(broken).toEqual([]);
});

test("[I15] where somebody else is who the circle says it is, the page that holds it back is taken what it shows as well", () => {
  const { doc, join } = openRig("text");
  const page = pageWithCircle(doc);
  const mallory = join("mallory");
  mallory.session.receive(nothingMore);
  for (const client of [11, 22]) mallory.session.receive(encodeAwareness(awarenessOf(client)));
  const ana = join("ana");
  ana.session.receive(answerOf(page, doc));
  expect([ana.closes, doc.getText("markdown").toJSON()]).toEqual([[], "her text"]);
});
