import { afterAll, beforeAll, expect, test } from "vitest";
import * as deckRoute from "@/app/api/decks/[id]/route";
import * as linkRoute from "@/app/api/decks/[id]/links/[linkId]/route";
import * as linksRoute from "@/app/api/decks/[id]/links/route";
import * as joinRoute from "@/app/api/join/[token]/route";
import { roleOn } from "@/lib/workspace/decks/role";
import { findPublicDeck } from "@/lib/workspace/links/find-public";
import type { DeckInfo } from "@/lib/api/decks";
import { deckIdSchema } from "@/lib/api/ids";
import { linkSchema, type DeckLink, type UpdateLinkBody } from "@/lib/api/links";
import { readLink } from "@/lib/workspace/links/deck-link";
import { eventually } from "@/tests/support/eventually";
import { openHouse, userOf, type Actor, type House } from "@/tests/integration/api/house";

let house: House;
let ana: Actor;
let deck: DeckInfo;
beforeAll(async () => {
  house = await openHouse();
  ana = await house.signUp("ana");
  deck = await house.createDeck(ana, { markdown: "# Shared" });
});
afterAll(() => house.close());

function tokenOf(link: DeckLink): string {
  return link.kind === "join" ? link.token : link.slug;
}

function revoke(link: DeckLink): Promise<Response> {
  return house.call(linkRoute.DELETE, "DELETE", `/api/decks/${deck.id}/links/${link.id}`, { as: ana, params: { id: deck.id, linkId: link.id } });
}

async function statusFor(actor: Actor): Promise<number> {
  return (await house.call(deckRoute.GET, "GET", `/api/decks/${deck.id}`, { as: actor, params: { id: deck.id } })).status;
}

test("who joins by a link gets its right, and joining twice changes nothing", async () => {
  const ben = await house.guest();
  const link = await house.createLink(ana, deck.id, { kind: "join", right: "comment" });
  for (const _time of [1, 2]) expect(await (await house.join(ben, tokenOf(link))).json()).toEqual({ deckId: deck.id, right: "comment" });
  const { rows } = await house.pool.query("SELECT count(*)::int AS grants FROM deck_grant WHERE deck_id = $1 AND user_id = $2", [
    deck.id,
    ben.userId,
  ]);
  expect(rows).toEqual([{ grants: 1 }]);
});

test("a link's token has nothing of the deck's id and is long", async () => {
  const link = await house.createLink(ana, deck.id, { kind: "join" });
  expect(tokenOf(link)).toMatch(/^[0-9a-z]{26}$/);
  expect(link.url).toBe(`http://localhost:3000/join/${tokenOf(link)}`);
});

test("the highest of several rights counts, and one withdrawn leaves the others", async () => {
  const ben = await house.guest();
  const view = await house.createLink(ana, deck.id, { kind: "join", right: "view" });
  const edit = await house.createLink(ana, deck.id, { kind: "join", right: "edit" });
  await house.join(ben, tokenOf(edit));
  await house.join(ben, tokenOf(view));
  const roleOfBen = () => (ben.userId === undefined ? undefined : roleOn(house.runtime, deck.id, { userId: ben.userId }));
  expect(await roleOfBen()).toBe("edit");
  expect((await revoke(edit)).status).toBe(204);
  expect(await roleOfBen()).toBe("view");
});

test("withdrawing a link ends its joiners, has sockets look again, and later joins answer 410", async () => {
  const [ben, cleo] = [await house.guest(), await house.guest()];
  const link = await house.createLink(ana, deck.id, { kind: "join", right: "edit" });
  await house.join(ben, tokenOf(link));
  expect(await statusFor(ben)).toBe(200);
  await revoke(link);
  expect(await statusFor(ben)).toBe(404);
  expect(house.calls).toContain(`recheck ${deck.id}`);
  expect(house.calls.at(-1)).toBe(`told ${ben.userId} by ana`);
  expect((await house.join(cleo, tokenOf(link))).status).toBe(410);
});

