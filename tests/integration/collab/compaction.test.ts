import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import * as Y from "yjs";
import type { DeckId } from "@/lib/api/ids";
import { compactDeck } from "@/lib/collab/server/compact";
import { loadDoc } from "@/lib/collab/server/load-doc";
import { buildDoc, missingFrom } from "@/lib/collab/server/pulled-doc";
import { encodePayload } from "@/lib/collab/server/payload";
import { log, openCollabHouse, textIn, type, type CollabHouse } from "@/tests/integration/collab/house";
import { eventually } from "@/tests/support/eventually";

let house: CollabHouse;
beforeAll(async () => {
  house = await openCollabHouse({ tuning: { idleMs: 50 } });
});
afterEach(() => house.clear());
afterAll(() => house.close());

/** A deck whose text goes on growing, row by row, with nobody connected. */
async function growingDeck() {
  const deckId = await house.makeDeck("start ");
  const doc = await house.storedDoc(deckId);
  if (doc === undefined) throw new Error("the deck is not there");
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => updates.push(update));
  const grow = async (rows: number, text = "word ") => {
    for (let row = 0; row < rows; row++) {
      doc.getText("markdown").insert(doc.getText("markdown").length, text);
      if (row % 3 === 2) doc.getText("markdown").delete(0, 2);
      const entry = { docId: deckId, generation: 1, updates: updates.splice(0), kind: "edit" as const, userIds: [] };
      // While somebody compacts, the row is busy.
      while ((await house.updateLog.append([entry])).get(deckId)?.state !== "committed");
    }
  };
  return { deckId, grow, text: () => doc.getText("markdown").toString(), stateVector: () => Y.encodeStateVector(doc) };
}

function compact(deckId: DeckId, updateLog = house.updateLog): Promise<boolean> {
  return compactDeck({ pool: house.database.pool, updateLog, log }, deckId);
}

async function snapshots(deckId: DeckId): Promise<readonly number[]> {
  const { rows } = await house.database.pool.query<{ seq: string }>("SELECT seq FROM collab_snapshot WHERE doc_id = $1 ORDER BY seq", [deckId]);
  return rows.map(({ seq }) => Number(seq));
}

async function snapSeq(deckId: DeckId): Promise<number> {
  const { rows } = await house.database.pool.query<{ snap_seq: string }>("SELECT snap_seq FROM collab_doc WHERE doc_id = $1", [deckId]);
  return Number(rows[0]?.snap_seq);
}

async function load(deckId: DeckId) {
  const loaded = await loadDoc(house.updateLog, deckId, log);
  return { text: loaded?.doc.getText("markdown").toString(), isDamaged: loaded?.isDamaged, doc: loaded?.doc };
}

test("[I5] a snapshot has every row up to its own, and nothing that waits for others", async () => {
  const { deckId, grow, text, stateVector } = await growingDeck();
  await grow(7);
  expect(await compact(deckId)).toBe(true);
  expect(await snapSeq(deckId)).toBe(8);
  await house.database.pool.query("DELETE FROM collab_update WHERE doc_id = $1", [deckId]);
  const { doc, text: rebuilt } = await load(deckId);
  expect(rebuilt).toBe(text());
  expect(doc && Y.encodeStateVector(doc)).toEqual(stateVector());
  expect(doc?.store.pendingStructs).toBeNull();
});

test("[I5] a snapshot of an older state never takes the place of a newer one", async () => {
  const { deckId, grow, text } = await growingDeck();
  await grow(2);
  const stale = await house.updateLog.pull(deckId, 0);
  await grow(2);
  expect(await compact(deckId)).toBe(true);
  const slow = { ...house.updateLog, pull: async () => stale };
  expect(await compact(deckId, slow)).toBe(false);
  expect(await snapSeq(deckId)).toBe(5);
  expect((await load(deckId)).text).toBe(text());
});

test("[I4] the snapshot and its rows rebuild the same as the one before and its rows, and take its place if it rots", async () => {
  const { deckId, grow, text } = await growingDeck();
  for (let round = 0; round < 3; round++) {
    await grow(4);
    await compact(deckId);
  }
  await grow(2);
  expect(await snapshots(deckId)).toEqual([9, 13]);
  const older = await house.updateLog.pullBefore(deckId, 13);
  expect(older?.parts.map(({ seq }) => seq)).toEqual([9, 10, 11, 12, 13, 14, 15]);
  const wrong = new Y.Doc();
  wrong.getText("markdown").insert(0, "not what it was");
  for (const state of [Buffer.from([1, 2, 3]), Buffer.from(Y.encodeStateAsUpdate(wrong))]) {
    await house.database.pool.query("UPDATE collab_snapshot SET state = $2 WHERE doc_id = $1 AND seq = 13", [deckId, state]);
    expect(await load(deckId)).toMatchObject({ text: text(), isDamaged: false });
  }
  // The next snapshot is made from the older one, and all is well again.
  expect(await compact(deckId)).toBe(true);
  expect(await snapshots(deckId)).toEqual([9, 15]);
  expect((await house.updateLog.pull(deckId, 0))?.parts).toHaveLength(1);
  expect(await load(deckId)).toMatchObject({ text: text(), isDamaged: false });
});

