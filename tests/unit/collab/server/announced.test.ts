import { randomUUID } from "node:crypto";
import * as decoding from "lib0/decoding";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { closeCodes } from "@/lib/collab/protocol/close-codes";
import { encodeFenceRequest, encodeSyncStep1, encodeSyncStep2, encodeUpdate, frameTypes } from "@/lib/collab/protocol/frames";
import { maxHeldMs } from "@/lib/collab/server/announced";
import type { DeckMessage } from "@/lib/collab/server/deck-messages";
import { encodePayload } from "@/lib/collab/server/payload";
import { nothingMore, openTwoRigs, type openRig } from "@/tests/unit/collab/server/rig";
import { circleOf, copyOf } from "@/tests/unit/collab/server/written-docs";

type Rig = ReturnType<typeof openRig>;
type Person = ReturnType<Rig["join"]>;

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** Somebody with a document of their own, who is in and has said all they have. */
function joinWithDoc(rig: Rig) {
  const id = randomUUID();
  const person = rig.join(id);
  const doc = copyOf(rig.doc);
  person.session.receive(nothingMore);
  const type = (text: string) => {
    const before = Y.encodeStateVector(doc);
    doc.getText("markdown").insert(0, text);
    person.session.receive(encodeUpdate(Y.encodeStateAsUpdate(doc, before)));
  };
  return { ...person, id, doc, type };
}

/** What they see: their document with all that they were sent. */
function textOf({ doc, frames }: Person & { readonly doc: Y.Doc }): string {
  const seen = copyOf(doc);
  for (const frame of frames) {
    const decoder = decoding.createDecoder(frame);
    const [type, kind] = [decoding.readVarUint(decoder), decoding.readVarUint(decoder)];
    if (type === frameTypes.sync && kind !== 0) Y.applyUpdate(seen, decoding.readVarUint8Array(decoder));
  }
  expect(seen.store.pendingStructs).toBeNull();
  return seen.getText("markdown").toString();
}

/** What one process has told so far gets to another; `keep` says which of it. */
async function passOn(from: Rig, to: Rig, keep: (message: DeckMessage) => boolean = () => true): Promise<void> {
  await Promise.resolve();
  for (const message of from.told.splice(0).filter(keep)) {
    if (message.kind === "change") to.room.noteAnnouncement(message);
    if (message.kind === "row") to.room.noteRow({ generation: message.generation, seq: message.seq, announced: message.announced });
  }
}

test("[I8] what is written in one process is seen in another before it is stored, and once", async () => {
  const [here, there] = openTwoRigs("text");
  const [ana, ben] = [joinWithDoc(here), joinWithDoc(there)];
  ana.type("new ");
  await passOn(here, there);
  expect(textOf(ben)).toBe("new text");
  const seen = ben.frames.length;
  here.commit();
  await passOn(here, there);
  expect(there.room.appliedSeq()).toBe(2);
  expect(there.doc.getText("markdown").toString()).toBe("new text");
  expect(ben.frames).toHaveLength(seen);
  // It is the other process's to store.
  vi.advanceTimersByTime(2 * maxHeldMs);
  expect(there.room.enqueued()).toBe(0);
});

test("[I1] whose process died before it stored what they wrote is told Saved by another one only when that has stored it", async () => {
  const [here, there] = openTwoRigs("text");
  const ana = joinWithDoc(here);
  joinWithDoc(there);
  ana.type("new ");
  await passOn(here, there);
  // The other process knows of it, and the client is asked for nothing that it would have to bring.
  const back = there.join(ana.id);
  back.session.receive(encodeSyncStep2(Y.encodeStateAsUpdate(ana.doc, there.room.encodeStateVector())));
  back.session.receive(encodeFenceRequest(1));
  expect(back.fences()).toEqual([]);
  there.commit();
  expect(back.fences()).toEqual([[1, 1]]);
});

test("[I8] what a process announced that dies is stored by one that showed it", async () => {
  const [here, there] = openTwoRigs("text");
  const ana = joinWithDoc(here);
  ana.type("last ");
  await passOn(here, there);
  vi.advanceTimersByTime(maxHeldMs);
  there.commit();
  expect(there.room.durable()).toBe(1);
  expect(there.doc.getText("markdown").toString()).toBe("last text");
});

test("[I8] a room that is put away stores what it showed", async () => {
  const [here, there] = openTwoRigs("text");
  const ana = joinWithDoc(here);
  ana.type("last ");
  await passOn(here, there);
  const finished = there.room.store();
  there.commit();
  await finished;
  expect(there.room.durable()).toBe(1);
});

test("[I8] who comes, and who builds on it, finds what was only announced", async () => {
  const [here, there] = openTwoRigs("text");
  const [ana, ben] = [joinWithDoc(here), joinWithDoc(there)];
  ana.type("one ");
  await passOn(here, there);
  Y.applyUpdate(ben.doc, Y.encodeStateAsUpdate(ana.doc));
  ben.type("two ");
  const carl = joinWithDoc(there);
  carl.session.receive(encodeSyncStep1(Y.encodeStateVector(new Y.Doc())));
  expect(textOf(carl)).toBe("two one text");
  expect(ben.closes).toEqual([]);
  there.commit();
  expect(there.room.durable()).toBe(2);
});

test("[I8] what builds on an announcement that was lost is not shown before all of it can be", async () => {
  const [here, there] = openTwoRigs("text");
  const [ana, ben] = [joinWithDoc(here), joinWithDoc(there)];
  ana.type("one ");
  await passOn(here, there, () => false);
  ana.type("two ");
  await passOn(here, there);
  expect(textOf(ben)).toBe("text");
  vi.advanceTimersByTime(2 * maxHeldMs);
  expect(there.room.enqueued()).toBe(0);
});

test("[I15] what is announced in a circle is shown to nobody", () => {
  const [, there] = openTwoRigs("text");
  const ben = joinWithDoc(there);
  const payload = Buffer.from(encodePayload([circleOf(11, 22)])).toString("base64");
  there.room.noteAnnouncement({ kind: "change", room: "here", generation: 1, first: 1, userId: "mallory", payload });
  expect(textOf(ben)).toBe("text");
  vi.advanceTimersByTime(2 * maxHeldMs);
  expect([there.broken, there.doc.store.pendingStructs]).toEqual([[], null]);
});

test("[I8] who was shown something else than what is stored is sent out", async () => {
  const [here, there] = openTwoRigs("text");
  const [ana, ben] = [joinWithDoc(here), joinWithDoc(there)];
  ben.doc.clientID = ana.doc.clientID;
  ana.type("hers ");
  await passOn(here, there);
  ben.type("else ");
  expect(there.doc.getText("markdown").toString()).toBe("hers text");
  expect(ben.closes).toEqual([closeCodes.apart]);
});

test("[I10] what is announced of another generation is not shown", async () => {
  const [here, there] = openTwoRigs("text");
  const [ana, ben] = [joinWithDoc(here), joinWithDoc(there)];
  ana.type("old ");
  await Promise.resolve();
  for (const message of here.told) if (message.kind === "change") there.room.noteAnnouncement({ ...message, generation: 2 });
  expect(textOf(ben)).toBe("text");
});

test("[I12] a room that is put away waits for no process any more", async () => {
  const [here, there] = openTwoRigs("text");
  joinWithDoc(here).type("one ");
  const before = vi.getTimerCount();
  await passOn(here, there);
  expect(vi.getTimerCount()).toBeGreaterThan(before);
  there.room.destroy();
  expect(vi.getTimerCount()).toBe(before);
});
