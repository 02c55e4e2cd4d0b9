import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { DeckId } from "@/lib/api/ids";
import { openCollabHouse, textIn, type, type CollabHouse } from "@/tests/integration/collab/house";
import { eventually } from "@/tests/support/eventually";

let house: CollabHouse;
let watchful: CollabHouse;
beforeAll(async () => {
  // One that is told of what happened by its own next row alone, and one that looks.
  house = await openCollabHouse({ tuning: { compareMs: 3_600_000 } });
  watchful = await openCollabHouse({ tuning: { compareMs: 50 } });
});
afterEach(() => {
  house.clear();
  watchful.clear();
});
afterAll(() => Promise.all([house.close(), watchful.close()]));

/** What putting an older backup back does to a deck, while people have it open. */
async function setBack({ database }: CollabHouse, deckId: DeckId, seq: number): Promise<void> {
  await database.pool.query(
    `WITH gone AS (DELETE FROM collab_update WHERE doc_id = $1 AND seq > $2)
     UPDATE collab_doc SET head_seq = $2, log_rows = $2::int WHERE doc_id = $1`,
    [deckId, seq],
  );
}

test("[I1] what a database lost that was set back to a backup is brought again by whoever has it, before it is called saved", async () => {
  const deckId = await house.makeDeck("text");
  const [ana, ben] = await Promise.all([house.open(deckId), house.open(deckId)]);
  for (const word of ["one ", "two ", "three "]) {
    type(ana, 0, word);
    await eventually(() => expect(ana.saveState).toEqual({ state: "saved" }));
  }
  await setBack(house, deckId, 2);
  expect(await house.stored(deckId)).toBe("one text");
  type(ana, 0, "four ");
  await eventually(() => expect(ana.saveState).toEqual({ state: "saved" }));
  expect(await house.stored(deckId)).toBe("four three two one text");
  expect((await house.storedDoc(deckId))?.store.pendingStructs).toBeNull();
  await eventually(() => expect(textIn(ben)).toBe("four three two one text"));
});

test("a setback is noticed also where nobody types", async () => {
  const deckId = await watchful.makeDeck("text");
  const ana = await watchful.open(deckId);
  type(ana, 0, "more ");
  await eventually(() => expect(ana.saveState).toEqual({ state: "saved" }));
  await setBack(watchful, deckId, 1);
  await eventually(async () => expect(await watchful.stored(deckId)).toBe("more text"));
});
