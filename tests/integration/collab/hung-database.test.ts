import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
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

async function lockRow(deckId: string): Promise<void> {
  const client = await house.database.pool.connect();
  await client.query("BEGIN");
  await client.query("SELECT 1 FROM collab_doc WHERE doc_id = $1 FOR UPDATE", [deckId]);
  const unlock = async () => {
    locks.delete(unlock);
    await client.query("ROLLBACK");
    client.release();
  };
  locks.add(unlock);
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
  await lockRow(deckId);
  ana.stop();
  await eventually(async () => {
    const { rows } = await house.database.pool.query(
      "SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%collab_snapshot%'",
    );
    expect(rows).not.toEqual([]);
  });
  const ben = await house.open(deckId);
  await eventually(() => expect(textIn(ben)).toBe(written));
});
