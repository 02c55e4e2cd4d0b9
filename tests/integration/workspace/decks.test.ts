import { afterAll, beforeAll, expect, test } from "vitest";
import * as tokenRoute from "@/app/api/decks/[id]/collab-token/route";
import * as deckRoute from "@/app/api/decks/[id]/route";
import * as importRoute from "@/app/api/decks/import/route";
import * as decksRoute from "@/app/api/decks/route";
import { deckListSchema, deckSchema, type DeckInfo, type DeckList } from "@/lib/api/decks";
import { problemSchema } from "@/lib/api/problem";
import { importedDeckSchema } from "@/lib/api/import";
import { deriveDeck } from "@/lib/workspace/decks/derive";
import { openHouse, type Actor, type House } from "@/tests/integration/api/house";
import { settledText } from "@/tests/support/settled-text";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

async function listAs(as: Actor, query = ""): Promise<DeckList> {
  return deckListSchema.parse(await (await house.call(decksRoute.GET, "GET", `/api/decks${query}`, { as })).json());
}

async function getAs(as: Actor, id: string): Promise<DeckInfo> {
  return deckSchema.parse(await (await house.call(deckRoute.GET, "GET", `/api/decks/${id}`, { as, params: { id } })).json());
}

test("a new deck answers 201 with its address and its text's title", async () => {
  const ana = await house.guest();
  const answer = await house.call(decksRoute.POST, "POST", "/api/decks", { as: ana, json: { markdown: "# Hello\r\n\r\n---\r\n\r\n# There" } });
  const deck = deckSchema.parse(await answer.json());
  expect([answer.status, answer.headers.get("location")]).toEqual([201, `/decks/${deck.id}`]);
  expect(deck).toMatchObject({ title: "Hello", name: null, role: "owner", slides: 2, owner: { isYou: true } });
});

test("the text is in the log once, and in deck_text, with LF", async () => {
  const ana = await house.guest();
  const deck = await house.createDeck(ana, { markdown: "\uFEFF# A\r\nb" });
  const { rows } = await house.pool.query(
    `SELECT t.markdown, t.seq::int, d.head_seq::int, (SELECT count(*)::int FROM collab_update WHERE doc_id = d.doc_id) AS updates, u.user_ids
       FROM deck_text t JOIN collab_doc d ON d.doc_id = t.deck_id JOIN collab_update u ON u.doc_id = t.deck_id WHERE t.deck_id = $1`,
    [deck.id],
  );
  expect(rows).toEqual([{ markdown: "# A\nb", seq: rows[0].head_seq, head_seq: rows[0].head_seq, updates: 1, user_ids: [ana.userId] }]);
});

test("the tour is a deck of five slides", async () => {
  expect(await house.createDeck(await house.guest(), { start: "tour" })).toMatchObject({ slides: 5, title: "A tour in five slides" });
});

test("a name of its own wins over the title in the text, and null gives way again", async () => {
  const ana = await house.guest();
  const { id } = await house.createDeck(ana, { markdown: "# In the text", title: "Its own" });
  expect(await getAs(ana, id)).toMatchObject({ title: "Its own", name: "Its own" });
  await house.call(deckRoute.PATCH, "PATCH", `/api/decks/${id}`, { as: ana, params: { id }, json: { title: null } });
  expect(await getAs(ana, id)).toMatchObject({ title: "In the text", name: null });
});

test.each([
  ["a title of 201 characters", { title: "x".repeat(201) }, 422],
  ["an empty title", { title: "  " }, 422],
  ["a title of two lines", { title: "a\nb" }, 422],
  ["a text with a NUL", { markdown: "a\0b" }, 415],
  ["a text of more than a mebibyte", { markdown: "é".repeat(600_000) }, 413],
  ["a text and the tour", { markdown: "a", start: "tour" }, 422],
  ["an unknown field", { markdwon: "a" }, 422],
])("%s is refused in words, and no deck is left behind", async (_what, json, status) => {
  const ana = await house.guest();
  const answer = await house.call(decksRoute.POST, "POST", "/api/decks", { as: ana, json });
  expect([answer.status, answer.headers.get("content-type")]).toEqual([status, "application/problem+json"]);
  expect((await answer.json()).detail).toMatch(/^.+[.]$/);
  expect((await listAs(ana)).decks).toEqual([]);
});

test("a body of more than two mebibytes is refused", async () => {
  const answer = await house.call(decksRoute.POST, "POST", "/api/decks", { as: await house.guest(), json: { markdown: "x".repeat(2_200_000) } });
  expect(answer.status).toBe(413);
});

test("the list walks by pages without losing or doubling a deck, newest edit first", async () => {
  const ana = await house.guest();
  for (let index = 0; index < 7; index += 1) await house.createDeck(ana, { title: `Deck ${index}` });
  // Equal times must not shuffle: four of them get the same one.
  await house.pool.query("UPDATE deck SET last_edited_at = '2026-01-01' WHERE owner_user_id = $1 AND name <= 'Deck 3'", [ana.userId]);
  const titles: string[] = [];
  let cursor: string | null = "";
  while (cursor !== null) {
    const page: DeckList = await listAs(ana, `?limit=2${cursor && `&cursor=${cursor}`}`);
    titles.push(...page.decks.map((deck) => deck.title));
    cursor = page.nextCursor;
  }
  expect(titles.slice(0, 3)).toEqual(["Deck 6", "Deck 5", "Deck 4"]);
  expect([...titles].sort()).toEqual(Array.from({ length: 7 }, (_, index) => `Deck ${index}`));
});

