import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import * as Y from "yjs";
import type { DeckId } from "@/lib/api/ids";
import type { DeckSource } from "@/lib/collab/client/deck-source";
import { buildDoc } from "@/lib/collab/server/pulled-doc";
import { renewDeck } from "@/lib/collab/server/renew";
import { log, openCollabHouse, textIn, type, type CollabHouse } from "@/tests/integration/collab/house";
import { eventually } from "@/tests/support/eventually";

const maxStateBytes = 20_000;

let house: CollabHouse;
beforeAll(async () => {
  house = await openCollabHouse({ tuning: { maxStateBytes, idleMs: 50 } });
});
afterEach(() => house.clear());
afterAll(() => house.close());

/** Writes in pieces that never become one: each takes many times its length. */
async function scatter(source: DeckSource, characters: number): Promise<void> {
  source.doc.transact(() => {
    for (let index = 0; index < characters; index++) source.text.insert(0, "x");
  });
  await eventually(() => expect(["saved", "not-saved", "read-only"]).toContain(source.saveState.state));
}

async function generationOf(deckId: DeckId): Promise<number | undefined> {
  const { rows } = await house.database.pool.query<{ generation: number }>("SELECT generation FROM collab_doc WHERE doc_id = $1", [deckId]);
  return rows[0]?.generation;
}

async function openAgain(deckId: DeckId, userId: Awaited<ReturnType<CollabHouse["makePerson"]>>): Promise<DeckSource> {
  const generation = (await generationOf(deckId)) ?? 0;
  return house.open(deckId, { userId, getToken: async () => house.tokenFor(deckId, { userId, generation }) });
}

test("a deck whose history is full goes on with the same text and a new history, and says so to everybody in it", async () => {
  const deckId = await house.makeDeck("end");
  const userId = await house.makePerson();
  const [ana, ben] = await Promise.all([house.open(deckId, { userId }), house.open(deckId)]);
  await eventually(() => expect(ana.saveState).toEqual({ state: "saved" }));
  while (ana.status.state !== "ended") await scatter(ana, 500);
  for (const source of [ana, ben]) {
    await eventually(() => expect(source.status).toMatchObject({ state: "ended", reason: "replaced", title: "This deck begins a new history" }));
  }
  await eventually(async () => expect(await generationOf(deckId)).toBeGreaterThan(1));
  const markdown = textIn(ben);
  expect(await house.stored(deckId)).toBe(markdown);
  const again = await openAgain(deckId, userId);
  await eventually(() => expect(textIn(again)).toBe(markdown));
  type(again, 0, "and on ");
  await eventually(() => expect(again.saveState).toEqual({ state: "saved" }));
  expect(await house.stored(deckId)).toBe(`and on ${markdown}`);
});

test("a deck whose history is nearly full is renewed once nobody is in it", async () => {
  const deckId = await house.makeDeck("end");
  const ana = await house.open(deckId);
  await eventually(() => expect(ana.saveState).toEqual({ state: "saved" }));
  while (Y.encodeStateAsUpdate(ana.doc).byteLength < 0.8 * maxStateBytes) await scatter(ana, 100);
  const markdown = textIn(ana);
  expect(await generationOf(deckId)).toBe(1);
  ana.stop();
  await eventually(async () => expect(await generationOf(deckId)).toBeGreaterThan(1));
  expect(await house.stored(deckId)).toBe(markdown);
  expect(house.settled.at(-1)?.text).toMatchObject({ generation: await generationOf(deckId), markdown });
});

test("an edit of the server finds room as well", async () => {
  const deckId = await house.makeDeck("");
  const userId = await house.makePerson();
  const edit = (markdown: string) => house.collab.editDeck(deckId, () => markdown, { kind: "api", userId });
  // Each with its history takes a quarter of the room at most, however long its author's number is.
  for (let round = 0; (await generationOf(deckId)) === 1; round++) await edit(Array.from({ length: 200 }, (_, line) => `${round * line}`).join("\n"));
  const { markdown } = await edit("all new");
  expect(markdown).toBe("all new");
  expect(await house.stored(deckId)).toBe("all new");
});

test("[I5] a renewed deck can be recovered in two ways, and nothing of what came before is left", async () => {
  const deckId = await house.makeDeck("text");
  const renewed = await renewDeck({ pool: house.database.pool, updateLog: house.updateLog, log }, deckId);
  expect(renewed).toMatchObject({ generation: await generationOf(deckId), seq: 2, markdown: "text" });
  const ways = [await house.updateLog.pull(deckId, 0), await house.updateLog.pullBefore(deckId, 2)];
  expect(ways.map((way) => way && buildDoc(way).doc.getText("markdown").toString())).toEqual(["text", "text"]);
  const { rows } = await house.database.pool.query("SELECT seq::int, generation FROM collab_update WHERE doc_id = $1", [deckId]);
  expect(rows).toEqual([{ seq: 2, generation: renewed?.generation }]);
});

test("[I1] what is committed while a deck is being renewed is not dropped: it is renewed another time", async () => {
  const deckId = await house.makeDeck("text");
  const pull: typeof house.updateLog.pull = async (docId, afterSeq) => {
    const pulled = await house.updateLog.pull(docId, afterSeq);
    await house.collab.editDeck(deckId, (markdown) => `more ${markdown}`, { kind: "api", userId: await house.makePerson() });
    return pulled;
  };
  // Not by an error of Postgres that two rows have one number, either.
  await expect(renewDeck({ pool: house.database.pool, updateLog: { ...house.updateLog, pull }, log }, deckId)).resolves.toBeUndefined();
  expect(await generationOf(deckId)).toBe(1);
  expect(await house.stored(deckId)).toBe("more text");
});

test("[I10] a generation's number is not given again by a database that was set back to a backup: browsers know another history by it", async () => {
  const deckId = await house.makeDeck("text");
  const renew = async () => (await renewDeck({ pool: house.database.pool, updateLog: house.updateLog, log }, deckId))?.generation ?? 0;
  const given = await renew();
  await house.database.pool.query("UPDATE collab_doc SET generation = 1 WHERE doc_id = $1", [deckId]);
  // Putting a backup back takes longer than the second that a generation is named by.
  const { rows } = await house.database.pool.query<{ at: Date }>("SELECT now() AS at");
  const isLaterSql = "SELECT now() > $1::timestamptz + interval '1 second' AS is_later";
  await eventually(async () => expect((await house.database.pool.query(isLaterSql, [rows[0]?.at])).rows).toEqual([{ is_later: true }]));
  const next = await renew();
  expect(next).toBeGreaterThan(1);
  expect(next).not.toBe(given);
  // Two in one second have different ones all the same.
  expect(await renew()).toBeGreaterThan(next);
});