test("[I4] of several that compact at once none takes away what another counts on to recover by", async () => {
  const { deckId, grow, text } = await growingDeck();
  const pullNow = async () => {
    const pulled = await house.updateLog.pull(deckId, 0);
    return { ...house.updateLog, pull: async () => pulled };
  };
  await grow(2);
  const first = await pullNow();
  await grow(2);
  const second = await pullNow();
  await compact(deckId, first);
  await grow(2);
  const third = await pullNow();
  await compact(deckId, second);
  await compact(deckId, third);
  const older = await house.updateLog.pullBefore(deckId, await snapSeq(deckId));
  expect(older && missingFrom(older)).toBeUndefined();
  expect(older && buildDoc(older).doc.getText("markdown").toString()).toBe(text());
});

test("[I4] [I5] whoever reads while several compact and others write sees no gap", async () => {
  const { deckId, grow, text } = await growingDeck();
  let isDone = false;
  const growing = grow(30).finally(() => {
    isDone = true;
  });
  const compacting = Array.from({ length: 3 }, async () => {
    while (!isDone) await compact(deckId);
  });
  let afterSeq = 1;
  let reads = 0;
  const follower = await house.storedDoc(deckId);
  while (!isDone) {
    const pulled = await house.updateLog.pull(deckId, afterSeq);
    const rows = pulled?.parts.filter(({ textSha256 }) => textSha256 === undefined) ?? [];
    const base = pulled?.parts.some(({ textSha256 }) => textSha256 !== undefined) === true ? pulled.snapSeq : afterSeq;
    expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_row, index) => base + 1 + index));
    expect(base + rows.length).toBe(pulled?.headSeq);
    expect(pulled && missingFrom(pulled, afterSeq)).toBeUndefined();
    expect((await load(deckId)).isDamaged).toBe(false);
    afterSeq = pulled?.headSeq ?? afterSeq;
    reads++;
  }
  await Promise.all([growing, ...compacting]);
  expect(reads).toBeGreaterThan(0);
  expect(follower).toBeDefined();
  expect((await load(deckId)).text).toBe(text());
});

test("[I14] a deck of more than 1 MiB is compacted by another thread, to the same text", async () => {
  const { deckId, grow, text } = await growingDeck();
  await grow(4, "0123456789abcdef".repeat(20_000));
  expect(await compact(deckId)).toBe(true);
  await house.database.pool.query("DELETE FROM collab_update WHERE doc_id = $1", [deckId]);
  expect(await load(deckId)).toMatchObject({ text: text(), isDamaged: false });
});

test("a log with rows missing is left as it is", async () => {
  const { deckId, grow } = await growingDeck();
  await grow(4);
  await house.database.pool.query("DELETE FROM collab_update WHERE doc_id = $1 AND seq = 3", [deckId]);
  await expect(compact(deckId)).rejects.toThrow("of rows 1 to 5 some are missing");
  expect(await snapSeq(deckId)).toBe(0);
});

test("a deck that is left with a long log is opened from one snapshot next time", async () => {
  const { deckId, grow, text } = await growingDeck();
  await grow(25);
  const ana = await house.open(deckId);
  type(ana, 0, "more ");
  await eventually(() => expect(ana.saveState).toEqual({ state: "saved" }));
  ana.stop();
  await eventually(async () => expect(await snapSeq(deckId)).toBe(27));
  expect((await load(deckId)).text).toBe(`more ${text()}`);
});

test("a deck whose log is one snapshot is passed on as that snapshot, to whoever has nothing of it", async () => {
  const { deckId, grow, text } = await growingDeck();
  await grow(30);
  await compact(deckId);
  const loaded = await loadDoc(house.updateLog, deckId, log);
  const { rows } = await house.database.pool.query<{ state: Buffer }>("SELECT state FROM collab_snapshot WHERE doc_id = $1 ORDER BY seq DESC", [
    deckId,
  ]);
  expect(Buffer.from(loaded?.encoded ?? [])).toEqual(rows[0]?.state);
  const ana = await house.open(deckId);
  await eventually(() => expect(textIn(ana)).toBe(text()));
  await grow(1);
  expect((await loadDoc(house.updateLog, deckId, log))?.encoded).toBeUndefined();
});

test.each([
  { what: "torn", payload: Buffer.from([200, 1, 1]) },
  { what: "no update", payload: Buffer.from(encodePayload([Uint8Array.of(1, 2, 3)])) },
])("a row that is $what is left out and kept apart, and the deck can be read but not written", async ({ payload }) => {
  const { deckId, grow } = await growingDeck();
  await grow(1);
  await house.database.pool.query("UPDATE collab_update SET payload = $2 WHERE doc_id = $1 AND seq = 2", [deckId, payload]);
  const ana = await house.open(deckId);
  await eventually(() => expect(textIn(ana)).toBe("start "));
  await eventually(() =>
    expect(ana.saveState).toMatchObject({ state: "read-only", isDamaged: true, reason: expect.stringContaining("whoever runs this server") }),
  );
  expect(ana.canEdit).toBe(false);
  const userId = await house.makePerson();
  await expect(house.collab.editDeck(deckId, () => "other", { kind: "api", userId })).rejects.toMatchObject({ code: "unavailable" });
  ana.stop();
  await eventually(() => expect(house.collab.stats().rooms).toBe(0));
  // What was derived from it while it was whole stays.
  expect(house.settled.filter((settled) => settled.deckId === deckId)).toEqual([]);
  await eventually(async () => {
    const { rows } = await house.database.pool.query("SELECT reason, bytes FROM collab_quarantine WHERE doc_id = $1", [deckId]);
    expect(rows).toEqual([{ reason: "row 2 can't be read", bytes: payload }]);
  });
});
