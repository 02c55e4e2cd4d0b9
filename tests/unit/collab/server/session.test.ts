import * as decoding from "lib0/decoding";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { closeCodes } from "@/lib/collab/protocol/close-codes";
import { encodeAwareness, encodeFenceRequest, encodeSyncStep1, encodeSyncStep2, encodeUpdate, frameTypes } from "@/lib/collab/protocol/frames";
import { answerOf, awarenessOf, nothingMore, openRig } from "@/tests/unit/collab/server/rig";
import { copyOf, deck, stateOf, updateBy } from "@/tests/unit/collab/server/written-docs";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function updateIn(frame: Uint8Array): Uint8Array {
  const decoder = decoding.createDecoder(frame);
  decoding.readVarUint(decoder);
  decoding.readVarUint(decoder);
  return decoding.readVarUint8Array(decoder);
}

/** Builds on text that never came. */
function updateWithGap(): Uint8Array {
  return updateBy(deck("first"), (text) => text.insert(5, " second"));
}

const durable = 1;
const roleDenied = 2;
const rejected = 3;

test("[I1] a fence is answered once all before it is committed, and not before", () => {
  const { join, commit } = openRig("text");
  const ana = join("ana");
  ana.session.receive(nothingMore);
  ana.session.receive(encodeUpdate(stateOf("one ")));
  ana.session.receive(encodeFenceRequest(1));
  expect(ana.fences()).toEqual([]);
  commit();
  expect(ana.fences()).toEqual([[1, durable]]);
});

test("[I1] what somebody else wrote first is waited for, too", () => {
  const { join, commit } = openRig("text");
  const [ana, ben] = [join("ana"), join("ben")];
  for (const { session } of [ana, ben]) session.receive(nothingMore);
  ana.session.receive(encodeUpdate(stateOf("one ")));
  ben.session.receive(encodeFenceRequest(1));
  expect(ben.fences()).toEqual([]);
  commit();
  expect(ben.fences()).toEqual([[1, durable]]);
});

test("[I1] a room that ends answers nothing and takes nothing", () => {
  const { room, join, commit } = openRig("text");
  const ana = join("ana");
  ana.session.receive(nothingMore);
  ana.session.receive(encodeUpdate(stateOf("one ")));
  ana.session.receive(encodeFenceRequest(1));
  room.shut();
  ana.session.receive(encodeUpdate(stateOf("two ")));
  ana.session.receive(encodeFenceRequest(2));
  commit();
  expect(ana.fences()).toEqual([]);
  expect(room.enqueued()).toBe(1);
});

test("[I18] a difference goes to the one who asked for it and to nobody else, here or elsewhere", () => {
  const { join, told } = openRig("a text of some length");
  const [ana, ben] = [join("ana"), join("ben")];
  for (const { frames } of [ana, ben]) frames.length = 0;
  told.length = 0;
  ana.session.receive(encodeSyncStep1(Y.encodeStateVector(new Y.Doc())));
  expect(ana.frames.map((frame) => [...frame.slice(0, 2)])).toEqual([[frameTypes.sync, 1]]);
  expect(ben.frames).toEqual([]);
  expect(told).toEqual([]);
});

test("whoever has nothing gets what was encoded once for all, until the text changes", () => {
  const { room, join } = openRig("text");
  const nothing = Y.encodeStateVector(new Y.Doc());
  const first = room.answerStep1(nothing);
  expect(room.answerStep1(nothing)).toBe(first);
  const ana = join("ana");
  ana.session.receive(encodeUpdate(stateOf("more ")));
  const fresh = new Y.Doc();
  Y.applyUpdate(fresh, updateIn(room.answerStep1(nothing) ?? new Uint8Array()));
  expect(fresh.getText("markdown").toString()).toContain("more ");
});

test("who is asked for all they have is given up once they are silent for the time, not while an answer is on its way", () => {
  const { join } = openRig("text", { resyncGraceMs: 1_000 });
  const ana = join("ana");
  ana.session.receive(encodeFenceRequest(1));
  for (let part = 0; part < 5; part++) {
    ana.state.received += 1_000;
    vi.advanceTimersByTime(1_000);
  }
  expect(ana.fences()).toEqual([]);
  vi.advanceTimersByTime(1_000);
  expect(ana.fences()).toEqual([[1, rejected]]);
});

