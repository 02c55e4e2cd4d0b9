import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate, removeAwarenessStates } from "y-protocols/awareness";
import * as Y from "yjs";
import { createPeopleStore, type PeopleStore } from "@/lib/collab/client/people";
import { personColors } from "@/lib/collab/protocol/person-color";

const ben = { id: "ben", name: "Ben", color: personColors[3] };
let docs: Y.Doc[];
let awareness: Awareness;
let people: PeopleStore;
let stop: () => void;
let calls: number;

beforeEach(() => {
  vi.useFakeTimers();
  docs = [];
  awareness = makeAwareness({ name: "Ana", color: "#0b7285" });
  people = createPeopleStore(awareness);
  calls = 0;
  stop = people.subscribe(() => calls++);
});
afterEach(() => {
  stop();
  people.stop();
  for (const doc of docs) doc.destroy();
  vi.useRealTimers();
});

function makeAwareness(user: object): Awareness {
  const doc = new Y.Doc();
  docs.push(doc);
  const made = new Awareness(doc);
  made.setLocalStateField("user", user);
  return made;
}

/** Somebody with a page of their own comes; returns how that page goes. */
function come(user: object): () => void {
  const peer = makeAwareness(user);
  applyAwarenessUpdate(awareness, encodeAwarenessUpdate(peer, [peer.clientID]), "test");
  return () => removeAwarenessStates(awareness, [peer.clientID], "test");
}

test("the person at the keyboard comes first, and one with two tabs is one person", () => {
  expect(people.get()).toMatchObject([{ name: "Ana", isSelf: true }]);
  come(ben);
  come(ben);
  expect(people.get()).toMatchObject([
    { name: "Ana", isSelf: true },
    { name: "Ben", isSelf: false, id: "ben", isLost: false },
  ]);
  expect(calls).toBe(1);
});

test("who leaves is gone at once, and whose connection was lost is shown so", () => {
  come(ben)();
  expect(people.get()).toHaveLength(1);
  const go = come(ben);
  go();
  people.lose(ben);
  expect(people.get()[1]).toEqual({ ...ben, isSelf: false, isLost: true });
});

test("who was lost is here again when they are back", () => {
  people.lose(ben);
  come(ben);
  expect(people.get().filter(({ id }) => id === "ben")).toEqual([{ ...ben, isSelf: false, isLost: false }]);
});

test("who stays away is forgotten after a minute", () => {
  people.lose(ben);
  vi.advanceTimersByTime(59_000);
  expect(people.get()).toHaveLength(2);
  vi.advanceTimersByTime(1_000);
  expect(people.get()).toHaveLength(1);
});
