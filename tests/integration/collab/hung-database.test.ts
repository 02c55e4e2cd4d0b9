import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { DeckId } from "@/lib/api/ids";
import { closeCodes } from "@/lib/collab/protocol/close-codes";
import { frameTypes } from "@/lib/collab/protocol/frames";
import { openCollabHouse, textIn, type, type CollabHouse } from "@/tests/integration/collab/house";
import { eventually } from "@/tests/support/eventually";

// A statement that never ends, of somebody who holds a lock and stands still.

let house: CollabHouse;
beforeAll(async () => {
  house = await openCollabHouse({ tuning: { idleMs: 100, tidyMs: 300 } });
});
const locks = new Set<() => Promise<void>>();
afterEach(async () => {
  house.clear();
  for (const unlock of locks) await unlock();
});
afterAll(() => house.close());

/** Does what locks something, and keeps it until the returned function is called. */
async function hold(sql: string): Promise<() => Promise<void>> {
  const client = await house.database.pool.connect();
  await client.query(`BEGIN; ${sql}`);
  const unlock = async () => {
    locks.delete(unlock);
    await client.query("ROLLBACK");
    client.release();
  };
  locks.add(unlock);
  return unlock;
}

/** Connections of the engine that wait for a lock with a statement that has this word in it. */
async function waitingWith(word: string): Promise<readonly number[]> {
  const { rows } = await house.database.pool.query<{ pid: number }>(
    "SELECT pid FROM pg_stat_activity WHERE application_name = 'collab-under-test' AND wait_event_type = 'Lock' AND query LIKE $1",
    [`%${word}%`],
  );
  return rows.map(({ pid }) => pid);
}

test("[I8] a deck that was left is opened again although what follows from its text never comes to an end", async () => {
  const deckId = await house.makeDeck("text");
  const release = house.holdSettling();
  locks.add(async () => {
    locks.clear();
    release();
  });
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
  await hold(`SELECT FROM collab_doc WHERE doc_id = '${deckId}' FOR UPDATE`);
  ana.stop();
  await eventually(async () => expect(await waitingWith("INSERT INTO collab_snapshot")).not.toEqual([]));
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
  const unlock = await hold("LOCK TABLE collab_doc IN ACCESS EXCLUSIVE MODE");
  await knock(other);
  await eventually(async () => expect(await waitingWith("collab_doc d LEFT JOIN")).not.toEqual([]));
  type(ana, 0, "last words ");
  await eventually(() => expect(textIn(ben)).toBe("last words text"));
  // Nobody who has it comes back.
  ana.stop();
  ben.stop();
  await eventually(() => expect(house.collab.stats().connections).toBe(2));
  const restarted = house.restart();
  for (const pid of await waitingWith("collab_doc d LEFT JOIN")) await house.database.pool.query("SELECT pg_terminate_backend($1)", [pid]);
  await eventually(async () => expect(await waitingWith("collab_doc d LEFT JOIN")).toEqual([]));
  await unlock();
  await restarted;
  await eventually(() => expect(session.closes).toEqual([closeCodes.restarting]));
  expect(await house.stored(deckId)).toBe("last words text");
});
