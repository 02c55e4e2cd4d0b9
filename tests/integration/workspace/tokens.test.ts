import { expect, test } from "vitest";
import * as collabTokenRoute from "@/app/api/decks/[id]/collab-token/route";
import * as copyRoute from "@/app/api/decks/[id]/copy/route";
import * as deckRoute from "@/app/api/decks/[id]/route";
import * as linksRoute from "@/app/api/decks/[id]/links/route";
import * as markdownRoute from "@/app/api/decks/[id]/markdown/route";
import * as importRoute from "@/app/api/decks/import/route";
import * as copiesRoute from "@/app/api/decks/[id]/slides/copies/route";
import * as decksRoute from "@/app/api/decks/route";
import * as folderRoute from "@/app/api/folders/[folderId]/route";
import * as foldersRoute from "@/app/api/folders/route";
import * as libraryRoute from "@/app/api/library/route";
import * as meRoute from "@/app/api/me/route";
import * as searchRoute from "@/app/api/search/route";
import * as teamRoute from "@/app/api/teams/[id]/route";
import * as tokenRoute from "@/app/api/tokens/[tokenId]/route";
import * as tokensRoute from "@/app/api/tokens/route";
import { deckListSchema, deckSchema } from "@/lib/api/decks";
import { importedDeckSchema } from "@/lib/api/import";
import { folderSchema } from "@/lib/api/library";
import { searchResultSchema } from "@/lib/api/search";
import { apiTokenListSchema, createdTokenSchema, type CreateTokenBody, type CreatedToken } from "@/lib/api/tokens";
import type { RouteHandler } from "@/lib/http/handle";
import { setUpHouse, type Actor, type House } from "@/tests/integration/api/house";

let house: House;
let ana: Actor;
setUpHouse(async (opened) => {
  house = opened;
  ana = await house.signUp("Ana");
});

async function makeToken(as: Actor, body: Partial<CreateTokenBody> = {}): Promise<CreatedToken> {
  const answer = await house.call(tokensRoute.POST, "POST", "/api/tokens", { as, json: { label: "for a test", scope: "read", ...body } });
  return createdTokenSchema.parse(await answer.json());
}

/** A program's call: no cookie, a token. */
const callWith = (
  token: string,
  handler: RouteHandler,
  method: string,
  path: string,
  options: { readonly id?: string; readonly json?: unknown; readonly body?: string } = {},
) =>
  house.call(handler, method, path, {
    params: options.id === undefined ? {} : { id: options.id },
    ...(options.json === undefined ? {} : { json: options.json }),
    ...(options.body === undefined ? {} : { body: options.body }),
    headers: { authorization: `Bearer ${token}`, ...(options.body === undefined ? {} : { "content-type": "text/markdown" }) },
  });

const tokensOf = async (as: Actor) => apiTokenListSchema.parse(await (await house.call(tokensRoute.GET, "GET", "/api/tokens", { as })).json()).tokens;

test("a token is told once, and nowhere is it kept as it is", async () => {
  const { token, id, hint } = await makeToken(ana);
  expect(token).toMatch(/^lct_[0-9a-z]{40}$/);
  expect(token.endsWith(hint)).toBe(true);
  const [listed] = await tokensOf(ana);
  expect(JSON.stringify(listed)).not.toContain(token);
  const { rows } = await house.pool.query("SELECT * FROM api_token WHERE id = $1", [id]);
  expect(JSON.stringify(rows)).not.toContain(token);
});

test("it acts for the person who made it, and says when it was used", async () => {
  const { token, id } = await makeToken(ana);
  const me = await (await callWith(token, meRoute.GET, "GET", "/api/me")).json();
  expect(me).toMatchObject({ id: ana.userId, name: "Ana" });
  expect((await tokensOf(ana)).find((one) => one.id === id)?.lastUsedAt).not.toBeNull();
});

