import { afterAll, afterEach, beforeAll, expect, onTestFinished, test } from "vitest";
import type { DeckId } from "@/lib/api/ids";
import { closeCodes } from "@/lib/collab/protocol/close-codes";
import { frameTypes } from "@/lib/collab/protocol/frames";
import { openCollabHouse, textIn, type, type CollabHouse } from "@/tests/integration/collab/house";
import { lockAllDecks, lockDeck, waitingWith } from "@/tests/integration/collab/locks";
import { eventually } from "@/tests/support/eventually";

// A statement that never ends, of somebody who holds a lock and stands still.

/** Of the first statement of a deck that is loaded. A snapshot of one that was just left is made by others. */
const loadingWords = "collab_doc d LEFT JOIN collab_snapshot";

let house: CollabHouse;
beforeAll(async () => {
  house = await openCollabHouse({ tuning: { idleMs: 100, tidyMs: 300 } });
});
afterEach(() => house.clear());
afterAll(() => house.close());

test("[I8] a deck that was left is opened again although what follows from its text never comes to an end", async () => {
  const deckId = await house.makeDeck("text");
  onTestFinished(house.holdSettling());
  const ana = await house.open(deckId);
  type(ana, 0, "more ");
  await eventually(() => expect(ana.saveState).toEqual({ state: "saved" }));
  ana.stop();
  await eventually(() => expect(house.collab.stats()).toEqual({ rooms: 0, connections: 0 }));
  const ben = await house.open(deckId);
  await eventually(() => expect(textIn(ben)).toBe("more text"));
});

test("[I8] a deck that was left is opened again although its log can't be made a snapshot of", async () => {
  const deckId = await house.makeDeck("text");
  const ana = await house.open(deckId);
  for (let row = 0; row < 25; row++) {
    type(ana, 0, `${row} `);
    await eventually(() => expect(ana.saveState).toEqual({ state: "saved" }));
  }
  const written = textIn(ana);
  await lockDeck(house, deckId);
  ana.stop();
  await eventually(async () => expect(await waitingWith(house, "INSERT INTO collab_snapshot")).not.toEqual([]));
  const ben = await house.open(deckId);
  await eventually(() => expect(textIn(ben)).toBe(written));
});

test("[I1] a stop stores what waits and says goodbye with 1012, also where a deck can't be loaded in that moment", async () => {
  const [deckId, other] = [await house.makeDeck("text"), await house.makeDeck("elsewhere")];
  const userId = await house.makePerson();
  const [ana, ben] = await Promise.all([house.open(deckId, { userId }), house.open(deckId)]);
  const knock = (id: DeckId) => house.knock(id, { protocols: ["collab.v1", `auth.${house.tokenFor(id, { userId }).token}`] });
  const session = await knock(deckId);
  await eventually(() => expect(session.frames[0]?.[0]).toBe(frameTypes.hello));
  const unlock = await lockAllDecks(house);
  await knock(other);
  await eventually(async () => expect(await waitingWith(house, loadingWords)).not.toEqual([]));
  type(ana, 0, "last words ");
  await eventually(() => expect(textIn(ben)).toBe("last words text"));
  // Nobody who has it comes back.
  ana.stop();
  ben.stop();
  await eventually(() => expect(house.collab.stats().connections).toBe(2));
  const restarted = house.restart();
  for (const pid of await waitingWith(house, loadingWords)) await house.database.pool.query("SELECT pg_terminate_backend($1)", [pid]);
  await eventually(async () => expect(await waitingWith(house, loadingWords)).toEqual([]));
  await unlock();
  await restarted;
  await eventually(() => expect(session.closes).toEqual([closeCodes.restarting]));
  expect(await house.stored(deckId)).toBe("last words text");
});
