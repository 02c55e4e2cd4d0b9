import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { DeckId } from "@/lib/api/ids";
import { openCollabHouse, textIn, type CollabHouse } from "@/tests/integration/collab/house";
import { eventually } from "@/tests/support/eventually";

const compactRows = 20;

let house: CollabHouse;
beforeAll(async () => {
  house = await openCollabHouse({ tuning: { compactRows, settleQuietMs: 20, idleMs: 20 } });
});
afterEach(() => house.clear());
afterAll(() => house.close());

/** A script that writes the deck anew so often, and how many rows its log ever had after that. */
async function push(deckId: DeckId, times: number): Promise<number> {
  const userId = await house.makePerson();
  let longest = 0;
  for (let round = 1; round <= times; round++) {
    await house.collab.editDeck(deckId, (text) => `${round} ${text}`, { kind: "api", userId });
    longest = Math.max(longest, (await logOf(deckId)).rows);
  }
  return longest;
}

/** As long a log as a process leaves that ended before it could make a snapshot. */
async function makeLongDeck(rows: number): Promise<{ readonly deckId: DeckId; readonly text: string }> {
  const deckId = await house.makeDeck("text");
  const doc = await house.storedDoc(deckId);
  if (doc === undefined) throw new Error("the deck is not there");
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => updates.push(update));
  for (let row = 0; row < rows; row++) {
    doc.getText("markdown").insert(0, `${row} `);
    await house.updateLog.append([{ docId: deckId, generation: 1, updates: updates.splice(0), kind: "edit", userIds: [] }]);
  }
  return { deckId, text: doc.getText("markdown").toString() };
}

async function logOf(deckId: DeckId): Promise<{ readonly rows: number; readonly snapSeq: number }> {
  const { rows } = await house.database.pool.query<{ log_rows: number; snap_seq: string }>(
    "SELECT log_rows, snap_seq FROM collab_doc WHERE doc_id = $1",
    [deckId],
  );
  return { rows: rows[0]?.log_rows ?? 0, snapSeq: Number(rows[0]?.snap_seq) };
}

test("[I14] a log that grows by edits of the server alone is made a snapshot of, as one that grows by typing", async () => {
  const deckId = await house.makeDeck("text");
  const times = 10 * compactRows;
  // It doesn't wait for a pause that may never come.
  expect(await push(deckId, times)).toBeLessThan(times);
  await eventually(async () => expect((await logOf(deckId)).rows).toBeLessThanOrEqual(compactRows));
  expect(await house.stored(deckId)).toBe((await house.collab.readDeck(deckId)).markdown);
});

test("the same where somebody has it open who only looks at it", async () => {
  const deckId = await house.makeDeck("text");
  const ana = await house.open(deckId, { userId: await house.makePerson("view") });
  await push(deckId, compactRows + 10);
  await eventually(async () => expect((await logOf(deckId)).rows).toBeLessThanOrEqual(compactRows));
  const { markdown } = await house.collab.readDeck(deckId);
  await eventually(() => expect(textIn(ana)).toBe(markdown));
});

test("an edit is answered and stored where no snapshot can be made", async () => {
  const deckId = await house.makeDeck("text");
  const times = 5 * compactRows;
  await house.database.pool.query("ALTER TABLE collab_snapshot ADD CONSTRAINT nothing_new CHECK (false) NOT VALID");
  try {
    await push(deckId, times);
  } finally {
    await house.database.pool.query("ALTER TABLE collab_snapshot DROP CONSTRAINT nothing_new");
  }
  expect(await house.collab.readDeck(deckId)).toMatchObject({ seq: times + 1, markdown: expect.stringMatching(/^100 99 98 /) });
});

test("[I14] a deck that is opened with a long log is made a snapshot of, though nobody writes in it", async () => {
  const { deckId, text } = await makeLongDeck(compactRows + 10);
  const ana = await house.open(deckId);
  await eventually(async () => expect(await logOf(deckId)).toEqual({ rows: 0, snapSeq: compactRows + 11 }));
  expect(textIn(ana)).toBe(text);
});

test("one that is not too long, but slow to open, is made a snapshot of as it is left, though nobody wrote in it", async () => {
  const { deckId, text } = await makeLongDeck(compactRows - 1);
  const ana = await house.open(deckId);
  await eventually(() => expect(textIn(ana)).toBe(text));
  expect(await logOf(deckId)).toEqual({ rows: compactRows, snapSeq: 0 });
  ana.stop();
  await eventually(async () => expect(await logOf(deckId)).toEqual({ rows: 0, snapSeq: compactRows }));
});