test.each(["?cursor=nonsense", "?limit=0", "?limit=1000", "?show=everything", "?show=team:x", "?sort=size", "?cursor=WyJ4IiwiZWVlIl0"])(
  "the list refuses %s in words",
  async (query) => {
    const answer = await house.call(decksRoute.GET, "GET", `/api/decks${query}`, { as: await house.guest() });
    expect([answer.status, answer.headers.get("content-type")]).toEqual([422, "application/problem+json"]);
  },
);

test("the trash holds a deck until it is taken out", async () => {
  const ana = await house.guest();
  const { id } = await house.createDeck(ana, { title: "Old" });
  const answer = await house.call(deckRoute.DELETE, "DELETE", `/api/decks/${id}`, { as: ana, params: { id } });
  expect(answer.status).toBe(204);
  expect(house.calls).toContain(`close ${id} deleted`);
  expect((await listAs(ana)).decks).toEqual([]);
  expect((await listAs(ana, "?show=trash")).decks).toMatchObject([{ id, title: "Old" }]);
  await house.call(deckRoute.PATCH, "PATCH", `/api/decks/${id}`, { as: ana, params: { id }, json: { trashed: false } });
  expect((await listAs(ana)).decks).toMatchObject([{ id, trashedAt: null }]);
});

test("who wrote in a deck hears that it was deleted and by whom; who never had a right hears nothing", async () => {
  const ana = await house.signUp("ana");
  const [ben, stranger] = [await house.guest(), await house.guest()];
  const { id } = await house.createDeck(ana);
  const link = await house.createLink(ana, id, { kind: "join", right: "edit" });
  await house.join(ben, link.kind === "join" ? link.token : "");
  await house.call(deckRoute.DELETE, "DELETE", `/api/decks/${id}`, { as: ana, params: { id } });
  const ask = async (as: Actor) => {
    const answer = await house.call(tokenRoute.GET, "GET", `/api/decks/${id}/collab-token`, { as, params: { id } });
    return [answer.status, problemSchema.parse(await answer.json()).detail];
  };
  expect(await ask(ben)).toEqual([410, "This deck was deleted by ana."]);
  expect((await ask(stranger))[0]).toBe(404);
  await house.pool.query("UPDATE person SET name = '' WHERE id = $1", [ana.userId]);
  expect(await ask(ben)).toEqual([410, "This deck was deleted by a guest."]);
});

test("deriving keeps the newest text, whatever order settled texts arrive in", async () => {
  const ana = await house.guest();
  const { id } = await house.createDeck(ana, { markdown: "# One" });
  const texts = [4, 2, 9, 3, 9].map((seq) => settledText(`# At ${seq}`, { seq }));
  const written = await Promise.all(texts.map((text) => deriveDeck(house.runtime, id, text)));
  expect(await getAs(ana, id)).toMatchObject({ title: "At 9" });
  expect(written.filter(Boolean).length).toBeGreaterThanOrEqual(1);
  expect(await deriveDeck(house.runtime, id, settledText("# Rebuilt", { generation: 2, seq: 1 }))).toBe(true);
});

test("deriving survives what Postgres can't keep", async () => {
  const ana = await house.guest();
  const { id } = await house.createDeck(ana);
  await deriveDeck(house.runtime, id, settledText("# N\0L \ud83d", { seq: 7 }));
  expect((await getAs(ana, id)).title).toBe("N\uFFFDL \uFFFD");
});

test("an import names the deck by its text, else by its file", async () => {
  const ana = await house.guest();
  const importAs = async (json: unknown) =>
    importedDeckSchema.parse(await (await house.call(importRoute.POST, "POST", "/api/decks/import", { as: ana, json })).json());
  expect(await importAs({ filename: "docker.md", source: "# Docker\r\n\r\nText" })).toMatchObject({ title: "Docker", name: null });
  expect(await importAs({ filename: "plain notes.txt", source: "" })).toMatchObject({ title: "plain notes" });
});

test("an import tells what it has to say with lines", async () => {
  const source = `---\nbroken: [\n---\n\n# A\n`;
  const answer = await house.call(importRoute.POST, "POST", "/api/decks/import", { as: await house.guest(), json: { source } });
  const { notices } = importedDeckSchema.parse(await answer.json());
  expect(answer.status).toBe(201);
  expect(notices).toContainEqual(expect.objectContaining({ line: expect.any(Number), message: expect.stringMatching(/front matter/i) }));
});

test.each([
  ["talk.docx", "PK\u0003\u0004\u0014\u0000word/document.xml", 415, /Word document/],
  ["latin1.md", "caf\uFFFD", 415, /UTF-8/],
  ["huge.md", "x".repeat(1_100_000), 413, /1 MiB/],
])("importing %s is refused with what works instead", async (filename, source, status, words) => {
  const answer = await house.call(importRoute.POST, "POST", "/api/decks/import", { as: await house.guest(), json: { filename, source } });
  expect([answer.status, (await answer.json()).detail]).toEqual([status, expect.stringMatching(words)]);
});
