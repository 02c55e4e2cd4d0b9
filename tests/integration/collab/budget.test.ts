import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { closeCodes } from "@/lib/collab/protocol/close-codes";
import { frameTypes } from "@/lib/collab/protocol/frames";
import type { DeckId, UserId } from "@/lib/api/ids";
import { openCollabHouse, textIn, type, type CollabHouse } from "@/tests/integration/collab/house";
import { lockAllDecks } from "@/tests/integration/collab/locks";
import { eventually } from "@/tests/support/eventually";

let house: CollabHouse;
/** One with room for two decks, that puts none away by itself. */
let small: CollabHouse;
const deckBytes = 15_000;
beforeAll(async () => {
  house = await openCollabHouse({ tuning: { idleMs: 50 } });
  small = await openCollabHouse({ tuning: { idleMs: 3_600_000, beatMs: 100, memoryBytes: deckBytes * 13 * 2.5 } });
});
afterEach(() => {
  house.clear();
  small.clear();
});
afterAll(() => Promise.all([house.close(), small.close()]));

async function knockAt(at: CollabHouse, deckId: DeckId, person?: UserId) {
  const userId = person ?? (await at.makePerson());
  return at.knock(deckId, { protocols: ["collab.v1", `auth.${at.tokenFor(deckId, { userId }).token}`] });
}

test("[I12] decks that were opened and left leave nothing behind", async () => {
  const decks = await Promise.all(Array.from({ length: 50 }, (_, index) => house.makeDeck(`deck ${index}`)));
  const beforeAnyDeck = house.buses.map((bus) => bus.listeners());
  const sessions = await Promise.all(decks.map((deckId) => knockAt(house, deckId)));
  await eventually(() => {
    for (const { frames } of sessions) expect(frames[0]?.[0]).toBe(frameTypes.hello);
  });
  expect(house.collab.stats()).toEqual({ rooms: 50, connections: 50 });
  for (const { ws } of sessions) ws.close();
  await eventually(() => expect(house.collab.stats()).toEqual({ rooms: 0, connections: 0 }));
  expect(house.buses.map((bus) => bus.listeners())).toEqual(beforeAnyDeck);
});

test("where memory is short, decks nobody is in go first, and then nobody new is let in", async () => {
  const decks = await Promise.all(Array.from({ length: 4 }, () => small.makeDeck("x".repeat(deckBytes))));
  const [left, second, third, fourth] = decks;
  if (left === undefined || second === undefined || third === undefined || fourth === undefined) throw new Error("no decks");
  const first = await knockAt(small, left);
  await eventually(() => expect(first.frames.length).toBeGreaterThan(0));
  first.ws.close();
  await eventually(() => expect(small.collab.stats()).toEqual({ rooms: 1, connections: 0 }));
  for (const deckId of [second, third]) {
    const session = await knockAt(small, deckId);
    await eventually(() => expect(session.frames[0]?.[0]).toBe(frameTypes.hello));
  }
  await eventually(() => expect(small.collab.stats()).toEqual({ rooms: 2, connections: 2 }));
  const refused = await knockAt(small, fourth);
  await eventually(() => expect(refused.closes).toEqual([closeCodes.overloaded]));
  // Whose deck is open gets in still.
  const another = await knockAt(small, third);
  await eventually(() => expect(another.frames[0]?.[0]).toBe(frameTypes.hello));
});

test.each([
  { when: "as after a restart", log_bytes: deckBytes },
  { when: "and turn out to be larger than they were said to be", log_bytes: 0 },
])(
  "where memory is short, decks that many people come to at once, $when, are let in no further than those that come one by one",
  async ({ log_bytes }) => {
    const decks = await Promise.all(Array.from({ length: 12 }, () => small.makeDeck("x".repeat(deckBytes))));
    await small.database.pool.query("UPDATE collab_doc SET log_bytes = $1", [log_bytes]);
    // Nobody reads anything of a deck until all are there.
    const unlock = await lockAllDecks(small);
    const sessions = await Promise.all(decks.map((deckId) => knockAt(small, deckId)));
    await eventually(() => expect(small.collab.stats().connections).toBe(12));
    await unlock();
    await eventually(() => {
      for (const { frames, closes } of sessions) expect(frames.length + closes.length).toBeGreaterThan(0);
    });
    expect(sessions.flatMap(({ closes }) => closes)).toEqual(Array.from({ length: 10 }, () => closeCodes.overloaded));
    await eventually(() => expect(small.collab.stats()).toEqual({ rooms: 2, connections: 2 }));
  },
);

