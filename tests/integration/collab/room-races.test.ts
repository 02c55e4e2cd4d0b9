import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { openCollabHouse, textIn, type, updateOf, type CollabHouse } from "@/tests/integration/collab/house";
import { lockAllDecks, lockDeck, waitingWith } from "@/tests/integration/collab/locks";
import { eventually } from "@/tests/support/eventually";

let house: CollabHouse;
beforeAll(async () => {
  house = await openCollabHouse({ tuning: { idleMs: 250 } });
});
afterEach(() => house.clear());
afterAll(() => house.close());

/** Lets so much time pass that a room which was left by now has been put away. */
async function letIdleTimePass(openMeanwhile: number): Promise<void> {
  const visitor = await house.open(await house.makeDeck("elsewhere"));
  visitor.stop();
  await eventually(() => expect(house.collab.stats()).toEqual({ rooms: openMeanwhile, connections: openMeanwhile }));
}

/** Somebody who wants into a deck stands in line for what is locked. */
async function isAwaited(): Promise<void> {
  expect(await waitingWith(house, "collab_doc")).not.toEqual([]);
}

test("[I8] who was sent out of a room leaves the room that came after it alone", async () => {
  const deckId = await house.makeDeck("text");
  await house.open(deckId);
  await house.collab.closeDeck(deckId, "replaced");
  const ben = await house.open(deckId);
  await letIdleTimePass(1);
  const carl = await house.open(deckId);
  type(carl, 0, "Carl's ");
  await eventually(() => expect(textIn(ben)).toBe("Carl's text"));
  type(ben, 0, "Ben's ");
  await eventually(() => {
    expect(ben.saveState).toEqual({ state: "saved" });
    expect(carl.saveState).toEqual({ state: "saved" });
    expect(textIn(carl)).toBe("Ben's Carl's text");
  });
  expect(await house.stored(deckId)).toBe("Ben's Carl's text");
});

test("[I1] [I8] who opens a deck in the moment it is closed gets a room whose Saved is true", async () => {
  const deckId = await house.makeDeck("text");
  const unlock = await lockAllDecks(house);
  const opening = house.open(deckId);
  await eventually(isAwaited);
  const closed = house.collab.closeDeck(deckId, "deleted");
  await unlock();
  await closed;
  const ana = await opening;
  type(ana, 0, "more ");
  await eventually(() => expect(ana.saveState).toEqual({ state: "saved" }));
  expect(await house.stored(deckId)).toBe("more text");
});

test("[I8] who comes while a room is put away waits, and gets all of its text", async () => {
  const deckId = await house.makeDeck("text");
  const ana = await house.open(deckId);
  type(ana, 0, "more ");
  await eventually(() => expect(ana.saveState).toEqual({ state: "saved" }));
  const settle = house.holdSettling();
  ana.stop();
  await eventually(() => expect(house.collab.stats()).toEqual({ rooms: 0, connections: 0 }));
  const opening = house.open(deckId);
  await eventually(() => expect(house.collab.stats().connections).toBe(1));
  // Whoever comes to another deck is let in meanwhile.
  const elsewhere = await house.open(await house.makeDeck("elsewhere"));
  expect(house.collab.stats()).toEqual({ rooms: 1, connections: 2 });
  elsewhere.stop();
  settle();
  const ben = await opening;
  await eventually(() => expect(textIn(ben)).toBe("more text"));
  type(ben, 0, "even ");
  await eventually(() => expect(ben.saveState).toEqual({ state: "saved" }));
  expect(await house.stored(deckId)).toBe("even more text");
});

test("[I8] what the last one to leave had just typed is stored, and then the room is put away", async () => {
  const deckId = await house.makeDeck("text");
  const [ana, ben] = await Promise.all([house.open(deckId), house.open(deckId)]);
  const unlock = await lockDeck(house, deckId);
  type(ana, 0, "last words ");
  await eventually(() => expect(textIn(ben)).toBe("last words text"));
  ana.stop();
  ben.stop();
  await eventually(() => expect(house.collab.stats()).toEqual({ rooms: 1, connections: 0 }));
  await unlock();
  await eventually(() => expect(house.collab.stats().rooms).toBe(0));
  expect(await house.stored(deckId)).toBe("last words text");
});

test("[I8] an end that comes while a deck is loaded waits for it, and whoever was on their way in comes back", async () => {
  const deckId = await house.makeDeck("text");
  const unlock = await lockAllDecks(house);
  const opening = house.open(deckId);
  await eventually(isAwaited);
  const restarted = house.restart();
  await unlock();
  await restarted;
  const ana = await opening;
  type(ana, 0, "more ");
  await eventually(() => expect(ana.saveState).toEqual({ state: "saved" }));
  expect(await house.stored(deckId)).toBe("more text");
});

test("what follows from a text that a process stored and died with follows when the deck is opened", async () => {
  const deckId = await house.makeDeck("text");
  const entry = { docId: deckId, generation: 1, updates: [updateOf("stored by one that died ")], kind: "edit" as const, userIds: [] };
  expect((await house.updateLog.append([entry])).get(deckId)?.state).toBe("committed");
  await house.open(deckId);
  await eventually(() => {
    const last = house.settled.findLast((settled) => settled.deckId === deckId);
    expect(last?.text).toMatchObject({ seq: 2, markdown: expect.stringContaining("stored by one that died") });
  });
});
