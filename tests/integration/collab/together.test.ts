import * as Y from "yjs";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { openCollabHouse, textIn, type, type CollabHouse } from "@/tests/integration/collab/house";
import { eventually } from "@/tests/support/eventually";

let house: CollabHouse;
beforeAll(async () => {
  house = await openCollabHouse({ tuning: { idleMs: 50 } });
});
afterEach(() => house.clear());
afterAll(() => house.close());

test("[I8] two people write one deck and both end with the same text", async () => {
  const deckId = await house.makeDeck("# One\n");
  const [ana, ben] = await Promise.all([house.open(deckId), house.open(deckId)]);
  for (let index = 0; index < 20; index++) {
    type(ana, 0, `a${index} `);
    type(ben, ben.text.length, `b${index} `);
  }
  await eventually(() => {
    expect(textIn(ana)).toContain("b19");
    expect(textIn(ana)).toBe(textIn(ben));
    expect(ana.saveState).toEqual({ state: "saved" });
    expect(ben.saveState).toEqual({ state: "saved" });
  });
  expect(await house.stored(deckId)).toBe(textIn(ana));
});

test("[I1] when the label says Saved, a fresh reading of the log has the text", async () => {
  const deckId = await house.makeDeck("");
  const ana = await house.open(deckId);
  for (let index = 0; index < 10; index++) {
    type(ana, ana.text.length, `line ${index}\n`);
    expect(ana.saveState).toEqual({ state: "saving" });
    await eventually(() => expect(ana.saveState).toEqual({ state: "saved" }));
    expect(await house.stored(deckId)).toBe(textIn(ana));
  }
});

test("[I3] deletions are fenced like insertions", async () => {
  const deckId = await house.makeDeck("delete me please");
  const ana = await house.open(deckId);
  await eventually(() => expect(ana.saveState).toEqual({ state: "saved" }));
  ana.text.delete(0, 7);
  expect(ana.saveState).toEqual({ state: "saving" });
  await eventually(() => expect(ana.saveState).toEqual({ state: "saved" }));
  expect(await house.stored(deckId)).toBe("me please");
});

test("[I9] the first text exists once, whoever opens it first and together", async () => {
  const deckId = await house.makeDeck("once");
  const sources = await Promise.all(Array.from({ length: 8 }, () => house.open(deckId)));
  await eventually(() => {
    for (const source of sources) expect(textIn(source)).toBe("once");
  });
  await house.restart();
  await eventually(() => {
    for (const source of sources) expect(source.saveState).toEqual({ state: "saved" });
  });
  for (const source of sources) expect(textIn(source)).toBe("once");
  expect(await house.stored(deckId)).toBe("once");
});

test("[I4] rows of the log are numbered without gaps, also under many writers", async () => {
  const deckId = await house.makeDeck("");
  const writers = await Promise.all(Array.from({ length: 5 }, () => house.open(deckId)));
  for (let index = 0; index < 40; index++) for (const writer of writers) type(writer, 0, `${index},`);
  await eventually(() => {
    for (const writer of writers) expect(writer.saveState).toEqual({ state: "saved" });
  });
  const { rows } = await house.database.pool.query<{ head: string; lowest: string; count: string; users: string }>(
    `SELECT d.head_seq AS head, min(u.seq) AS lowest, count(*) AS count, (SELECT count(DISTINCT x) FROM collab_update c, unnest(c.user_ids) x WHERE c.doc_id = $1) AS users
       FROM collab_doc d JOIN collab_update u USING (doc_id) WHERE doc_id = $1 GROUP BY d.head_seq`,
    [deckId],
  );
  expect(rows[0]?.lowest).toBe("1");
  expect(rows[0]?.count).toBe(rows[0]?.head);
  expect(Number(rows[0]?.users)).toBe(6);
  expect(await house.stored(deckId)).toBe(textIn(writers[0] ?? (await house.open(deckId))));
});

test("[I8] what is typed without a connection is there after it returns", async () => {
  const deckId = await house.makeDeck("start\n");
  const [ana, ben] = await Promise.all([house.open(deckId), house.open(deckId)]);
  const stopped = house.collab.stop();
  await eventually(() => expect(ana.saveState).toEqual({ state: "offline", unsaved: 0, isKept: false }));
  type(ana, 0, "typed offline\n");
  type(ana, 0, "and more\n");
  expect(ana.saveState).toEqual({ state: "offline", unsaved: 2, isKept: false });
  await stopped;
  await house.restart();
  await eventually(() => {
    expect(ana.saveState).toEqual({ state: "saved" });
    expect(textIn(ben)).toBe("and more\ntyped offline\nstart\n");
  });
  expect(await house.stored(deckId)).toBe(textIn(ana));
});

test("[I12] rooms are put away when nobody is in them, and loaded anew for whoever comes", async () => {
  const deckId = await house.makeDeck("kept");
  const ana = await house.open(deckId);
  type(ana, 4, " text");
  await eventually(() => expect(ana.saveState).toEqual({ state: "saved" }));
  ana.stop();
  await eventually(() => expect(house.collab.stats()).toMatchObject({ connections: 0, rooms: 0 }));
  const ben = await house.open(deckId);
  await eventually(() => expect(textIn(ben)).toBe("kept text"));
});

test("settled text is passed on with the row it stands at", async () => {
  const deckId = await house.makeDeck("# A\n");
  const ana = await house.open(deckId);
  type(ana, 3, "ll");
  await eventually(() => {
    const last = house.settled.findLast((entry) => entry.deckId === deckId);
    expect(last?.text.markdown).toBe("# All\n");
    expect(last?.text).toMatchObject({ generation: 1, seq: 2 });
  });
});

test("[I22] foreign line ends become LF for everybody, whoever sent them", async () => {
  const deckId = await house.makeDeck("a\n");
  const [ana, ben] = await Promise.all([house.open(deckId), house.open(deckId)]);
  type(ana, 2, "b\r\nc\rd\r\n");
  await eventually(() => {
    expect(textIn(ana)).toBe("a\nb\nc\nd\n");
    expect(textIn(ben)).toBe("a\nb\nc\nd\n");
    expect(ana.saveState).toEqual({ state: "saved" });
  });
  expect(await house.stored(deckId)).toBe("a\nb\nc\nd\n");
});

test("a log that has grown is compacted, and rebuilds the same text", async () => {
  const deckId = await house.makeDeck("");
  const ana = await house.open(deckId);
  const chunk = "0123456789abcdef".repeat(2048);
  for (let index = 0; index < 12; index++) {
    type(ana, 0, chunk);
    await eventually(() => expect(ana.saveState).toEqual({ state: "saved" }));
  }
  await eventually(async () => {
    const { rows } = await house.database.pool.query<{ snap_seq: string }>("SELECT snap_seq FROM collab_doc WHERE doc_id = $1", [deckId]);
    expect(Number(rows[0]?.snap_seq)).toBeGreaterThan(1);
  });
  expect(await house.stored(deckId)).toBe(textIn(ana));
  const rebuilt = await house.storedDoc(deckId);
  expect(rebuilt && Y.encodeStateVector(rebuilt)).toEqual(Y.encodeStateVector(ana.doc));
});
