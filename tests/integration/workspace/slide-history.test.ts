import { afterAll, beforeAll, expect, test } from "vitest";
import * as Y from "yjs";
import * as reviewsRoute from "@/app/api/decks/[id]/reviews/route";
import * as deletedRoute from "@/app/api/decks/[id]/slides/deleted/route";
import * as historyRoute from "@/app/api/decks/[id]/slides/[slideId]/history/route";
import * as restoreRoute from "@/app/api/decks/[id]/slides/[slideId]/restore/route";
import * as reviewRoute from "@/app/api/decks/[id]/slides/[slideId]/review/route";
import type { DeckId } from "@/lib/api/ids";
import { reviewListSchema, type ReviewList } from "@/lib/api/reviews";
import { deletedSlidesSchema, slideHistorySchema, type DeletedSlides, type SlideHistory } from "@/lib/api/slide-history";
import { updatesOfPart } from "@/lib/collab/server/pulled-doc";
import { createUpdateLog } from "@/lib/collab/server/update-log";
import { applyTextEdits, deleteSlides, moveSlides, parseDeck } from "@/lib/deck";
import { listThreads } from "@/lib/workspace/comments/list";
import { listSlides } from "@/lib/workspace/slides/list";
import { keepVersion } from "@/lib/workspace/versions/keep";
import { openHouse, userOf, type Actor, type House } from "@/tests/integration/api/house";

const three = "# One\n\nfirst\n\n---\n\n# Two\n\nsecond\n\n---\n\n# Three\n\nthird\n";

let house: House;
let ana: Actor;
let ben: Actor;
beforeAll(async () => {
  house = await openHouse();
  ana = await house.signUp("Ana");
  ben = await house.signUp("Ben");
});
afterAll(() => house.close());

async function openDeck(markdown = three): Promise<DeckId> {
  const { id } = await house.createDeck(ana, { markdown });
  await house.pool.query(`INSERT INTO deck_grant (deck_id, user_id, "right") VALUES ($1, $2, 'edit')`, [id, userOf(ben)]);
  return id;
}

async function edit(id: DeckId, change: (markdown: string) => string, as = ana): Promise<void> {
  await house.runtime.collab.editDeck(id, change, { kind: "api", userId: userOf(as) });
}

async function keep(id: DeckId): Promise<void> {
  await keepVersion(house.runtime, id, { userId: userOf(ana), name: undefined });
}

async function slideId(id: DeckId, position: number): Promise<string> {
  return (await listSlides(house.runtime, id))[position]?.id ?? "";
}

async function historyOf(id: DeckId, slide: string): Promise<SlideHistory> {
  const answer = await house.call(historyRoute.GET, "GET", `/api/decks/${id}/slides/${slide}/history`, { as: ben, params: { id, slideId: slide } });
  return slideHistorySchema.parse(await answer.json());
}

async function bin(id: DeckId): Promise<DeletedSlides["slides"]> {
  const answer = await house.call(deletedRoute.GET, "GET", `/api/decks/${id}/slides/deleted`, { as: ben, params: { id } });
  return deletedSlidesSchema.parse(await answer.json()).slides;
}

function bringBack(id: DeckId, slide: string, json: unknown = {}, as = ana): Promise<Response> {
  return house.call(restoreRoute.POST, "POST", `/api/decks/${id}/slides/${slide}/restore`, { as, params: { id, slideId: slide }, json });
}

async function reviews(id: DeckId): Promise<ReviewList["slides"]> {
  const answer = await house.call(reviewsRoute.GET, "GET", `/api/decks/${id}/reviews`, { as: ana, params: { id } });
  return reviewListSchema.parse(await answer.json()).slides;
}

function review(id: DeckId, slide: string, json: unknown, as = ben): Promise<Response> {
  return house.call(reviewRoute.PUT, "PUT", `/api/decks/${id}/slides/${slide}/review`, { as, params: { id, slideId: slide }, json });
}

async function approveAll(id: DeckId): Promise<void> {
  for (const { id: slide, textHash } of await reviews(id)) {
    expect((await review(id, slide, { verdict: "approve", textHash })).status).toBe(200);
  }
}

