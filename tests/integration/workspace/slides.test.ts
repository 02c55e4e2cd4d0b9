import { expect, test } from "vitest";
import * as Y from "yjs";
import type { DeckId } from "@/lib/api/ids";
import { textAt } from "@/lib/collab/server/pulled-doc";
import { applyTextEdits, moveSlides, parseDeck } from "@/lib/deck";
import { deriveDeck } from "@/lib/workspace/decks/derive";
import { listSlides } from "@/lib/workspace/slides/list";
import { setUpHouse, userOf, type Actor, type House } from "@/tests/integration/api/house";
import { settledText } from "@/tests/support/settled-text";

const three = "# One\n\nfirst\n\n---\n\n# Two\n\nsecond\n\n---\n\n# Three\n\nthird\n";

let house: House;
let ana: Actor;
setUpHouse(async (opened) => {
  house = opened;
  ana = await house.guest();
});

async function ids(deckId: DeckId): Promise<readonly string[]> {
  return (await listSlides(house.runtime, deckId)).map(({ id }) => id);
}

async function edit(deckId: DeckId, change: (markdown: string) => string): Promise<void> {
  await house.runtime.collab.editDeck(deckId, change, { kind: "api", userId: userOf(ana) });
}

test("a new deck has a row for each slide, in order, with its text", async () => {
  const { id } = await house.createDeck(ana, { markdown: three });
  const slides = await listSlides(house.runtime, id);
  expect(slides).toMatchObject([
    { position: 0, text: "# One\n\nfirst", seq: 1 },
    { position: 1, text: "# Two\n\nsecond", seq: 1 },
    { position: 2, text: "# Three\n\nthird", seq: 1 },
  ]);
});

test("an edit touches the row of its slide alone", async () => {
  const { id } = await house.createDeck(ana, { markdown: three });
  const before = await listSlides(house.runtime, id);
  await edit(id, (markdown) => markdown.replace("second", "second and more"));
  const after = await listSlides(house.runtime, id);
  expect(after.map((slide) => slide.id)).toEqual(before.map((slide) => slide.id));
  expect(after.map(({ seq }) => seq)).toEqual([1, 2, 1]);
  expect(after.map(({ textHash }, index) => textHash === before[index]?.textHash)).toEqual([true, false, true]);
});

test("a slide that is moved by the least edit of the server keeps its id; one that is deleted and brought back too", async () => {
  const { id } = await house.createDeck(ana, { markdown: three });
  const [one, two, third] = await ids(id);
  await edit(id, (markdown) => applyTextEdits(markdown, moveSlides(parseDeck(markdown), [0], 2)));
  expect(await ids(id)).toEqual([two, third, one]);
  await edit(id, (markdown) => markdown.replace("# Two\n\nsecond\n\n---\n\n", ""));
  expect(await ids(id)).toEqual([third, one]);
  await edit(id, (markdown) => `# Two\n\nsecond\n\n---\n\n${markdown}`);
  expect(await ids(id)).toEqual([two, third, one]);
});

test("two processes that settle one text make one set of rows", async () => {
  const { id } = await house.createDeck(ana, { markdown: "# One" });
  const doc = new Y.Doc();
  doc.getText("markdown").insert(0, three);
  const text = textAt(doc, { generation: 1, seq: 2 });
  const won = await Promise.all(Array.from({ length: 6 }, () => deriveDeck(house.runtime, id, text)));
  expect(won.filter(Boolean)).toHaveLength(1);
  const { rows } = await house.pool.query("SELECT count(*)::int AS living FROM slide WHERE deck_id = $1 AND gone_seq IS NULL", [id]);
  expect(rows).toEqual([{ living: 3 }]);
});

test("processes that settle different texts leave the rows of the newest one, each slide once", async () => {
  const { id } = await house.createDeck(ana, { markdown: "# One" });
  const doc = new Y.Doc();
  const text = doc.getText("markdown");
  const texts = Array.from({ length: 8 }, (_, index) => {
    text.insert(0, `# Slide ${index}\n\n---\n\n`);
    return textAt(doc, { generation: 1, seq: index + 2 });
  });
  await Promise.all(texts.toReversed().map((each) => deriveDeck(house.runtime, id, each)));
  const slides = await listSlides(house.runtime, id);
  expect(slides.map((slide) => slide.text)).toEqual([...Array.from({ length: 8 }, (_, index) => `# Slide ${7 - index}`), ""]);
  expect(slides.map(({ position }) => position)).toEqual(slides.map((_, index) => index));
});

test("an older text changes no row", async () => {
  const { id } = await house.createDeck(ana, { markdown: three });
  await deriveDeck(house.runtime, id, settledText("# Newer", { seq: 5 }));
  const newer = await ids(id);
  expect(await deriveDeck(house.runtime, id, settledText(three, { seq: 4 }))).toBe(false);
  expect(await ids(id)).toEqual(newer);
});

test("a deck that was made before slides had ids gets them when its text settles again unchanged, once, whoever does it", async () => {
  const { id } = await house.createDeck(ana, { markdown: three });
  await house.pool.query("DELETE FROM slide WHERE deck_id = $1", [id]);
  const text = await house.runtime.collab.readDeck(id);
  expect(await Promise.all(Array.from({ length: 4 }, () => deriveDeck(house.runtime, id, text)))).toEqual([false, false, false, false]);
  expect((await listSlides(house.runtime, id)).map((slide) => slide.text)).toEqual(["# One\n\nfirst", "# Two\n\nsecond", "# Three\n\nthird"]);
});

test("a text that is older than what settled last brings no slides", async () => {
  const { id } = await house.createDeck(ana, { markdown: three });
  await deriveDeck(house.runtime, id, settledText("# Newer", { seq: 5 }));
  await house.pool.query("DELETE FROM slide WHERE deck_id = $1", [id]);
  await deriveDeck(house.runtime, id, settledText(three, { seq: 4 }));
  expect(await ids(id)).toEqual([]);
});

test("positions of another generation say nothing: texts decide", async () => {
  const { id } = await house.createDeck(ana, { markdown: three });
  const [one, two, third] = await ids(id);
  const rebuilt = settledText("# Three\n\nthird\n\n---\n\n# One\n\nfirst\n\n---\n\n# Two\n\nsecond", { generation: 2, seq: 1 });
  await deriveDeck(house.runtime, id, rebuilt);
  expect(await ids(id)).toEqual([third, one, two]);
});

test("slides go with their deck", async () => {
  const { id } = await house.createDeck(ana, { markdown: three });
  await house.pool.query("DELETE FROM deck WHERE id = $1", [id]);
  const { rows } = await house.pool.query("SELECT count(*)::int AS left FROM slide WHERE deck_id = $1", [id]);
  expect(rows).toEqual([{ left: 0 }]);
});