test("each scope does what it says, and no more", async () => {
  const { id } = await house.createDeck(ana, { markdown: "# A talk" });
  const tokens = {
    read: await makeToken(ana, { scope: "read" }),
    write: await makeToken(ana, { scope: "write" }),
    publish: await makeToken(ana, { scope: "publish" }),
  };
  const asks = async ({ token }: CreatedToken) => [
    (await callWith(token, markdownRoute.GET, "GET", `/api/decks/${id}/markdown`, { id })).status,
    (await callWith(token, markdownRoute.PUT, "PUT", `/api/decks/${id}/markdown`, { id, body: "# Another" })).status,
    (await callWith(token, collabTokenRoute.GET, "GET", `/api/decks/${id}/collab-token`, { id })).status,
    (await callWith(token, decksRoute.POST, "POST", "/api/decks", { json: {} })).status,
    (await callWith(token, linksRoute.GET, "GET", `/api/decks/${id}/links`, { id })).status,
  ];
  expect(await asks(tokens.read)).toEqual([200, 403, 403, 403, 403]);
  expect(await asks(tokens.write)).toEqual([200, 204, 200, 201, 403]);
  expect(await asks(tokens.publish)).toEqual([200, 204, 200, 201, 200]);
});

test("no token makes tokens or changes the account", async () => {
  const { token } = await makeToken(ana, { scope: "publish" });
  const made = await callWith(token, tokensRoute.POST, "POST", "/api/tokens", { json: { label: "more", scope: "read" } });
  const renamed = await callWith(token, meRoute.PATCH, "PATCH", "/api/me", { json: { name: "Eve" } });
  expect([made.status, renamed.status]).toEqual([403, 403]);
  expect((await made.json()).detail).toContain("can't be done with a token");
});

test("revoked or ended it is nobody's, and says so", async () => {
  const revoked = await makeToken(ana);
  const params = { tokenId: revoked.id };
  expect((await house.call(tokenRoute.DELETE, "DELETE", `/api/tokens/${revoked.id}`, { as: ana, params })).status).toBe(204);
  const answer = await callWith(revoked.token, meRoute.GET, "GET", "/api/me");
  expect([answer.status, (await answer.json()).detail]).toEqual([401, expect.stringContaining("revoked")]);
  const ended = await makeToken(ana, { expiresAt: new Date(Date.now() + 60_000).toISOString() });
  await house.pool.query("UPDATE api_token SET expires_at = now() - interval '1 second' WHERE id = $1", [ended.id]);
  expect((await callWith(ended.token, meRoute.GET, "GET", "/api/me")).status).toBe(401);
});

test("nobody revokes another's token, and guests have none", async () => {
  const { id, token } = await makeToken(ana);
  const ben = await house.signUp("Ben");
  expect((await house.call(tokenRoute.DELETE, "DELETE", `/api/tokens/${id}`, { as: ben, params: { tokenId: id } })).status).toBe(404);
  expect((await callWith(token, meRoute.GET, "GET", "/api/me")).status).toBe(200);
  const guest = await house.guest();
  expect((await house.call(tokensRoute.POST, "POST", "/api/tokens", { as: guest, json: { label: "mine", scope: "read" } })).status).toBe(403);
});

test("a team's token finds the team's decks alone, for as long as its maker runs the team", async () => {
  const own = await house.createDeck(ana, { markdown: "# Own" });
  const shared = await house.createDeck(ana, { markdown: "# Shared" });
  const { rows } = await house.pool.query<{ id: string }>("INSERT INTO team (name, slug) VALUES ('Crew', 'crew') RETURNING id");
  const teamId = rows[0]?.id ?? "";
  await house.pool.query("INSERT INTO team_member (team_id, user_id, role) VALUES ($1, $2, 'admin')", [teamId, ana.userId]);
  await house.pool.query("UPDATE deck SET owner_user_id = NULL, owner_team_id = $2 WHERE id = $1", [shared.id, teamId]);
  const { token } = await makeToken(ana, { teamId });
  const look = async (id: string) => (await callWith(token, deckRoute.GET, "GET", `/api/decks/${id}`, { id })).status;
  expect([await look(shared.id), await look(own.id)]).toEqual([200, 404]);
  const read = async (handler: RouteHandler, address: string, params = {}) => (await callWith(token, handler, "GET", address, params)).json();
  const { decks } = deckListSchema.parse(await read(decksRoute.GET, "/api/decks"));
  const found = searchResultSchema.parse(await read(searchRoute.GET, "/api/search?q=shared"));
  expect([decks.map(({ id }) => id), found.decks.map(({ deck }) => deck.id)]).toEqual([[shared.id], [shared.id]]);
  expect(searchResultSchema.parse(await read(searchRoute.GET, "/api/search?q=own")).decks).toEqual([]);
  expect(await read(libraryRoute.GET, "/api/library")).toMatchObject({ teams: [{ id: teamId }], folders: [] });
  expect(await read(teamRoute.GET, "/", { id: teamId })).toMatchObject({ people: [{ name: "Ana" }] });
  const other = await house.pool.query<{ id: string }>("INSERT INTO team (name, slug) VALUES ('Other', 'other') RETURNING id");
  await house.pool.query("INSERT INTO team_member (team_id, user_id, role) VALUES ($1, $2, 'admin')", [other.rows[0]?.id, ana.userId]);
  expect((await callWith(token, teamRoute.GET, "GET", "/", { id: other.rows[0]?.id ?? "" })).status).toBe(404);
  const { token: writing } = await makeToken(ana, { teamId, scope: "write" });
  const make = (json: unknown) => callWith(writing, decksRoute.POST, "POST", "/api/decks", { json });
  expect(deckSchema.parse(await (await make({ title: "Made" })).json()).owner).toMatchObject({ kind: "team", id: teamId });
  expect((await make({ teamId: other.rows[0]?.id })).status).toBe(403);
  const ben = await house.signUp("Ben");
  const refused = await house.call(tokensRoute.POST, "POST", "/api/tokens", { as: ben, json: { label: "theirs", scope: "read", teamId } });
  expect(refused.status).toBe(403);
  await house.pool.query("UPDATE team_member SET role = 'member' WHERE team_id = $1", [teamId]);
  expect(await look(shared.id)).toBe(401);
});

