import { afterAll, beforeAll, expect, test } from "vitest";
import * as commentsRoute from "@/app/api/decks/[id]/comments/route";
import * as copyRoute from "@/app/api/decks/[id]/copy/route";
import * as filesRoute from "@/app/api/decks/[id]/files/route";
import * as markdownRoute from "@/app/api/decks/[id]/markdown/route";
import * as ownerRoute from "@/app/api/decks/[id]/owner/route";
import * as peopleRoute from "@/app/api/decks/[id]/people/route";
import * as deckRoute from "@/app/api/decks/[id]/route";
import * as foldersRoute from "@/app/api/folders/route";
import * as teamsRoute from "@/app/api/teams/route";
import { deckSchema, type DeckInfo } from "@/lib/api/decks";
import type { DeckId } from "@/lib/api/ids";
import { folderSchema } from "@/lib/api/library";
import { deckPeopleSchema } from "@/lib/api/people";
import { teamPageSchema } from "@/lib/api/teams";
import { answerDeckFile } from "@/lib/http/deck-file";
import { openHouse, userOf, type Actor, type House } from "@/tests/integration/api/house";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const twoPeople = async () => [await house.signUp("ana"), await house.signUp("ben")] as const;
const grant = (deckId: DeckId, { userId }: Actor, right: string) =>
  house.pool.query(`INSERT INTO deck_grant (deck_id, user_id, "right") VALUES ($1, $2, $3)`, [deckId, userId, right]);
const handOver = (as: Actor, id: DeckId, json: unknown) => house.call(ownerRoute.PUT, "PUT", "", { as, params: { id }, json });
const get = (as: Actor, id: DeckId) => house.call(deckRoute.GET, "GET", "", { as, params: { id } });

async function deckFor(as: Actor, id: DeckId): Promise<DeckInfo> {
  return deckSchema.parse(await (await get(as, id)).json());
}

async function peopleOf(as: Actor, id: DeckId) {
  const { owner, people, teams } = deckPeopleSchema.parse(await (await house.call(peopleRoute.GET, "GET", "", { as, params: { id } })).json());
  return [owner.name, ...people.map(({ name, right }) => `${name}: ${right}`), ...teams.map(({ name, right }) => `${name}: ${right}`)];
}

async function newTeam(as: Actor, ...members: readonly Actor[]) {
  const team = teamPageSchema.parse(await (await house.call(teamsRoute.POST, "POST", "", { as, json: { name: "The team" } })).json());
  for (const { userId } of members)
    await house.pool.query("INSERT INTO team_member (team_id, user_id, role) VALUES ($1, $2, 'member')", [team.id, userId]);
  return team;
}

async function putIntoFolder(as: Actor, id: DeckId): Promise<void> {
  const folder = folderSchema.parse(await (await house.call(foldersRoute.POST, "POST", "", { as, json: { name: "Spring" } })).json());
  await house.call(deckRoute.PATCH, "PATCH", "", { as, params: { id }, json: { folderId: folder.id } });
}

test("a deck that is handed over to somebody is theirs, and who had it may go on writing", async () => {
  const [ana, ben] = await twoPeople();
  const { id } = await house.createDeck(ana);
  await grant(id, ben, "view");
  await putIntoFolder(ana, id);
  expect((await handOver(ana, id, { userId: ben.userId })).status).toBe(204);
  expect([await deckFor(ben, id), await deckFor(ana, id)]).toMatchObject([
    { role: "owner", folderId: null },
    { role: "edit", folderId: null },
  ]);
  expect(await peopleOf(ben, id)).toEqual(["ben", "ana: edit"]);
  expect(house.calls.slice(-2)).toEqual([`recheck ${id}`, `told ${ben.userId} by ana`]);
});

test("a deck goes to people who have access and an account, and to nobody else", async () => {
  const [ana, ben] = await twoPeople();
  const guest = await house.guest();
  const { id } = await house.createDeck(ana);
  await grant(id, guest, "edit");
  const answers = [await handOver(ana, id, { userId: ben.userId }), await handOver(ana, id, { userId: guest.userId })];
  expect(await Promise.all(answers.map(async (answer) => [answer.status, (await answer.json()).detail]))).toEqual([
    [422, expect.stringMatching(/Invite them first/)],
    [422, expect.stringMatching(/sign up first/)],
  ]);
  expect((await deckFor(ana, id)).role).toBe("owner");
});

test("a deck that moves into a team is its members', leaves its folder, and stays with those who had it by name", async () => {
  const [ana, ben] = await twoPeople();
  const carl = await house.signUp("carl");
  const team = await newTeam(ana, ben);
  const { id } = await house.createDeck(ana);
  await grant(id, carl, "comment");
  await putIntoFolder(ana, id);
  expect((await handOver(ana, id, { teamId: team.id })).status).toBe(204);
  const seen = [await deckFor(ana, id), await deckFor(ben, id), await deckFor(carl, id)];
  expect(seen.map(({ role, folderId }) => [role, folderId])).toEqual([
    ["owner", null],
    ["edit", null],
    ["comment", null],
  ]);
  expect((await peopleOf(ben, id))[0]).toBe("The team");
});

