import { afterAll, beforeAll, expect, test } from "vitest";
import * as actsRoute from "@/app/api/decks/acts/route";
import * as deckRoute from "@/app/api/decks/[id]/route";
import * as decksRoute from "@/app/api/decks/route";
import { deckActsAnswerSchema, type DeckActsBody } from "@/lib/api/deck-acts";
import { deckListSchema, listDecksQuerySchema, type DeckInfo, type ListDecksQuery } from "@/lib/api/decks";
import { deleteDeck, purgeTrash } from "@/lib/workspace/decks/delete";
import { listDecks, listDecksQuery } from "@/lib/workspace/decks/list";
import { libraryStatements } from "@/lib/workspace/folders/library";
import { openHouse, type Actor, type House } from "@/tests/integration/api/house";
import { seqScans } from "@/tests/support/query-plan";
import { seedLibrary, type SeededLibrary } from "@/tests/support/seed-library";

let house: House;
let seeded: SeededLibrary;
beforeAll(async () => {
  house = await openHouse();
  seeded = await seedLibrary(house.pool, { decks: 10_000, people: 100, teams: 5 });
});
afterAll(() => house.close());

async function titles(as: Actor, query: string): Promise<readonly string[]> {
  const answer = await house.call(decksRoute.GET, "GET", `/api/decks${query}`, { as });
  return deckListSchema.parse(await answer.json()).decks.map(({ title }) => title);
}

async function acts(as: Actor, json: DeckActsBody) {
  return deckActsAnswerSchema.parse(await (await house.call(actsRoute.POST, "POST", "/api/decks/acts", { as, json })).json());
}

function patch(as: Actor, { id }: DeckInfo, json: unknown): Promise<Response> {
  return house.call(deckRoute.PATCH, "PATCH", `/api/decks/${id}`, { as, params: { id }, json });
}

const lists: readonly ListDecksQuery[] = [
  { show: "all" },
  { show: "all", sort: "name" },
  { show: "all", sort: "created" },
  { show: "mine", sort: "name" },
  { show: "shared" },
  { show: "recent" },
  { show: "starred" },
  { show: "templates" },
  { show: "trash" },
  { show: "all", tag: "rare" },
];

test.each(lists)("among 10,000 decks, a page of $show by $sort $tag is read by indexes, and so is the next", async (query) => {
  const [me] = seeded.people;
  if (me === undefined) throw new Error("nobody was seeded");
  const options = { ...listDecksQuerySchema.parse(query), limit: 10 };
  const { nextCursor } = await listDecks(house.runtime, me, options);
  const plans = [options, ...(nextCursor === null ? [] : [{ ...options, cursor: nextCursor }])].map((page) => listDecksQuery(me, page));
  for (const plan of plans) expect(await seqScans(house.pool, plan, ["deck", "deck_text", "deck_grant", "deck_mark"])).toEqual([]);
});

test("a team's list is read by indexes, and holds its decks alone", async () => {
  const [[me], [team]] = [seeded.people, seeded.teams];
  if (me === undefined || team === undefined) throw new Error("nothing was seeded");
  const options = listDecksQuerySchema.parse({ show: `team:${team}`, limit: 100 });
  const page = { ...options, limit: 10 };
  expect(await seqScans(house.pool, listDecksQuery(me, page), ["deck", "deck_text", "deck_grant", "deck_mark"])).toEqual([]);
  const { decks } = await listDecks(house.runtime, me, options);
  expect(new Set(decks.map(({ owner }) => owner.id))).toEqual(new Set([team]));
});

test("a folder's list, and the folders and tags beside the lists, are read by indexes", async () => {
  const [[me], [team]] = [seeded.people, seeded.teams];
  if (me === undefined || team === undefined) throw new Error("nothing was seeded");
  const { rows } = await house.pool.query(
    `INSERT INTO folder (name, owner_user_id, owner_team_id)
     SELECT 'Folder ' || n, CASE WHEN n > 1 THEN ($1::uuid[])[1 + n % cardinality($1::uuid[])] END, CASE WHEN n = 1 THEN $2::uuid END
       FROM generate_series(1, 2000) n RETURNING id`,
    [seeded.people, team],
  );
  await house.pool.query("VACUUM ANALYZE folder");
  const folder = listDecksQuery(me, { ...listDecksQuerySchema.parse({ folder: rows[0].id }), limit: 10 });
  const { teams, folders, tags } = libraryStatements(me);
  for (const query of [folder, teams, folders, tags]) {
    expect(await seqScans(house.pool, query, ["deck", "deck_text", "deck_grant", "deck_mark", "folder"]), query.text).toEqual([]);
  }
});