test("a team's token brings decks into its team and keeps the team's folders, and touches nobody else's", async () => {
  const newTeam = async (name: string) => {
    const { rows } = await house.pool.query<{ id: string }>("INSERT INTO team (name, slug) VALUES ($1, gen_random_uuid()) RETURNING id", [name]);
    const id = rows[0]?.id ?? "";
    await house.pool.query("INSERT INTO team_member (team_id, user_id, role) VALUES ($1, $2, 'admin')", [id, ana.userId]);
    return id;
  };
  const [teamId, otherId] = [await newTeam("Band"), await newTeam("Orchestra")];
  const [{ token }, { token: reading }] = [await makeToken(ana, { teamId, scope: "write" }), await makeToken(ana, { teamId, scope: "read" })];
  const bring = (json: object, by = token) => callWith(by, importRoute.POST, "POST", "/api/decks/import", { json: { source: "# Brought", ...json } });
  const brought = importedDeckSchema.parse(await (await bring({})).json());
  expect(brought.owner).toMatchObject({ kind: "team", id: teamId });
  expect([(await bring({ teamId: otherId })).status, (await bring({}, reading)).status]).toEqual([403, 403]);

  const own = await house.createDeck(ana, { markdown: "# Own" });
  const borrow = (from: string, anchor: string) =>
    callWith(token, copiesRoute.POST, "POST", "/", { id: brought.id, json: { from, anchors: [anchor] } });
  expect([(await borrow(own.id, "own")).status, (await borrow(brought.id, "brought")).status]).toEqual([404, 200]);
  const copy = await callWith(token, copyRoute.POST, "POST", "/", { id: brought.id, json: { title: "A copy" } });
  expect(deckSchema.parse(await copy.json()).owner).toMatchObject({ kind: "team", id: teamId });

  const make = (json: object, by = token) => callWith(by, foldersRoute.POST, "POST", "/api/folders", { json: { name: "Spring", ...json } });
  const folder = folderSchema.parse(await (await make({})).json());
  expect(folder.teamId).toBe(teamId);
  expect([(await make({ teamId: otherId })).status, (await make({ name: "Read" }, reading)).status]).toEqual([403, 403]);
  const moved = await callWith(token, deckRoute.PATCH, "PATCH", "/", { id: brought.id, json: { folderId: folder.id } });
  expect(deckSchema.parse(await moved.json()).folderId).toBe(folder.id);

  const at = (handler: RouteHandler, method: string, folderId: string, json?: object) =>
    house.call(handler, method, "/", { params: { folderId }, json, headers: { authorization: `Bearer ${token}` } });
  const ownFolder = folderSchema.parse(
    await (await house.call(foldersRoute.POST, "POST", "/api/folders", { as: ana, json: { name: "Own" } })).json(),
  );
  expect((await at(folderRoute.PATCH, "PATCH", folder.id, { name: "Summer" })).status).toBe(204);
  expect((await at(folderRoute.PATCH, "PATCH", ownFolder.id, { name: "Taken" })).status).toBe(404);
  expect((await at(folderRoute.DELETE, "DELETE", ownFolder.id)).status).toBe(404);
  expect((await at(folderRoute.DELETE, "DELETE", folder.id)).status).toBe(204);
});