test("[I12] decks that grow once they are open are kept within the memory: who filled it is sent to try again, and loses nothing", async () => {
  const decks = await Promise.all(Array.from({ length: 3 }, () => small.makeDeck("")));
  const [left, quiet, grown] = decks;
  if (left === undefined || quiet === undefined || grown === undefined) throw new Error("no decks");
  const first = await small.open(left);
  const ben = await small.open(quiet);
  const ana = await small.open(grown);
  for (const source of [first, ben]) type(source, 0, "x".repeat(deckBytes));
  await eventually(() => expect([first.saveState, ben.saveState]).toEqual([{ state: "saved" }, { state: "saved" }]));
  first.stop();
  await eventually(() => expect(small.collab.stats()).toEqual({ rooms: 3, connections: 2 }));

  // Nobody is in the first: it goes, and those who write notice nothing.
  type(ana, 0, "y".repeat(deckBytes));
  await eventually(() => expect(small.collab.stats()).toEqual({ rooms: 2, connections: 2 }));
  await eventually(() => expect(ana.saveState).toEqual({ state: "saved" }));

  // Just within it, and then by so little over it that only a beat notices.
  const [most, rest] = ["z".repeat(deckBytes / 2 - 500), "and a little ".repeat(80)];
  type(ana, 0, most);
  await eventually(() => expect(ana.saveState).toEqual({ state: "saved" }));
  expect(small.collab.stats()).toEqual({ rooms: 2, connections: 2 });
  type(ana, 0, rest);
  await eventually(() => expect(ana.saveState.state).toBe("offline"));
  // What she had written by then is stored, and she has all of it; there is no place for her deck yet.
  expect((await small.stored(grown))?.length).toBeGreaterThanOrEqual(most.length + deckBytes);
  await eventually(() => expect(small.collab.stats()).toEqual({ rooms: 1, connections: 1 }));
  type(ana, 0, "offline ");
  type(ben, 0, "and on ");
  await eventually(() => expect(ben.saveState).toEqual({ state: "saved" }));
  expect(ben.status.state).toBe("ready");

  ben.stop();
  await eventually(() => expect(ana.saveState).toEqual({ state: "saved" }));
  expect(textIn(ana)).toBe(`offline ${rest}${most}${"y".repeat(deckBytes)}`);
  expect(await small.stored(grown)).toBe(textIn(ana));
});

test("[I14] nobody has a deck open in more than 24 places at once, and whoever else comes gets in", async () => {
  const [deckId, another] = [await house.makeDeck("text"), await house.makeDeck("text")];
  const mallory = await house.makePerson("view");
  const sessions = await Promise.all(Array.from({ length: 24 }, () => knockAt(house, deckId, mallory)));
  const refused = await knockAt(house, deckId, mallory);
  await eventually(() => expect(refused.closes).toEqual([closeCodes.overloaded]));
  for (const other of [await knockAt(house, deckId), await knockAt(house, another, mallory)])
    await eventually(() => expect(other.frames[0]?.[0]).toBe(frameTypes.hello));
  expect(sessions.flatMap(({ closes }) => closes)).toEqual([]);
  sessions[0]?.ws.close();
  await eventually(() => expect(house.collab.stats().connections).toBe(25));
  const again = await knockAt(house, deckId, mallory);
  await eventually(() => expect(again.frames[0]?.[0]).toBe(frameTypes.hello));
});
