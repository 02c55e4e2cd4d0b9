import { afterAll, beforeAll, expect, test } from "vitest";
import * as deckRoute from "@/app/api/decks/[id]/route";
import * as searchRoute from "@/app/api/search/route";
import { searchResultSchema, type FoundDeck, type MarkedText, type SearchResult } from "@/lib/api/search";
import { deriveDeck } from "@/lib/workspace/decks/derive";
import { indexMissing } from "@/lib/workspace/search/index-missing";
import { readSearchQuery } from "@/lib/workspace/search/query";
import { searchDecksQuery } from "@/lib/workspace/search/search";
import { openHouse, type Actor, type House } from "@/tests/integration/api/house";
import { seqScans } from "@/tests/support/query-plan";
import { seedLibrary } from "@/tests/support/seed-library";
import { settledText } from "@/tests/support/settled-text";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

async function search(as: Actor, q: string): Promise<readonly FoundDeck[]> {
  const answer = await house.call(searchRoute.GET, "GET", `/api/search?q=${encodeURIComponent(q)}`, { as });
  return searchResultSchema.parse(await answer.json()).decks;
}

function show(text: MarkedText | undefined): string {
  return (text ?? []).map((part) => (part.isFound ? `[${part.text}]` : part.text)).join("");
}

const talk = `# Queues

---

## Back pressure {#slow}

A slow consumer makes the producer wait.

<!-- Mention the outage of Zürich here. -->
`;

test("a slide is found by what it shows, with its number, its title and where it says so", async () => {
  const ana = await house.guest();
  await house.createDeck(ana, { markdown: talk });
  const [found] = await search(ana, "slow prod");
  expect(found).toMatchObject({ deck: { title: "Queues" }, slideCount: 1, slides: [{ number: 2, isNotes: false }] });
  expect([show(found?.slides[0]?.title), show(found?.slides[0]?.snippet)]).toEqual([
    expect.stringContaining("Back pressure"),
    expect.stringContaining("[slow] consumer makes the [prod]ucer"),
  ]);
});

test("where it says so is not begun with the title that stands above it", async () => {
  const ana = await house.guest();
  await house.createDeck(ana, { markdown: "# Rivers\n\nThe Danube is long.\n\n---\n\n## Danube\n\nAlso long.\n" });
  const [found] = await search(ana, "danube");
  expect(found?.slides.map(({ title, snippet }) => [show(title), show(snippet)]).toSorted()).toEqual([
    ["Rivers", "The [Danube] is long."],
    ["[Danube]", ""],
  ]);
});

test("speaker notes are found by who may read them, and by nobody else", async () => {
  const [ana, ben] = [await house.guest(), await house.guest()];
  const { id } = await house.createDeck(ana, { markdown: talk });
  const link = await house.createLink(ana, id, { kind: "join", right: "view" });
  await house.join(ben, link.kind === "join" ? link.token : "");
  const [mine] = await search(ana, "zurich outage");
  expect([mine?.slides[0]?.isNotes, show(mine?.slides[0]?.snippet)]).toEqual([true, expect.stringContaining("[outage] of [Zürich]")]);
  expect(await search(ben, "zurich outage")).toEqual([]);
  expect(JSON.stringify(await search(ben, "queues back"))).not.toContain("outage");
  expect(await search(ben, "producer")).toHaveLength(1);
});

test("nothing is found in decks of others, in the trash, or after a right ended", async () => {
  const [ana, ben] = [await house.guest(), await house.guest()];
  const { id } = await house.createDeck(ana, { markdown: "# Xylophone" });
  expect(await search(ben, "xylophone")).toEqual([]);
  const link = await house.createLink(ana, id, { kind: "join", right: "edit" });
  await house.join(ben, link.kind === "join" ? link.token : "");
  expect(await search(ben, "xylo")).toHaveLength(1);
  await house.pool.query("UPDATE deck_link SET revoked_at = now() WHERE id = $1", [link.id]);
  expect(await search(ben, "xylo")).toEqual([]);
  await house.call(deckRoute.DELETE, "DELETE", `/api/decks/${id}`, { as: ana, params: { id } });
  expect(await search(ana, "xylo")).toEqual([]);
});