test("time does not run against somebody who is not read from", () => {
  const { join } = openRig("text", { resyncGraceMs: 1_000 });
  const ana = join("ana");
  ana.session.receive(encodeFenceRequest(1));
  ana.socket.pause();
  vi.advanceTimersByTime(10_000);
  expect(ana.fences()).toEqual([]);
  ana.socket.resume();
  vi.advanceTimersByTime(1_000);
  expect(ana.fences()).toEqual([[1, rejected]]);
});

test("a full answer that comes late makes good what was given up", () => {
  const { join, commit } = openRig("text", { resyncGraceMs: 1_000 });
  const ana = join("ana");
  ana.session.receive(encodeUpdate(updateWithGap()));
  vi.advanceTimersByTime(1_000);
  ana.session.receive(encodeFenceRequest(1));
  expect(ana.fences()).toEqual([[1, rejected]]);
  ana.session.receive(encodeSyncStep2(stateOf("all of it ")));
  ana.session.receive(encodeFenceRequest(2));
  commit();
  expect(ana.fences()).toEqual([
    [1, rejected],
    [2, durable],
  ]);
});

test("[I1] what a page held back and shows later is asked for before anything is called stored", () => {
  const { doc, join, commit } = openRig("text");
  const writer = new Y.Doc();
  const [before, after] = ["before ", "after "].map((text) => updateBy(writer, (written) => written.insert(written.length, text)));
  const page = copyOf(doc);
  Y.applyUpdate(page, after ?? new Uint8Array());
  const ana = join("ana");
  const answer = () => ana.session.receive(answerOf(page, doc));
  answer();
  const ben = join("ben");
  ben.session.receive(encodeSyncStep2(before ?? new Uint8Array()));
  Y.applyUpdate(page, before ?? new Uint8Array());
  ana.session.receive(encodeFenceRequest(1));
  commit();
  expect([page.getText("markdown").toJSON().includes("before after "), ana.fences()]).toEqual([true, []]);
  answer();
  commit();
  expect([doc.getText("markdown").toJSON(), ana.fences()]).toEqual([page.getText("markdown").toJSON(), [[1, durable]]]);
  // Nothing is held back any more, so nothing is asked for.
  ana.session.receive(encodeFenceRequest(2));
  expect(ana.fences().at(-1)).toEqual([2, durable]);
});

test("in a deck whose log holds what builds on nothing that is here, what people write is stored all the same", () => {
  const writer = new Y.Doc();
  updateBy(writer, (text) => text.insert(0, "lost "));
  const { doc, join, commit } = openRig(Y.mergeUpdates([stateOf("text"), updateBy(writer, (text) => text.insert(5, "after it "))]));
  const page = copyOf(doc);
  page.getText("markdown").insert(0, "her ");
  const ana = join("ana");
  const answer = () => ana.session.receive(answerOf(page, doc));
  answer();
  ana.session.receive(encodeFenceRequest(1));
  answer();
  commit();
  expect([doc.getText("markdown").toJSON(), ana.closes, ana.fences()]).toEqual(["her text", [], [[1, durable]]]);
});

test("[I6] a role that changes while the room is loaded is the one that counts", () => {
  const { room, connect } = openRig("text");
  const ana = connect("ana");
  ana.session.setRole({ role: "view" });
  ana.start();
  ana.session.receive(encodeUpdate(stateOf("sneaked in ")));
  expect(room.enqueued()).toBe(0);
});

test("[I1] a reader who asks whether their changes are stored is not told so: none of theirs were asked for", () => {
  const { join, commit } = openRig("text");
  const ana = join("ana", { role: "view" });
  ana.session.receive(encodeFenceRequest(1));
  expect(ana.fences()).toEqual([[1, roleDenied]]);
  // The right comes back: now all they have is asked for.
  ana.session.setRole({ role: "edit" });
  ana.session.receive(encodeSyncStep2(stateOf("mine ")));
  ana.session.receive(encodeFenceRequest(2));
  commit();
  expect(ana.fences()).toEqual([
    [1, roleDenied],
    [2, durable],
  ]);
});

