import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { DeckId } from "@/lib/api/ids";
import { compactDeck } from "@/lib/collab/server/compact";
import { loadDoc } from "@/lib/collab/server/load-doc";
import { renewDeck } from "@/lib/collab/server/renew";
import { log, openCollabHouse, textIn, type, updateOf, type CollabHouse } from "@/tests/integration/collab/house";
import { eventually } from "@/tests/support/eventually";

let house: CollabHouse;
beforeAll(async () => {
  house = await openCollabHouse({ tuning: { idleMs: 50, compareMs: 50 } });
});
afterEach(() => house.clear());
afterAll(() => house.close());

const context = () => ({ pool: house.database.pool, updateLog: house.updateLog, log });

/** A deck with rows 1 to 9 that somebody wrote each, and snapshots at 4 and 7. */
async function deckWithTwoSnapshots() {
  const deckId = await house.makeDeck("1");
  await write(deckId, 4);
  await compactDeck(context(), deckId);
  await write(deckId, 7);
  await compactDeck(context(), deckId);
  await write(deckId, 9);
  return deckId;
}

/** Somebody goes on until the log has so many rows; each adds its number. */
async function write(deckId: DeckId, rows: number): Promise<void> {
  const userId = await house.makePerson();
  const addNumber = (text: string) => `${text} ${Number(text.split(" ").at(-1)) + 1}`;
  for (let seq = 0; seq < rows;) ({ seq } = await house.collab.editDeck(deckId, addNumber, { kind: "api", userId }));
}

async function lose(deckId: DeckId, { snapshots = [], rows = [] }: { readonly snapshots?: readonly number[]; readonly rows?: readonly number[] }) {
  await house.database.pool.query("DELETE FROM collab_snapshot WHERE doc_id = $1 AND seq = ANY($2)", [deckId, snapshots]);
  await house.database.pool.query("DELETE FROM collab_update WHERE doc_id = $1 AND seq = ANY($2)", [deckId, rows]);
}

async function load(deckId: DeckId) {
  const loaded = await loadDoc(house.updateLog, deckId, log);
  return { text: loaded?.doc.getText("markdown").toString(), isDamaged: loaded?.isDamaged };
}

/** What of the deck was passed on to what is made of settled texts. */
const settledTexts = (deckId: DeckId) => house.settled.filter((settled) => settled.deckId === deckId).map(({ text }) => text.markdown);

/** Every row of the log and every snapshot, as they are stored. */
async function storedParts(deckId: DeckId): Promise<unknown> {
  const sql = `SELECT 'row' AS what, seq, payload AS bytes FROM collab_update WHERE doc_id = $1
               UNION ALL SELECT 'snapshot', seq, state FROM collab_snapshot WHERE doc_id = $1 ORDER BY 1, 2`;
  return (await house.database.pool.query(sql, [deckId])).rows;
}

const whole = "1 2 3 4 5 6 7 8 9";

test("[I5] where the newest snapshot is missing the one before and its rows take its place, and the next one makes the deck whole again", async () => {
  const deckId = await deckWithTwoSnapshots();
  await lose(deckId, { snapshots: [7] });
  expect(await load(deckId)).toEqual({ text: whole, isDamaged: false });
  const before = settledTexts(deckId).length;
  const ana = await house.open(deckId);
  await eventually(() => expect(textIn(ana)).toBe(whole));
  type(ana, whole.length, " 10");
  await eventually(() => expect(ana.saveState).toEqual({ state: "saved" }));
  await eventually(() => expect(settledTexts(deckId).slice(before).at(-1)).toBe(`${whole} 10`));
  expect(settledTexts(deckId).slice(before)).not.toContain("");
  ana.stop();
  expect(await compactDeck(context(), deckId)).toBe(true);
  // Now by the new one alone.
  await lose(deckId, { snapshots: [4] });
  expect(await load(deckId)).toEqual({ text: `${whole} 10`, isDamaged: false });
});

test("[I5] a deck that is its snapshot alone is not empty where that is missing: it is made anew of the one before and its rows", async () => {
  const deckId = await deckWithTwoSnapshots();
  await compactDeck(context(), deckId);
  await lose(deckId, { snapshots: [9] });
  expect(await load(deckId)).toEqual({ text: whole, isDamaged: false });
  expect(await compactDeck(context(), deckId)).toBe(true);
  await lose(deckId, { snapshots: [7] });
  expect(await load(deckId)).toEqual({ text: whole, isDamaged: false });
});

test.each([
  { what: "missing", spoil: (deckId: DeckId) => lose(deckId, { snapshots: [9] }) },
  {
    what: "torn",
    spoil: (deckId: DeckId) => house.database.pool.query("UPDATE collab_snapshot SET state = 'x' WHERE doc_id = $1 AND seq = 9", [deckId]),
  },
])("[I5] a deck whose newest snapshot is $what gets it anew as it is opened: it has two ways to be recovered again", async ({ spoil }) => {
  const deckId = await deckWithTwoSnapshots();
  await compactDeck(context(), deckId);
  await spoil(deckId);
  const ana = await house.open(deckId);
  await eventually(() => expect(textIn(ana)).toBe(whole));
  await eventually(async () => expect((await house.updateLog.pull(deckId, 0))?.parts.map(({ payload }) => payload.length > 1)).toEqual([true]));
  await lose(deckId, { snapshots: [7] });
  expect(await load(deckId)).toEqual({ text: whole, isDamaged: false });
});