async function textOf(id: DeckId): Promise<string> {
  return (await house.runtime.collab.readDeck(id)).markdown;
}

test("one slide's history goes through its moves and edits, with who wrote, and folds what is equal", async () => {
  const id = await openDeck();
  const two = await slideId(id, 1);
  await keep(id);
  await edit(id, (markdown) => markdown.replace("second", "second, better"), ben);
  await keep(id);
  await edit(id, (markdown) => applyTextEdits(markdown, moveSlides(parseDeck(markdown), [1], 2)));
  await keep(id);
  await edit(id, (markdown) => markdown.replace("better", "best"));
  const { isGone, texts } = await historyOf(id, two);
  expect([isGone, texts.map(({ text, authors, position }) => [text, authors, position])]).toEqual([
    false,
    [
      ["# Two\n\nsecond, best", [], 2],
      ["# Two\n\nsecond, better", ["Ben"], 1],
      ["# Two\n\nsecond", ["Ana"], 1],
    ],
  ]);
});

test("an older text of a slide comes back over that slide alone, wherever it stands now, and what it replaces is kept", async () => {
  const id = await openDeck();
  const two = await slideId(id, 1);
  await keep(id);
  await edit(id, (markdown) => markdown.replace("second", "rewritten").replace("first", "first, changed"));
  await edit(id, (markdown) => applyTextEdits(markdown, moveSlides(parseDeck(markdown), [1], 2)));
  const [, old] = (await historyOf(id, two)).texts;
  expect((await bringBack(id, two, { textHash: old?.textHash })).status).toBe(204);
  expect(await textOf(id)).toBe("# One\n\nfirst, changed\n\n---\n\n# Three\n\nthird\n\n---\n\n# Two\n\nsecond\n");
  expect((await historyOf(id, two)).texts.map(({ text }) => text)).toContain("# Two\n\nrewritten");
});

test("a slide that was deleted is in the bin with who did it, and comes back where it was with its id", async () => {
  const id = await openDeck();
  const two = await slideId(id, 1);
  await keep(id);
  await edit(id, (markdown) => applyTextEdits(markdown, deleteSlides(parseDeck(markdown), [1])), ben);
  await edit(id, (markdown) => `# Zero\n\n---\n\n${markdown}`);
  expect(await bin(id)).toMatchObject([{ id: two, text: "# Two\n\nsecond", goneBy: "Ben", goneAt: expect.any(String) }]);
  await bringBack(id, two);
  expect([await textOf(id), await slideId(id, 2), await bin(id)]).toEqual([`# Zero\n\n---\n\n${three}`, two, []]);
});

test("a slide that became part of another is not in the bin: its text is there", async () => {
  const id = await openDeck();
  await edit(id, (markdown) => markdown.replace("first\n\n---\n\n# Two", "first\n\n# Two"));
  expect(await bin(id)).toEqual([]);
});

test("a slide deleted before 200 edits of two others comes back word for word, nothing else changes, and their undo works", async () => {
  const id = await openDeck();
  const two = await slideId(id, 1);
  await keep(id);
  await edit(id, (markdown) => applyTextEdits(markdown, deleteSlides(parseDeck(markdown), [1])));
  const writers = [ana, ben].map((person, index) => {
    const doc = new Y.Doc();
    return { person, doc, undo: new Y.UndoManager(doc.getText("markdown"), { captureTimeout: 0 }), word: index === 0 ? "first" : "third" };
  });
  const updateLog = createUpdateLog(house.pool, { node: "test" });
  const pull = async (doc: Y.Doc) => {
    for (const part of (await updateLog.pull(id, 0))?.parts ?? []) for (const update of updatesOfPart(part)) Y.applyUpdate(doc, update, "log");
  };
  for (const { doc } of writers) await pull(doc);
  const push = async (person: Actor, updates: readonly Uint8Array[]) => {
    await updateLog.append([{ docId: id, generation: 1, updates, kind: "edit", userIds: [userOf(person)] }]);
  };
  for (const { person, doc, word } of writers) {
    const made: Uint8Array[] = [];
    doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== "log") made.push(update);
    });
    const text = doc.getText("markdown");
    for (let count = 0; count < 100; count += 1) text.insert(text.toString().indexOf(word) + word.length, ` ${count}`);
    await push(person, made.splice(0));
  }
  const before = await textOf(id);
  await bringBack(id, two);
  const after = await textOf(id);
  expect(after).toBe(before.replace("---\n\n# Three", "---\n\n# Two\n\nsecond\n\n---\n\n# Three"));
  for (const { doc, undo, person } of writers) {
    await pull(doc);
    const made: Uint8Array[] = [];
    doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== "log") made.push(update);
    });
    undo.undo();
    await push(person, made);
  }
  expect(await textOf(id)).toBe(after.replace("first 99", "first").replace("third 99", "third"));
});