test("[I14] fences that pile up without end close their sender", () => {
  const { join } = openRig("text");
  const ana = join("ana");
  for (let version = 1; version <= 2_000; version++) ana.session.receive(encodeFenceRequest(version));
  expect(ana.closes).toEqual([closeCodes.overloaded]);
});

test("[I13] who never reads costs 8 MiB and one frame, is sent away, and nobody else notices", () => {
  const { join, commit } = openRig("");
  const [ana, ben, carl] = [join("ana"), join("ben"), join("carl")];
  ana.session.receive(nothingMore);
  ben.state.isStalled = true;
  const doc = new Y.Doc();
  const size = 200 * 1024;
  for (let round = 0; round < 60; round++) {
    const before = Y.encodeStateVector(doc);
    doc.getText("markdown").delete(0, doc.getText("markdown").length);
    doc.getText("markdown").insert(0, String.fromCharCode(97 + (round % 26)).repeat(size));
    ana.session.receive(encodeUpdate(Y.encodeStateAsUpdate(doc, before)));
  }
  ana.session.receive(encodeFenceRequest(1));
  for (let rows = 0; rows < 10; rows++) commit();
  expect(ben.closes).toEqual([closeCodes.overloaded]);
  expect(ben.state.buffered).toBeGreaterThan(8 * 1024 * 1024);
  expect(ben.state.buffered).toBeLessThanOrEqual(8 * 1024 * 1024 + size + 1_024);
  expect(ana.fences()).toEqual([[1, durable]]);
  expect(carl.closes).toEqual([]);
  expect(carl.frames.filter((frame) => frame.byteLength > size)).toHaveLength(60);
});

test("[I12] a room that is put away leaves no timer behind", async () => {
  const { room, join, commit } = openRig("text");
  const people = Array.from({ length: 20 }, (_, index) => join(`person-${index}`));
  const [ana] = people;
  ana?.session.receive(encodeUpdate(stateOf("one ")));
  ana?.session.receive(encodeAwareness(awarenessOf(7)));
  expect(vi.getTimerCount()).toBeGreaterThan(0);
  commit();
  for (const { session } of people) session.ended({ isLost: false });
  room.shut();
  await room.store();
  await room.settle();
  room.destroy();
  expect(vi.getTimerCount()).toBe(0);
});

test("[I14] a flood in a full room is sent on in pieces, none of which takes long to put together", () => {
  const { join } = openRig("");
  const people = Array.from({ length: 20 }, (_, index) => join(`person-${index}`));
  for (const { frames } of people) frames.length = 0;
  const [ana, ben] = people;
  const typed = 10_000;
  const doc = new Y.Doc();
  doc.on("update", (update: Uint8Array) => ana?.session.receive(encodeUpdate(update)));
  // At the start each time: what is typed there doesn't become one piece by itself.
  for (let index = 0; index < typed; index++) doc.getText("markdown").insert(0, "x");
  vi.advanceTimersByTime(100);
  const updates = (ben?.frames ?? []).flatMap((frame) => (frame[0] === frameTypes.sync && frame[1] === 2 ? [updateIn(frame)] : []));
  const pieces = updates.map((update) => Y.decodeUpdate(update).structs.length);
  expect(pieces.reduce((sum, count) => sum + count, 0)).toBe(typed);
  expect(Math.max(...pieces)).toBeLessThanOrEqual(64);
});

test("one frame larger than the bound still goes out whole to whoever reads", () => {
  const { join } = openRig("");
  const ana = join("ana");
  ana.state.isStalled = true;
  ana.session.send(new Uint8Array(12 * 1024 * 1024));
  expect(ana.closes).toEqual([]);
});

test("[I14] beyond 4 MiB of unstored text writers are not read from, in one deck and over all, until it is stored", () => {
  const { join, commit } = openRig("", { maxPendingBytes: 1_000 });
  const [ana, ben] = [join("ana"), join("ben")];
  ana.session.receive(encodeUpdate(stateOf("x".repeat(1_200))));
  expect([ana.state.isPaused, ben.state.isPaused]).toEqual([true, false]);
  commit();
  expect(ana.state.isPaused).toBe(false);
});
