import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { openCollabHouse, textIn, type, type CollabHouse } from "@/tests/integration/collab/house";
import { eventually } from "@/tests/support/eventually";

let house: CollabHouse;
beforeAll(async () => {
  house = await openCollabHouse();
});
afterEach(() => house.clear());
afterAll(() => house.close());

test("[I11] an edit from the server is durable when it returns, and shown to everybody connected", async () => {
  const deckId = await house.makeDeck("# Old title\n\ntext\n");
  const userId = await house.makePerson();
  const [ana, ben] = await Promise.all([house.open(deckId), house.open(deckId)]);
  const result = await house.collab.editDeck(deckId, (markdown) => markdown.replace("Old", "New"), { kind: "api", userId });
  expect(result).toMatchObject({ generation: 1, seq: 2, markdown: "# New title\n\ntext\n" });
  expect(await house.stored(deckId)).toBe(result.markdown);
  await eventually(() => {
    expect(textIn(ana)).toBe(result.markdown);
    expect(textIn(ben)).toBe(result.markdown);
  });
  expect(await house.collab.readDeck(deckId)).toMatchObject({ generation: result.generation, seq: result.seq, markdown: result.markdown });
  const { rows } = await house.database.pool.query<{ kind: number; user_ids: string[] }>(
    "SELECT kind, user_ids FROM collab_update WHERE doc_id = $1 AND seq = 2",
    [deckId],
  );
  expect(rows).toEqual([{ kind: 1, user_ids: [userId] }]);
  expect(house.settled.filter((entry) => entry.deckId === deckId).map((entry) => entry.text.seq)).toContain(2);
});

test("[I11] it keeps what others write at the same time", async () => {
  const deckId = await house.makeDeck("head\n\nmiddle\n\ntail\n");
  const userId = await house.makePerson();
  const ana = await house.open(deckId);
  let written = "";
  const change = (markdown: string) => {
    // In between what it changes, by keys that no try of it can have read.
    for (let key = 0; key < 10; key++) {
      const word = `${written.length} `;
      type(ana, textIn(ana).indexOf("dle"), word);
      written += word;
    }
    return markdown.replace("head", "HEAD").replace("tail", "TAIL");
  };
  const result = await house.collab.editDeck(deckId, change, { kind: "api", userId });
  expect(result.markdown).toMatch(/^HEAD\n\nmid.*dle\n\nTAIL\n$/);
  await eventually(() => expect(ana.saveState).toEqual({ state: "saved" }));
  await eventually(() => expect(textIn(ana)).toBe(`HEAD\n\nmid${written}dle\n\nTAIL\n`));
  expect(await house.stored(deckId)).toBe(textIn(ana));
});

test("an edit of a state that is gone is refused as stale and changes nothing", async () => {
  const deckId = await house.makeDeck("one");
  const userId = await house.makePerson();
  const read = await house.collab.readDeck(deckId);
  await house.collab.editDeck(deckId, () => "two", { kind: "api", userId, expected: read });
  await expect(house.collab.editDeck(deckId, () => "three", { kind: "api", userId, expected: read })).rejects.toMatchObject({
    code: "stale",
    status: 412,
  });
  expect(await house.stored(deckId)).toBe("two");
});

test("of many edits that expect the same state exactly one is taken", async () => {
  const deckId = await house.makeDeck("start");
  const userId = await house.makePerson();
  const expected = await house.collab.readDeck(deckId);
  const edits = Array.from({ length: 6 }, (_, index) => house.collab.editDeck(deckId, () => `edit ${index}`, { kind: "api", userId, expected }));
  const results = await Promise.allSettled(edits);
  expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
  expect((await house.collab.readDeck(deckId)).seq).toBe(2);
});

test("edits that expect nothing all arrive, one after the other", async () => {
  const deckId = await house.makeDeck("");
  const userId = await house.makePerson();
  await Promise.all(
    Array.from({ length: 6 }, (_, index) => house.collab.editDeck(deckId, (markdown) => `${markdown}${index}`, { kind: "api", userId })),
  );
  expect([...((await house.stored(deckId)) ?? "")].toSorted().join("")).toBe("012345");
});

test("an edit that changes nothing writes no row; CRLF never gets in", async () => {
  const deckId = await house.makeDeck("a\nb\n");
  const userId = await house.makePerson();
  expect(await house.collab.editDeck(deckId, () => "a\r\nb\r\n", { kind: "api", userId })).toMatchObject({ seq: 1 });
  expect(await house.collab.editDeck(deckId, () => "a\r\nc\r\n", { kind: "api", userId })).toMatchObject({ seq: 2, markdown: "a\nc\n" });
});

test("a deck that isn't there can't be read or edited; one can't be made too long", async () => {
  const userId = await house.makePerson();
  const gone = await house.makeDeck("x");
  await house.database.pool.query("DELETE FROM deck WHERE id = $1", [gone]);
  await expect(house.collab.readDeck(gone)).rejects.toMatchObject({ code: "not-found" });
  await expect(house.collab.editDeck(gone, () => "y", { kind: "api", userId })).rejects.toMatchObject({ code: "not-found" });
  const deckId = await house.makeDeck("x");
  await expect(house.collab.editDeck(deckId, () => "y".repeat(1024 * 1024 + 1), { kind: "api", userId })).rejects.toMatchObject({
    code: "too-large",
  });
});

test("an edit touches nothing but what it changes", async () => {
  const deckId = await house.makeDeck("first line\nsecond line\nthird line\n");
  const userId = await house.makePerson();
  const ana = await house.open(deckId);
  let deltas: unknown;
  ana.text.observe((event) => {
    deltas = event.delta;
  });
  await house.collab.editDeck(deckId, (markdown) => markdown.replace("second", "2nd"), { kind: "api", userId });
  await eventually(() => expect(deltas).toBeDefined());
  expect(deltas).toEqual([{ retain: 11 }, { delete: 4 }, { insert: "2" }]);
});

test("a position is found again wherever the text comes from: an open room, the log, an edit of the server", async () => {
  const deckId = await house.makeDeck("One\n\n---\n\n# B\n");
  const userId = await house.makePerson();
  const read = await house.collab.readDeck(deckId);
  const positions = read.places.encode([0, read.markdown.indexOf("# B")]);
  const ana = await house.open(deckId);
  type(ana, 0, "Before\n\n");
  await eventually(() => {
    const live = house.settled.findLast((entry) => entry.deckId === deckId)?.text;
    expect(live?.places.locate(positions)).toEqual([8, 18]);
  });
  const edited = await house.collab.editDeck(deckId, (markdown) => markdown.replace("One\n\n---\n\n", ""), { kind: "api", userId });
  expect(edited.places.locate(positions)).toEqual(["gone", edited.markdown.indexOf("# B")]);
  expect((await house.collab.readDeck(deckId)).places.locate(positions)).toEqual(["gone", 8]);
});
