import { afterAll, beforeAll, expect, test } from "vitest";
import * as actsRoute from "@/app/api/decks/acts/route";
import * as deckRoute from "@/app/api/decks/[id]/route";
import * as decksRoute from "@/app/api/decks/route";
import * as folderRoute from "@/app/api/folders/[folderId]/route";
import * as foldersRoute from "@/app/api/folders/route";
import * as libraryRoute from "@/app/api/library/route";
import { deckActsAnswerSchema } from "@/lib/api/deck-acts";
import { deckListSchema, deckSchema } from "@/lib/api/decks";
import { folderSchema, librarySchema, type CreateFolderBody, type Folder } from "@/lib/api/library";
import { openHouse, type Actor, type House } from "@/tests/integration/api/house";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const makeFolder = (as: Actor, json: CreateFolderBody): Promise<Response> => house.call(foldersRoute.POST, "POST", "/api/folders", { as, json });

async function newFolder(as: Actor, body: CreateFolderBody): Promise<Folder> {
  return folderSchema.parse(await (await makeFolder(as, body)).json());
}

async function foldersOf(as: Actor): Promise<readonly (readonly [string, number])[]> {
  const { folders } = librarySchema.parse(await (await house.call(libraryRoute.GET, "GET", "", { as })).json());
  return folders.map(({ name, decks }) => [name, decks] as const);
}

async function titlesIn(as: Actor, folderId: string): Promise<readonly string[]> {
  const answer = await house.call(decksRoute.GET, "GET", `/api/decks?folder=${folderId}`, { as });
  return deckListSchema.parse(await answer.json()).decks.map(({ title }) => title);
}

function move(as: Actor, id: string, folderId: string | null): Promise<Response> {
  return house.call(deckRoute.PATCH, "PATCH", `/api/decks/${id}`, { as, params: { id }, json: { folderId } });
}

/** A team of these people, the first of whom owns it. */
async function newTeam(...people: readonly Actor[]) {
  const { rows } = await house.pool.query("INSERT INTO team (name, slug) VALUES ('The team', gen_random_uuid()) RETURNING id");
  for (const [index, { userId }] of people.entries())
    await house.pool.query("INSERT INTO team_member (team_id, user_id, role) VALUES ($1, $2, $3)", [
      rows[0].id,
      userId,
      index === 0 ? "owner" : "member",
    ]);
  return rows[0].id;
}

test("a deck lies in a folder until it is taken out, and the folder says how many do", async () => {
  const ana = await house.guest();
  const folder = await newFolder(ana, { name: "Spring" });
  const { id } = await house.createDeck(ana, { title: "Talk" });
  expect(deckSchema.parse(await (await move(ana, id, folder.id)).json()).folderId).toBe(folder.id);
  expect([await titlesIn(ana, folder.id), await foldersOf(ana)]).toEqual([["Talk"], [["Spring", 1]]]);
  await move(ana, id, null);
  expect([await titlesIn(ana, folder.id), await foldersOf(ana)]).toEqual([[], [["Spring", 0]]]);
});

test("two folders of one owner have two names, whatever their case", async () => {
  const [ana, ben] = [await house.guest(), await house.guest()];
  const { id } = await newFolder(ana, { name: "Spring" });
  const autumn = await newFolder(ana, { name: "Autumn" });
  const rename = (folderId: string, name: string) => house.call(folderRoute.PATCH, "PATCH", "", { as: ana, params: { folderId }, json: { name } });
  expect([(await makeFolder(ana, { name: "SPRING" })).status, (await rename(autumn.id, "spring")).status]).toEqual([409, 409]);
  expect([(await rename(id, "SPRING")).status, (await makeFolder(ben, { name: "Spring" })).status]).toEqual([204, 201]);
});

test("a deleted folder leaves its decks where everybody finds them", async () => {
  const ana = await house.guest();
  const folder = await newFolder(ana, { name: "Short-lived" });
  const { id } = await house.createDeck(ana, { title: "Stays" });
  await move(ana, id, folder.id);
  await house.call(folderRoute.DELETE, "DELETE", "", { as: ana, params: { folderId: folder.id } });
  const all = deckListSchema.parse(await (await house.call(decksRoute.GET, "GET", "/api/decks", { as: ana })).json());
  expect(all.decks).toMatchObject([{ title: "Stays", folderId: null }]);
});