test("joining and withdrawing at once leaves nobody inside", async () => {
  for (let round = 0; round < 5; round += 1) {
    const guests = await Promise.all(Array.from({ length: 4 }, () => house.guest()));
    const link = await house.createLink(ana, deck.id, { kind: "join", right: "edit" });
    await Promise.all([...guests.map((guest) => house.join(guest, tokenOf(link))), revoke(link)]);
    expect(await Promise.all(guests.map(statusFor))).toEqual([404, 404, 404, 404]);
  }
});

test("a class joins by one link at once", async () => {
  const guests = await Promise.all(Array.from({ length: 12 }, () => house.guest()));
  const link = await house.createLink(ana, deck.id, { kind: "join", right: "edit" });
  const answers = await Promise.all(guests.map((guest) => house.join(guest, tokenOf(link))));
  expect(answers.map((answer) => answer.status)).toEqual(guests.map(() => 200));
});

test("a link's end ends joining and the right it gave", async () => {
  const [ben, cleo] = [await house.guest(), await house.guest()];
  const link = await house.createLink(ana, deck.id, { kind: "join", right: "edit", expiresAt: "2999-01-01T00:00:00Z" });
  await house.join(ben, tokenOf(link));
  await house.pool.query("UPDATE deck_link SET expires_at = now() WHERE id = $1", [link.id]);
  expect(await statusFor(ben)).toBe(404);
  expect((await house.join(cleo, tokenOf(link))).status).toBe(410);
});

test("a password is asked for, and only the right one opens", async () => {
  const ben = await house.guest();
  const link = await house.createLink(ana, deck.id, { kind: "join", right: "view", password: "open sesame" });
  expect(JSON.stringify(link)).not.toContain("sesame");
  const offer = await house.call(joinRoute.GET, "GET", `/api/join/${tokenOf(link)}`, { params: { token: tokenOf(link) } });
  expect(await offer.json()).toEqual({ title: "Shared", right: "view", needsPassword: true });
  expect((await house.join(ben, tokenOf(link))).status).toBe(403);
  expect((await house.join(ben, tokenOf(link), "open barley")).status).toBe(403);
  expect(await statusFor(ben)).toBe(404);
  expect((await house.join(ben, tokenOf(link), "open sesame")).status).toBe(200);
});

test("a public link is not a way in, a join link not a page", async () => {
  const page = await house.createLink(ana, deck.id, { kind: "public" });
  const door = await house.createLink(ana, deck.id, { kind: "join", right: "view" });
  expect((await house.join(await house.guest(), tokenOf(page))).status).toBe(404);
  expect(await findPublicDeck(house.runtime, tokenOf(door), () => false)).toEqual({ state: "missing" });
});

test("a public link finds the text until it is withdrawn, and again after the deck left the trash", async () => {
  const own = await house.createDeck(ana, { markdown: "# Public" });
  const link = await house.createLink(ana, own.id, { kind: "public" });
  const find = async () => (await findPublicDeck(house.runtime, tokenOf(link), () => false)).state;
  expect(await find()).toBe("there");
  await house.call(deckRoute.DELETE, "DELETE", "", { as: ana, params: { id: own.id } });
  expect(await find()).toBe("withdrawn");
  await house.call(deckRoute.PATCH, "PATCH", "", { as: ana, params: { id: own.id }, json: { trashed: false } });
  expect(await find()).toBe("there");
});

test("a frozen link shows its version, and a version of another deck is refused", async () => {
  const { rows } = await house.pool.query(
    "INSERT INTO deck_version (deck_id, generation, seq, name, markdown) VALUES ($1, 1, 1, 'Rehearsed', '# As rehearsed') RETURNING id",
    [deck.id],
  );
  const target = rows[0].id;
  const link = await house.createLink(ana, deck.id, { kind: "public", target });
  expect(await findPublicDeck(house.runtime, tokenOf(link), () => false)).toMatchObject({ markdown: "# As rehearsed" });
  const other = await house.createDeck(ana);
  const refused = await house.call(linksRoute.POST, "POST", "", { as: ana, params: { id: other.id }, json: { kind: "public", target } });
  expect(refused.status).toBe(422);
});

function patch(link: DeckLink, json: UpdateLinkBody): Promise<Response> {
  return house.call(linkRoute.PATCH, "PATCH", "", { as: ana, params: { id: deck.id, linkId: link.id }, json });
}

