import * as encoding from "lib0/encoding";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { UserId } from "@/lib/api/ids";
import { encodeAwareness } from "@/lib/collab/protocol/frames";
import { openCollabHouse, textIn, type, type CollabHouse } from "@/tests/integration/collab/house";
import { eventually } from "@/tests/support/eventually";

let house: CollabHouse;
beforeAll(async () => {
  house = await openCollabHouse();
});
afterEach(() => house.clear());
afterAll(() => house.close());

function awarenessOf(clientId: number, state: unknown): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 1);
  encoding.writeVarUint(encoder, clientId);
  encoding.writeVarUint(encoder, 9);
  encoding.writeVarString(encoder, JSON.stringify(state));
  return encodeAwareness(encoding.toUint8Array(encoder));
}

test("whose connection breaks off is told apart from who leaves", async () => {
  const deckId = await house.makeDeck("text");
  const ana = await house.open(deckId);
  const [ben, carl] = [await house.connect(deckId, "edit"), await house.connect(deckId, "edit")];
  ben.ws.send(awarenessOf(4711, { selections: [] }));
  carl.ws.send(awarenessOf(4712, { selections: [] }));
  const others = () => ana.people.get().flatMap(({ id, isSelf, isLost }) => (isSelf ? [] : [{ id, isLost }]));
  const stop = ana.people.subscribe(() => undefined);
  await eventually(() => expect(others()).toHaveLength(2));
  carl.ws.close(1001);
  await eventually(() => expect(others()).toEqual([{ id: ben.userId, isLost: false }]));
  ben.ws.terminate();
  await eventually(() => expect(others()).toEqual([{ id: ben.userId, isLost: true }]));
  stop();
});

test("who connects anew, with another name perhaps, is seen again by those who stayed", async () => {
  const deckId = await house.makeDeck("text");
  const userId = await house.makePerson();
  const [ana, ben] = [await house.open(deckId), await house.open(deckId, { userId })];
  const stop = ana.people.subscribe(() => undefined);
  const isHere = () => ana.people.get().some(({ id, isLost }) => id === userId && !isLost);
  await eventually(() => expect(isHere()).toBe(true));
  const before = ana.awareness.meta.get(ben.doc.clientID)?.clock ?? 0;
  ben.setPerson({ name: "Benjamin", color: "red" });
  await eventually(() => {
    expect(ana.awareness.meta.get(ben.doc.clientID)?.clock).toBeGreaterThan(before + 1);
    expect(isHere()).toBe(true);
  });
  stop();
});

test("[I7] what somebody says of another client, or of who they are, is not passed on", async () => {
  const deckId = await house.makeDeck("text");
  const ana = await house.open(deckId);
  const mallory = await house.connect(deckId, "edit");
  mallory.ws.send(awarenessOf(ana.doc.clientID, { user: { id: "x", name: "Forged", color: "red" } }));
  mallory.ws.send(awarenessOf(4711, { user: { id: "x", name: "The owner", color: "red" }, selections: [] }));
  await eventually(() => expect(ana.awareness.getStates().get(4711)).toMatchObject({ user: { id: mallory.userId, name: "Ana" } }));
  // The name would be Mallory's by right: whose the client is counts.
  expect(JSON.stringify(ana.awareness.getStates().get(ana.doc.clientID))).not.toContain(mallory.userId);
  const ben = await house.open(deckId);
  await eventually(() => expect([...ben.awareness.getStates().keys()]).toContain(4711));
  expect(JSON.stringify([...ben.awareness.getStates().values()])).not.toContain("Forged");
  mallory.ws.close();
  await eventually(() => expect(ben.awareness.getStates().has(4711)).toBe(false));
});

test("carets come through, and a client that reconnects is seen again", async () => {
  const deckId = await house.makeDeck("text");
  const [ana, ben] = await Promise.all([house.open(deckId), house.open(deckId)]);
  await eventually(() => expect(ben.awareness.getStates().has(ana.doc.clientID)).toBe(true));
  await house.restart();
  await eventually(() => {
    expect(ana.saveState).toEqual({ state: "saved" });
    expect(ben.awareness.getStates().has(ana.doc.clientID)).toBe(true);
    expect(ana.awareness.getStates().has(ben.doc.clientID)).toBe(true);
  });
});

test("[I7] who becomes somebody else while a deck stays open goes on writing, and is seen as who they are now", async () => {
  const deckId = await house.makeDeck("text");
  const guest = await house.makePerson("edit");
  let who: { userId: UserId; formerly: readonly UserId[] } = { userId: guest, formerly: [] };
  const ben = await house.open(deckId);
  const stop = ben.people.subscribe(() => undefined);
  const tab = await house.open(deckId, { userId: guest, getToken: async () => house.tokenFor(deckId, who) });
  type(tab, 0, "one ");
  await eventually(() => expect(tab.saveState).toEqual({ state: "saved" }));
  // In another tab the guest signs up: what they were has no rights from then on.
  who = { userId: await house.makePerson("edit"), formerly: [guest] };
  house.roles.set(guest, undefined);
  await house.collab.recheckRoles([deckId]);
  type(tab, 0, "two ");
  await eventually(() => expect(tab.saveState).toEqual({ state: "saved" }));
  await eventually(() => expect(ben.people.get().map(({ id }) => id)).toContain(who.userId));
  expect(ben.people.get().map(({ id }) => id)).not.toContain(guest);
  expect(textIn(ben)).toBe("two one text");
  expect(await house.stored(deckId)).toBe("two one text");
  stop();
});