test("a deck's own name is found, before decks that only say it, and no more once it has another", async () => {
  const ana = await house.guest();
  await house.createDeck(ana, { title: "Says it", markdown: "# A\n\nmarimba marimba" });
  const { id } = await house.createDeck(ana, { title: "Marimba!", markdown: "# B" });
  expect((await search(ana, "marimba")).map(({ title }) => show(title))).toEqual(["[Marimba]!", "Says it"]);
  await house.call(deckRoute.PATCH, "PATCH", `/api/decks/${id}`, { as: ana, params: { id }, json: { title: "Other" } });
  expect((await search(ana, "marimba")).map(({ deck }) => deck.title)).toEqual(["Says it"]);
});

test("what was edited away is not found any more, and what came is", async () => {
  const ana = await house.guest();
  const { id } = await house.createDeck(ana, { markdown: "# One\n\n---\n\nGlockenspiel" });
  await deriveDeck(house.runtime, id, settledText("# Vibraphone", { seq: 7 }));
  expect([await search(ana, "glockenspiel"), (await search(ana, "vibra")).length]).toEqual([[], 1]);
});

test.each(["!!!", "'", "\\", "a & b | !c", ":*", "<->", "\u0000"])("%j is looked for as what it is", async (q) => {
  const answer = await house.call(searchRoute.GET, "GET", `/api/search?q=${encodeURIComponent(q)}`, { as: await house.guest() });
  expect([answer.status, await answer.json()]).toEqual([200, { decks: [], nextCursor: null }]);
});

test("decks from before there was a search are found once they are indexed", async () => {
  const ana = await house.guest();
  const { id } = await house.createDeck(ana, { markdown: "# Celesta" });
  await house.pool.query("DELETE FROM searched_slide WHERE deck_id = $1", [id]);
  expect(await indexMissing(house.runtime)).toBe(1);
  expect((await search(ana, "celesta"))[0]?.slides).toHaveLength(1);
});

test("all that is found comes by pages, the best first, each deck once; a page that is none is refused in words", async () => {
  const ana = await house.guest();
  for (let number = 0; number < 43; number++)
    await house.createDeck(
      ana,
      number % 3 === 0 ? { title: `Ocarina ${number}` } : { markdown: `# Deck ${number}\n\n${"ocarina ".repeat(1 + (number % 2))}` },
    );
  const ask = (cursor?: string) =>
    house.call(searchRoute.GET, "GET", `/api/search?${new URLSearchParams({ q: "ocarina", ...(cursor === undefined ? {} : { cursor }) })}`, {
      as: ana,
    });
  const pages: SearchResult[] = [];
  for (let cursor: string | undefined | null; cursor !== null; cursor = pages.at(-1)?.nextCursor ?? null)
    pages.push(searchResultSchema.parse(await (await ask(cursor)).json()));
  expect(pages.map(({ decks }) => decks.length)).toEqual([20, 20, 3]);
  const titles = pages.flatMap(({ decks }) => decks.map(({ deck }) => deck.title));
  expect(new Set(titles).size).toBe(43);
  expect(titles.map((title) => title.startsWith("Ocarina"))).toEqual(titles.map((_, index) => index < 15));
  expect((await ask("nowhere")).status).toBe(422);
});

test("in 10,000 decks slides are looked for by their index", async () => {
  const { people } = await seedLibrary(house.pool, { decks: 10_000, people: 100, teams: 20 });
  const [[me], query] = [people, readSearchQuery("matter77 prot")];
  if (me === undefined || query === undefined) throw new Error("nothing was seeded");
  const after = { isNamed: false, best: "0.5", lastEditedAt: "2026-05-12 18:40:00+00", id: me };
  for (const options of [{}, { after }])
    expect(await seqScans(house.pool, searchDecksQuery(me, query, options), ["deck_text", "searched_slide"])).toEqual([]);
});