test.each(["edited", "created", "name"] as const)("all pages by %s together are all decks once, in their order", async (sort) => {
  const [me] = seeded.people;
  if (me === undefined) throw new Error("nobody was seeded");
  const seen: DeckInfo[] = [];
  let cursor: string | undefined;
  do {
    const page = await listDecks(house.runtime, me, { show: "all", sort, limit: 100, cursor });
    seen.push(...page.decks);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  const { rows } = await house.pool.query<{ id: string }>(
    `SELECT d.id FROM deck d WHERE d.trashed_at IS NULL AND (d.owner_user_id = $1
        OR d.owner_team_id IN (SELECT team_id FROM team_member WHERE user_id = $1) OR d.id IN (SELECT deck_id FROM deck_grant WHERE user_id = $1))
      ORDER BY ${{ edited: "last_edited_at DESC, id DESC", created: "created_at DESC, id DESC", name: "title_key, id" }[sort]}`,
    [me],
  );
  expect(seen.map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
});

test("titles are sorted by their words, whatever their case and accents", async () => {
  const ana = await house.guest();
  for (const title of ["zebra", "Éclair", "«apple»", "École"]) await house.createDeck(ana, { title });
  expect(await titles(ana, "?sort=name")).toEqual(["«apple»", "Éclair", "École", "zebra"]);
});

test("a star is one person's own, and a list of theirs", async () => {
  const [ana, ben] = [await house.guest(), await house.guest()];
  const deck = await house.createDeck(ana, { title: "Starred" });
  await house.createDeck(ana, { title: "Plain" });
  const link = await house.createLink(ana, deck.id, { kind: "join", right: "view" });
  await house.join(ben, link.kind === "join" ? link.token : "");
  expect((await patch(ben, deck, { isStarred: true })).status).toBe(200);
  expect([await titles(ben, "?show=starred"), await titles(ana, "?show=starred")]).toEqual([["Starred"], []]);
});

test("what somebody lost their right on is in none of their lists", async () => {
  const [ana, ben] = [await house.guest(), await house.guest()];
  const deck = await house.createDeck(ana, { title: "For a while" });
  const link = await house.createLink(ana, deck.id, { kind: "join", right: "edit" });
  await house.join(ben, link.kind === "join" ? link.token : "");
  await patch(ben, deck, { isStarred: true, isTemplate: true, tags: ["kept"] });
  await house.pool.query("UPDATE deck_link SET revoked_at = now() WHERE id = $1", [link.id]);
  for (const query of ["", "?show=shared", "?show=starred", "?show=recent", "?show=templates", "?tag=kept"])
    expect(await titles(ben, query), query).toEqual([]);
});

test("many decks are acted on at once; what may not be done is refused for itself, in words", async () => {
  const [ana, ben] = [await house.guest(), await house.guest()];
  const decks = [await house.createDeck(ana, { title: "One" }), await house.createDeck(ana, { title: "Two" })];
  const other = await house.createDeck(ben, { title: "Ben's" });
  const deckIds = [...decks, other].map(({ id }) => id);
  const answer = await acts(ana, { deckIds, act: { kind: "trash" } });
  expect(answer.done).toEqual(decks.map(({ id }) => id));
  expect(answer.refused).toEqual([{ deckId: other.id, sentence: expect.stringMatching(/no such deck/) }]);
  expect(await titles(ana, "")).toEqual([]);
  expect([...(await titles(ana, "?show=trash"))].sort()).toEqual(["One", "Two"]);
  await acts(ana, { deckIds, act: { kind: "restore" } });
  expect(await titles(ana, "?show=trash")).toEqual([]);
});

test("tags are added and taken away by many hands, each once whatever its case", async () => {
  const ana = await house.guest();
  const deck = await house.createDeck(ana, { title: "Tagged" });
  for (const tag of ["Draft", "draft", "2026"]) await acts(ana, { deckIds: [deck.id], act: { kind: "tag", tag } });
  await acts(ana, { deckIds: [deck.id], act: { kind: "untag", tag: "DRAFT" } });
  expect([await titles(ana, "?tag=2026"), await titles(ana, "?tag=Draft")]).toEqual([["Tagged"], []]);
});

test("a deck goes for ever only out of the trash", async () => {
  const ana = await house.guest();
  const { id } = await house.createDeck(ana, { title: "Kept" });
  const del = (query: string) => house.call(deckRoute.DELETE, "DELETE", `/api/decks/${id}${query}`, { as: ana, params: { id } });
  expect((await del("?forever=true")).status).toBe(409);
  expect((await del("")).status).toBe(204);
  expect((await del("?forever=true")).status).toBe(204);
  expect((await house.pool.query("SELECT FROM collab_doc WHERE doc_id = $1", [id])).rowCount).toBe(0);
  await expect(deleteDeck(house.runtime, id)).rejects.toThrow(/not in the trash/);
});

test("after 30 days in the trash a deck is deleted, and none before", async () => {
  const ana = await house.guest();
  const [old, young] = [await house.createDeck(ana, { title: "Old" }), await house.createDeck(ana, { title: "Young" })];
  await house.pool.query("UPDATE deck SET trashed_at = now() - interval '31 days' WHERE id = $1", [old.id]);
  await house.pool.query("UPDATE deck SET trashed_at = now() - interval '29 days' WHERE id = $1", [young.id]);
  expect(await purgeTrash(house.runtime, { now: new Date() })).toBe(1);
  expect(await titles(ana, "?show=trash")).toEqual(["Young"]);
});