test.each([
  { what: "a row in the midst of the log", lost: { rows: [8] }, left: "1 2 3 4 5 6 7" },
  { what: "the last row", lost: { rows: [9] }, left: "1 2 3 4 5 6 7 8" },
  { what: "both snapshots", lost: { snapshots: [4, 7] }, left: "" },
  // What is left by the way that has more of it.
  { what: "the newest snapshot and a row that the one before needs", lost: { snapshots: [7], rows: [6] }, left: "1 2 3 4 5" },
])("[I4] a deck that lacks $what is shown as far as it can be read, and nothing is made of what is left", async ({ lost, left }) => {
  const deckId = await deckWithTwoSnapshots();
  await lose(deckId, lost);
  const [parts, settled] = [await storedParts(deckId), settledTexts(deckId).length];
  expect(await load(deckId)).toEqual({ text: left, isDamaged: true });

  const ana = await house.open(deckId);
  await eventually(() => expect(ana.saveState).toMatchObject({ state: "read-only", isDamaged: true }));
  expect([textIn(ana), ana.canEdit]).toEqual([left, false]);
  ana.stop();
  await eventually(() => expect(house.collab.stats().rooms).toBe(0));

  const userId = await house.makePerson();
  await expect(house.collab.editDeck(deckId, () => "other", { kind: "api", userId })).rejects.toMatchObject({ code: "unavailable" });
  await expect(house.collab.readDeck(deckId)).rejects.toMatchObject({ code: "unavailable" });
  await expect(compactDeck(context(), deckId)).rejects.toThrow("missing");
  expect(await renewDeck(context(), deckId)).toBeUndefined();
  expect(settledTexts(deckId)).toHaveLength(settled);
  expect(await storedParts(deckId)).toEqual(parts);
});

test("[I4] rows behind the log's end are noticed: nothing could be stored there", async () => {
  const deckId = await deckWithTwoSnapshots();
  await house.database.pool.query("UPDATE collab_doc SET head_seq = 8 WHERE doc_id = $1", [deckId]);
  expect(await load(deckId)).toEqual({ text: whole, isDamaged: true });
});

test("[I4] a hole in rows that a process has to fetch ends its room, and whoever comes back is told", async () => {
  const deckId = await house.makeDeck("1");
  const ana = await house.open(deckId);
  await eventually(() => expect(ana.saveState).toEqual({ state: "saved" }));
  await house.database.pool.query(
    `WITH third AS (INSERT INTO collab_update (doc_id, seq, generation, payload, n)
                    SELECT doc_id, 3, generation, payload, n FROM collab_update WHERE doc_id = $1 RETURNING doc_id)
     UPDATE collab_doc SET head_seq = 3 WHERE doc_id = $1`,
    [deckId],
  );
  await eventually(() => expect(ana.saveState).toMatchObject({ state: "read-only", isDamaged: true }));
  expect(textIn(ana)).toBe("1");
});

test("a deck that lacks a part begins anew with a text, is whole for whoever comes, and who has it open is told who did it", async () => {
  const deckId = await deckWithTwoSnapshots();
  await lose(deckId, { rows: [8] });
  const ana = await house.open(deckId);
  await eventually(() => expect(ana.saveState).toMatchObject({ state: "read-only", isDamaged: true }));
  expect(house.damaged).toContain(deckId);
  const [userId, expected] = [await house.makePerson(), await house.collab.readRest(deckId)];
  const { generation } = await house.collab.replaceDamaged(deckId, "as it was", { userId, by: "Ben", expected });
  await eventually(() => expect(ana.status).toMatchObject({ state: "ended", reason: "replaced", title: "This deck was replaced by Ben" }));
  const ben = await house.open(deckId, { userId, getToken: async () => house.tokenFor(deckId, { userId, generation }) });
  await eventually(() => expect(textIn(ben)).toBe("as it was"));
  type(ben, 0, "and on ");
  await eventually(() => expect(ben.saveState).toEqual({ state: "saved" }));
  await eventually(() => expect(settledTexts(deckId).slice(-2)).toEqual(["as it was", "and on as it was"]));
});

test("[I1] of a deck that lacks a part nothing is dropped where somebody wrote since, in a process that has it whole", async () => {
  const deckId = await deckWithTwoSnapshots();
  await lose(deckId, { rows: [8] });
  const expected = await house.collab.readRest(deckId);
  const entry = { docId: deckId, generation: 1, updates: [updateOf("more")], kind: "edit" as const, userIds: [] };
  expect((await house.updateLog.append([entry])).get(deckId)).toMatchObject({ state: "committed" });
  const parts = await storedParts(deckId);
  const replacing = house.collab.replaceDamaged(deckId, "as it was", { userId: await house.makePerson(), by: "Ben", expected });
  await expect(replacing).rejects.toMatchObject({ code: "stale" });
  expect(await storedParts(deckId)).toEqual(parts);
});
