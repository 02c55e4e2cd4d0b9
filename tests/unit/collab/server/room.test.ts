import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { encodeAwareness, encodeSyncStep2, encodeUpdate, frameTypes } from "@/lib/collab/protocol/frames";
import { readHint } from "@/lib/collab/protocol/hello";
import { readEntries } from "@/lib/collab/server/awareness-table";
import { nothingMore, openRig } from "@/tests/unit/collab/server/rig";
import { copyOf, stateOf } from "@/tests/unit/collab/server/written-docs";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const broken = { isLost: true };
const left = { isLost: false };

/** A client says where its carets are, or with null that it goes. */
function say(client: number, state: object | null = { selections: [] }): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const number of [1, client, 1]) encoding.writeVarUint(encoder, number);
  encoding.writeVarString(encoder, JSON.stringify(state));
  return encodeAwareness(encoding.toUint8Array(encoder));
}

function bodiesOf(type: number, frames: readonly Uint8Array[]): readonly decoding.Decoder[] {
  return frames.flatMap((frame) => {
    const decoder = decoding.createDecoder(frame);
    return decoding.readVarUint(decoder) === type ? [decoder] : [];
  });
}

/** The names of those of whom somebody was told that their connection was lost. */
function lostIn(frames: readonly Uint8Array[]): readonly string[] {
  return bodiesOf(frameTypes.hint, frames).flatMap((decoder) => {
    const hint = readHint(decoder);
    return hint?.kind === "lost" ? [hint.user.name] : [];
  });
}

/** The clients of whom somebody was told that they are gone. */
function goneIn(frames: readonly Uint8Array[]): readonly number[] {
  return bodiesOf(frameTypes.awareness, frames)
    .flatMap((decoder) => readEntries(decoding.readVarUint8Array(decoder)))
    .flatMap(({ client, json }) => (json === "null" ? [client] : []));
}

/** Ana, and somebody who is in and is seen. */
function openPair() {
  const rig = openRig("text");
  const come = (name: string, client: number) => {
    const person = rig.join(name);
    person.session.receive(say(client));
    vi.advanceTimersByTime(100);
    return person;
  };
  return { ...rig, come, ana: come("ana", 1), ben: come("ben", 2) };
}

test("whose connection breaks off is told apart from who leaves, here and elsewhere", () => {
  const { ana, ben, come, told } = openPair();
  come("carl", 3).session.ended(left);
  expect([lostIn(ana.frames), goneIn(ana.frames)]).toEqual([[], [3]]);
  ben.session.ended(broken);
  expect([lostIn(ana.frames), goneIn(ana.frames)]).toEqual([["ben"], [3, 2]]);
  expect(told.flatMap((message) => (message.kind === "lost" ? [message.user.name] : []))).toEqual(["ben"]);
});

test("who is not seen any more is lost, though an older connection of theirs has not been found dead yet", () => {
  const { ana, ben, come } = openPair();
  const again = come("ben", 2);
  again.session.ended(broken);
  expect([lostIn(ana.frames), goneIn(ana.frames)]).toEqual([["ben"], [2]]);
  // That they were lost was said.
  ben.session.ended(broken);
  expect(lostIn(ana.frames)).toEqual(["ben"]);
});

test("who left in order is not called lost when an older connection of theirs is found dead", () => {
  const { ana, ben, come } = openPair();
  come("ben", 2).session.ended(left);
  ben.session.ended(broken);
  expect(lostIn(ana.frames)).toEqual([]);
});

test("who is back before their old connection is found dead is not lost, also where nobody was told of it yet", () => {
  const { ana, ben, join } = openPair();
  join("ben").session.receive(say(2));
  ben.session.ended(broken);
  expect(lostIn(ana.frames)).toEqual([]);
});

test("who said goodbye is not lost, however their connection ended", () => {
  const { ana, ben } = openPair();
  ben.session.receive(say(2, null));
  ben.session.ended(broken);
  expect(lostIn(ana.frames)).toEqual([]);
});

test("who reads too slowly is sent away, and did not leave", () => {
  const { ana, ben } = openPair();
  ben.state.isStalled = true;
  for (let sent = 0; sent < 2; sent++) ben.session.send(new Uint8Array(9 * 1024 * 1024));
  expect([ben.closes.length, lostIn(ana.frames)]).toEqual([1, ["ben"]]);
});