test("a team's folder is every member's, and nobody else's", async () => {
  const [ana, ben, stranger] = [await house.signUp("ana"), await house.signUp("ben"), await house.guest()];
  const teamId = await newTeam(ana, ben);
  const folder = await newFolder(ana, { name: "Ours", teamId });
  const { id } = await house.createDeck(ben, { title: "Team's", teamId });
  expect((await move(ben, id, folder.id)).status).toBe(200);
  expect([await foldersOf(ana), await foldersOf(ben), await foldersOf(stranger)]).toEqual([[["Ours", 1]], [["Ours", 1]], []]);
  expect((await house.call(folderRoute.DELETE, "DELETE", "", { as: stranger, params: { folderId: folder.id } })).status).toBe(404);
});

test("a folder holds its owner's decks alone", async () => {
  const [ana, ben] = [await house.signUp("ana"), await house.signUp("ben")];
  const teamId = await newTeam(ana, ben);
  const folder = await newFolder(ana, { name: "Ours", teamId });
  const { id } = await house.createDeck(ana, { title: "Ana's" });
  const answer = await move(ana, id, folder.id);
  expect([answer.status, (await answer.json()).detail]).toEqual([409, expect.stringMatching(/the decks of The team/)]);
});

test("a deck that comes to another owner leaves its folder, whoever moves it", async () => {
  const ana = await house.signUp("ana");
  const folder = await newFolder(ana, { name: "Mine" });
  const { id } = await house.createDeck(ana);
  await move(ana, id, folder.id);
  await house.pool.query("UPDATE deck SET owner_user_id = NULL, owner_team_id = $2 WHERE id = $1", [id, await newTeam(ana)]);
  expect(await foldersOf(ana)).toEqual([["Mine", 0]]);
});

test("many decks are moved at once, as far as they are the person's to move", async () => {
  const [ana, ben] = [await house.guest(), await house.guest()];
  const folder = await newFolder(ana, { name: "All" });
  const decks = [await house.createDeck(ana), await house.createDeck(ana), await house.createDeck(ben)];
  const json = { deckIds: decks.map(({ id }) => id), act: { kind: "folder", folderId: folder.id } };
  const { done, refused } = deckActsAnswerSchema.parse(await (await house.call(actsRoute.POST, "POST", "", { as: ana, json })).json());
  expect([done.length, refused.length, await foldersOf(ana)]).toEqual([2, 1, [["All", 2]]]);
});

test("a guest who signs up keeps folders and stars", async () => {
  const guest = await house.guest();
  const folder = await newFolder(guest, { name: "From before" });
  const { id } = await house.createDeck(guest, { title: "Kept" });
  await move(guest, id, folder.id);
  await house.call(deckRoute.PATCH, "PATCH", "", { as: guest, params: { id }, json: { isStarred: true } });
  const ana = await house.signUp("ana", guest);
  expect(await foldersOf(ana)).toEqual([["From before", 1]]);
  const deck = deckSchema.parse(await (await house.call(deckRoute.GET, "GET", "", { as: ana, params: { id } })).json());
  expect(deck).toMatchObject({ isStarred: true, folderId: expect.any(String) });
});

test("a deck begins with a template's text", async () => {
  const deck = await house.createDeck(await house.guest(), { template: "lightning-talk" });
  expect(deck).toMatchObject({ slides: 5, cover: { theme: "signal" } });
});

test("a library tells all of its tags, some hundreds too", async () => {
  const ana = await house.guest();
  for (let deck = 0; deck < 13; deck++) {
    const { id } = await house.createDeck(ana);
    await house.pool.query("UPDATE deck SET tags = ARRAY(SELECT 'tag ' || number FROM generate_series($2::int, $2::int + 19) number) WHERE id = $1", [
      id,
      deck * 20,
    ]);
  }
  const { tags } = librarySchema.parse(await (await house.call(libraryRoute.GET, "GET", "", { as: ana })).json());
  expect(tags).toHaveLength(260);
});