test("of 12 approvals 11 survive that slide 4 goes to the end and one word of slide 9 changes", async () => {
  const slides = Array.from({ length: 12 }, (_, index) => `# Slide ${index + 1}\n\nwords of slide number ${index + 1}`);
  const id = await openDeck(slides.join("\n\n---\n\n"));
  await approveAll(id);
  const ninth = await slideId(id, 8);
  await edit(id, (markdown) => applyTextEdits(markdown, moveSlides(parseDeck(markdown), [3], 11)));
  await edit(id, (markdown) => markdown.replace("words of slide number 9", "words about slide number 9"));
  const after = await reviews(id);
  expect(after.filter(({ reviews: valid }) => valid.length === 1)).toHaveLength(11);
  expect(after.filter(({ outdated }) => outdated === 1).map((slide) => slide.id)).toEqual([ninth]);
});

test("an approval that died lives again with the very text it was given to", async () => {
  const id = await openDeck();
  await approveAll(id);
  await edit(id, (markdown) => markdown.replace("second", "third"));
  await edit(id, () => three);
  expect((await reviews(id)).map(({ reviews: valid }) => valid.map(({ verdict, by }) => `${verdict} ${by}`))).toEqual([
    ["approve Ben"],
    ["approve Ben"],
    ["approve Ben"],
  ]);
});

test("asking for a change begins a conversation at the slide; the same person's approval takes its place; null takes it back", async () => {
  const id = await openDeck();
  const [, two] = await reviews(id);
  if (two === undefined) throw new Error("no slide");
  await review(id, two.id, { verdict: "change", textHash: two.textHash, body: "Say how much." });
  expect((await reviews(id))[1]?.reviews).toMatchObject([{ verdict: "change", by: "Ben", isYours: false }]);
  expect(await listThreads(house.runtime, id, { userId: userOf(ana) })).toMatchObject([{ slide: 1, comments: [{ body: "Say how much." }] }]);
  await review(id, two.id, { verdict: "approve", textHash: two.textHash });
  expect((await reviews(id))[1]?.reviews).toMatchObject([{ verdict: "approve" }]);
  await review(id, two.id, { verdict: null, textHash: two.textHash });
  expect((await reviews(id))[1]).toMatchObject({ reviews: [], outdated: 0 });
});

test("nobody approves of a text that they have not seen, nor asks for a change without words", async () => {
  const id = await openDeck();
  const [, two] = await reviews(id);
  if (two === undefined) throw new Error("no slide");
  await edit(id, (markdown) => markdown.replace("second", "third"));
  expect((await review(id, two.id, { verdict: "approve", textHash: two.textHash })).status).toBe(409);
  expect((await review(id, two.id, { verdict: "change", textHash: two.textHash })).status).toBe(422);
});

test("who may only comment reviews and reads histories, but brings nothing back", async () => {
  const id = await openDeck();
  await house.pool.query(`UPDATE deck_grant SET "right" = 'comment' WHERE deck_id = $1 AND user_id = $2`, [id, userOf(ben)]);
  const [two] = await reviews(id);
  expect((await review(id, two?.id ?? "", { verdict: "approve", textHash: two?.textHash })).status).toBe(200);
  expect((await bringBack(id, two?.id ?? "", {}, ben)).status).toBe(403);
});