test("that somebody is gone is told also to whom carets are not sent for a while", () => {
  const { ana, ben } = openPair();
  ana.state.isStalled = true;
  ana.session.send(new Uint8Array(300 * 1024));
  ben.session.ended(broken);
  expect([goneIn(ana.frames), lostIn(ana.frames)]).toEqual([[2], ["ben"]]);
});

test("who comes back hears of those whose connections broke off with theirs, and of nobody who is back or was lost long ago", () => {
  const { ana, ben, come } = openPair();
  const carl = come("carl", 3);
  for (const { session } of [ana, ben, carl]) session.ended(broken);
  come("carl", 3);
  expect(lostIn(come("ana", 1).frames)).toEqual(["ben"]);
  vi.advanceTimersByTime(20_000);
  expect(lostIn(come("dora", 4).frames)).toEqual([]);
});

/** Ana and Ben are in, and have said all they have; what a text that follows the deck's sends. */
function openWriters() {
  const rig = openRig("text");
  const [ana, ben] = [rig.join("ana"), rig.join("ben")];
  for (const { session } of [ana, ben]) session.receive(nothingMore);
  const copy = copyOf(rig.doc);
  const type = (change: (text: Y.Text) => void) => {
    const known = Y.encodeStateVector(copy);
    change(copy.getText("markdown"));
    return Y.encodeStateAsUpdate(copy, known);
  };
  return { ...rig, ana, ben, type };
}

test("what somebody types is on its way to the others before the document has it, and not to its author", () => {
  const { ana, ben, doc, type } = openWriters();
  const frame = encodeUpdate(type((text) => text.insert(4, "!")));
  const sent = [ana.frames.length, ben.frames.length];
  const textWhenSent: string[] = [];
  ben.state.onSend = () => textWhenSent.push(doc.getText("markdown").toString());
  ana.session.receive(frame);
  expect(textWhenSent).toEqual(["text"]);
  expect(doc.getText("markdown").toString()).toBe("text!");
  expect([ana.frames.slice(sent[0]), ben.frames.slice(sent[1])]).toEqual([[], [frame]]);
});

test("all that a client has is passed on without what the others know", () => {
  const { ana, ben, doc, type } = openWriters();
  const answer = type((text) => text.delete(0, 1));
  ana.session.receive(encodeUpdate(answer));
  const sent = ben.frames.length;
  ana.session.receive(encodeSyncStep2(type((text) => text.insert(0, "T"))));
  expect(doc.getText("markdown").toString()).toBe("Text");
  const [frame] = ben.frames.slice(sent);
  expect(frame && deletionsIn(frame)).toBe(0);
});

/** How many ranges an update's frame deletes. */
function deletionsIn(frame: Uint8Array): number {
  const decoder = decoding.createDecoder(frame);
  for (const number of [frameTypes.sync, 2]) expect(decoding.readVarUint(decoder)).toBe(number);
  return Y.decodeUpdate(decoding.readVarUint8Array(decoder)).ds.clients.size;
}

test("what is told to somebody else goes ahead of being stored; what nobody else hears of is stored at once", () => {
  const headStartOf = (names: readonly string[], hasOthers: boolean) => {
    const { join, headStartMs } = openRig("", { hasOthers });
    const [first] = names.map((name) => join(name));
    first?.session.receive(nothingMore);
    first?.session.receive(encodeUpdate(stateOf("words")));
    return headStartMs();
  };
  expect(headStartOf(["ana"], false)).toBe(0);
  expect(headStartOf(["ana", "ben"], false)).toBeGreaterThan(0);
  expect(headStartOf(["ana"], true)).toBeGreaterThan(0);
});

test("rows of a full room rest, so that each carries what several wrote, never long; where few are, nobody waits", () => {
  const { join, room, restMs } = openRig("");
  const fill = (people: number) => {
    while (room.sessions.size < people) join(`person ${room.sessions.size}`);
  };
  const first = join("ana");
  first.session.receive(nothingMore);
  first.session.receive(encodeUpdate(stateOf("words")));
  fill(24);
  expect(restMs()).toBe(0);
  fill(60);
  const restOfSixty = restMs();
  expect(restOfSixty).toBeGreaterThan(0);
  fill(200);
  expect(restMs()).toBeGreaterThan(restOfSixty ?? Number.NaN);
  expect(restMs()).toBeLessThanOrEqual(100);
});