test("a public link is switched between the latest and a version, and keeps its address", async () => {
  const own = await house.createDeck(ana, { markdown: "# As it was" });
  const link = await house.createLink(ana, own.id, { kind: "public" });
  const change = async (target: string) =>
    linkSchema.parse(
      await (await house.call(linkRoute.PATCH, "PATCH", "", { as: ana, params: { id: own.id, linkId: link.id }, json: { target } })).json(),
    );
  const shown = async () => await findPublicDeck(house.runtime, tokenOf(link), () => false);
  const frozen = await change("current");
  expect([frozen.url, frozen.version]).toMatchObject([link.url, { name: null, isOutdated: false }]);
  await house.runtime.collab.editDeck(deckIdSchema.parse(own.id), () => "# As it is", { kind: "api", userId: userOf(ana) });
  await eventually(async () => expect((await readOne(own.id, link)).version?.isOutdated).toBe(true));
  expect(await shown()).toMatchObject({ markdown: "# As it was" });
  expect((await change("current")).version?.isOutdated).toBe(false);
  expect(await shown()).toMatchObject({ markdown: "# As it is" });
  expect(await change("latest")).toMatchObject({ url: link.url, target: "latest", version: null });
});

async function readOne(deckId: string, { id }: DeckLink): Promise<DeckLink> {
  return readLink(house.pool, deckIdSchema.parse(deckId), { origin: "", linkId: id });
}

test("a label, an end and a password come and go", async () => {
  const link = await house.createLink(ana, deck.id, { kind: "join", right: "view" });
  const given = await patch(link, { label: "For the committee", expiresAt: "2999-01-01T00:00:00Z", password: "open sesame" });
  expect(await given.json()).toMatchObject({
    label: "For the committee",
    expiresAt: "2999-01-01T00:00:00.000Z",
    hasPassword: true,
    isExpired: false,
  });
  expect((await house.join(await house.guest(), tokenOf(link))).status).toBe(403);
  const taken = await patch(link, { label: null, expiresAt: null, password: null });
  expect(await taken.json()).toMatchObject({ label: null, expiresAt: null, hasPassword: false });
  expect((await house.join(await house.guest(), tokenOf(link))).status).toBe(200);
});

test.each([
  ["an end in the past", { expiresAt: "2001-01-01T00:00:00Z" }],
  ["a version for a link that is no page", { target: "current" as const }],
])("changing a link to %s is refused in words", async (_what, json) => {
  const link = await house.createLink(ana, deck.id, { kind: "join" });
  const answer = await patch(link, json);
  expect([answer.status, answer.headers.get("content-type")]).toEqual([422, "application/problem+json"]);
});

test("guessing a join link's password ends in 429", async () => {
  const link = await house.createLink(ana, deck.id, { kind: "join", password: "open sesame" });
  const ben = await house.guest();
  expect((await house.join(ben, tokenOf(link), "wrong")).status).toBe(403);
  await house.pool.query("UPDATE rate_limit SET count = 30 WHERE key LIKE $1", [`linkPassword:${link.id}:%`]);
  expect((await house.join(ben, tokenOf(link), "open sesame")).status).toBe(429);
});

test("a withdrawn link can't be changed", async () => {
  const link = await house.createLink(ana, deck.id, { kind: "join" });
  await revoke(link);
  expect((await patch(link, { label: "Back" })).status).toBe(404);
});

test.each([
  ["an end in the past", { kind: "join", expiresAt: "2001-01-01T00:00:00Z" }, 422],
  ["a public link that lets people edit", { kind: "public", right: "edit" }, 422],
  ["a right that doesn't exist", { kind: "join", right: "own" }, 422],
  ["a password of three letters", { kind: "public", password: "abc" }, 422],
])("%s is refused in words", async (_what, json, status) => {
  const answer = await house.call(linksRoute.POST, "POST", "", { as: ana, params: { id: deck.id }, json });
  expect([answer.status, answer.headers.get("content-type")]).toEqual([status, "application/problem+json"]);
});

test("another deck's link can't be withdrawn here", async () => {
  const other = await house.createDeck(ana);
  const link = await house.createLink(ana, other.id, { kind: "join" });
  expect((await revoke(link)).status).toBe(404);
});