test("a deck that was shared with the team that gets it is not shared with it twice", async () => {
  const ana = await house.signUp("ana");
  const team = await newTeam(ana);
  const { id } = await house.createDeck(ana);
  await house.pool.query(`INSERT INTO deck_grant (deck_id, team_id, "right") VALUES ($1, $2, 'view')`, [id, team.id]);
  await handOver(ana, id, { teamId: team.id });
  expect(await peopleOf(ana, id)).toEqual(["The team", "ana: edit"]);
});

test("a team that hands a deck over goes on writing in it", async () => {
  const [ana, ben] = await twoPeople();
  const team = await newTeam(ana, ben);
  const { id } = await house.createDeck(ana, { teamId: team.id });
  expect((await handOver(ana, id, { userId: ben.userId })).status).toBe(204);
  expect(await peopleOf(ben, id)).toEqual(["ben", "The team: edit"]);
  expect((await deckFor(ana, id)).role).toBe("edit");
});

test("a deck moves into no team of others", async () => {
  const [ana, ben] = await twoPeople();
  const { id } = await house.createDeck(ana);
  expect((await handOver(ana, id, { teamId: (await newTeam(ben)).id })).status).toBe(422);
  expect((await get(ben, id)).status).toBe(404);
});

const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><rect width="1" height="1" fill="red"/></svg>`;

async function copyOf(as: Actor, id: DeckId, json: unknown = {}): Promise<DeckInfo> {
  return deckSchema.parse(await (await house.call(copyRoute.POST, "POST", "", { as, params: { id }, json })).json());
}

test("a copy has the text and the files, an id of its own, and nobody's comments, links or rights", async () => {
  const [ana, ben] = await twoPeople();
  const { id } = await house.createDeck(ana, { markdown: "# Talk\n\n![a](a.svg)" });
  const file = { body: svg, headers: { "content-type": "image/svg+xml", "x-file-name": "a.svg" } };
  expect((await house.call(filesRoute.POST, "POST", "", { as: ana, params: { id }, ...file })).status).toBe(201);
  expect((await house.call(commentsRoute.POST, "POST", "", { as: ana, params: { id }, json: { body: "Why?" } })).status).toBe(201);
  await house.createLink(ana, id, { kind: "join", right: "edit" });
  await grant(id, ben, "comment");
  const copy = await copyOf(ben, id);
  expect(copy).toMatchObject({ title: "Copy of Talk", role: "owner" });
  expect(copy.id).not.toBe(id);
  expect(await (await house.call(markdownRoute.GET, "GET", "", { as: ben, params: { id: copy.id } })).text()).toBe("# Talk\n\n![a](a.svg)");
  const request = new Request(`http://localhost:3000/decks/${copy.id}/files/a.svg`, { headers: { cookie: ben.cookie, host: "localhost:3000" } });
  expect(await (await answerDeckFile(request, { runtime: house.runtime, deckId: copy.id, path: "a.svg" })).text()).toContain("fill");
  const { rows } = await house.pool.query(
    `SELECT deck_id = $1 AS original, count(*)::int FROM (
       SELECT deck_id FROM comment_thread UNION ALL SELECT deck_id FROM deck_link UNION ALL SELECT deck_id FROM deck_grant) beside
      WHERE deck_id IN ($1, $2) GROUP BY 1`,
    [id, copy.id],
  );
  expect(rows).toEqual([{ original: true, count: 3 }]);
  expect((await get(ana, copy.id)).status).toBe(404);
});

test("a copy and its original go their own ways", async () => {
  const ana = await house.signUp("ana");
  const { id } = await house.createDeck(ana, { markdown: "# One" });
  const copy = await copyOf(ana, id, { title: "Two" });
  await house.runtime.collab.editDeck(copy.id, () => "# Changed", { kind: "import", userId: userOf(ana) });
  expect([(await deckFor(ana, id)).title, (await house.runtime.collab.readDeck(id)).markdown]).toEqual(["One", "# One"]);
});

test("a copy is made for a team of whoever copies, and for no other", async () => {
  const [ana, ben] = await twoPeople();
  const [own, others] = [await newTeam(ana), await newTeam(ben)];
  const { id } = await house.createDeck(ana, { title: "Talk" });
  expect((await peopleOf(ana, (await copyOf(ana, id, { teamId: own.id })).id))[0]).toBe("The team");
  expect((await house.call(copyRoute.POST, "POST", "", { as: ana, params: { id }, json: { teamId: others.id } })).status).toBe(422);
});
