import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { WebSocket as NodeWebSocket } from "ws";
import * as collabTokenRoute from "@/app/api/decks/[id]/collab-token/route";
import * as linkRoute from "@/app/api/decks/[id]/links/[linkId]/route";
import * as personRoute from "@/app/api/decks/[id]/people/[userId]/route";
import * as meRoute from "@/app/api/me/route";
import * as sessionRoute from "@/app/api/me/sessions/[sessionId]/route";
import * as sessionsRoute from "@/app/api/me/sessions/route";
import * as memberRoute from "@/app/api/teams/[id]/members/[userId]/route";
import * as teamsRoute from "@/app/api/teams/route";
import * as tokenRoute from "@/app/api/tokens/[tokenId]/route";
import * as tokensRoute from "@/app/api/tokens/route";
import { sessionListSchema } from "@/lib/api/account-page";
import { readApiError } from "@/lib/api/api-error";
import { collabTokenSchema } from "@/lib/api/collab-token";
import type { DeckId } from "@/lib/api/ids";
import { teamPageSchema } from "@/lib/api/teams";
import { createdTokenSchema } from "@/lib/api/tokens";
import { connectDeck } from "@/lib/collab/client/connect-deck";
import type { DeckSource } from "@/lib/collab/client/deck-source";
import { handleAuth } from "@/lib/http/auth-handler";
import { openHouse, stranger, type Actor, type CallOptions, type House } from "@/tests/integration/api/house";
import { serveHouse } from "@/tests/integration/api/served-house";
import { eventually } from "@/tests/support/eventually";

// What y-websocket needs of a browser's WebSocket, `ws` has too.
vi.stubGlobal("WebSocket", NodeWebSocket);

let house: House;
let served: Awaited<ReturnType<typeof serveHouse>>;
const pages = new Set<DeckSource>();
beforeAll(async () => {
  house = await openHouse();
  served = await serveHouse(house);
});
afterEach(() => {
  for (const page of pages) page.stop();
  pages.clear();
});
afterAll(async () => {
  served.close();
  await house.close();
});

/** A deck's page as the browser has it open: with a real socket, and tokens by the route. */
async function openPage(id: DeckId, caller: Pick<CallOptions, "as" | "headers">): Promise<DeckSource> {
  const page = connectDeck({
    deckId: id,
    getToken: async () => {
      const answer = await house.call(collabTokenRoute.GET, "GET", "", { ...caller, params: { id } });
      if (!answer.ok) throw await readApiError(answer);
      return { ...collabTokenSchema.parse(await answer.json()), url: `${served.origin.replace("http", "ws")}/collab/${id}` };
    },
    person: { name: "whatever", color: "red" },
    random: () => 0,
  });
  pages.add(page);
  await eventually(() => expect(["saved", "read-only"]).toContain(page.saveState.state));
  return page;
}

const ended = (reason: string) => ({ state: "ended", reason });
const takenAwayBy = (name: string) => ({ ...ended("forbidden"), sentence: expect.stringMatching(`^${name} took away your access`) });
const takenAway = takenAwayBy("ana");

const password = "a good password";
let people = 0;

/** Somebody who is signed in on two devices, with a deck. */
async function twoDevices() {
  const email = `two-${people++}@example.invalid`;
  const laptop = await house.enter("/sign-up/email", { name: "Ana", email, password });
  const phone = await house.enter("/sign-in/email", { email, password }, stranger());
  const { id } = await house.createDeck(laptop);
  return { laptop, phone, id };
}

test("a device that is signed out from elsewhere hears it on its open page, and the other one goes on", async () => {
  const { laptop, phone, id } = await twoDevices();
  const [here, there] = [await openPage(id, { as: laptop }), await openPage(id, { as: phone })];
  const { sessions } = sessionListSchema.parse(await (await house.call(sessionsRoute.GET, "GET", "", { as: phone })).json());
  const sessionId = sessions.find(({ isThis }) => isThis)?.id ?? "";
  await house.call(sessionRoute.DELETE, "DELETE", "", { as: laptop, params: { sessionId } });
  await eventually(() => expect(there.status).toMatchObject(ended("signed-out")));
  expect([here.status.state, here.canEdit]).toEqual(["ready", true]);
});

test("signing out everywhere ends every open page", async () => {
  const { laptop, phone, id } = await twoDevices();
  const open = [await openPage(id, { as: laptop }), await openPage(id, { as: phone })];
  await house.call(sessionsRoute.DELETE, "DELETE", "", { as: laptop });
  for (const page of open) await eventually(() => expect(page.status).toMatchObject(ended("signed-out")));
});

test("a new password ends the open pages of other devices", async () => {
  const { laptop, phone, id } = await twoDevices();
  const there = await openPage(id, { as: phone });
  const json = { currentPassword: password, newPassword: "another password", revokeOtherSessions: true };
  expect((await house.call(handleAuth, "POST", "/api/auth/change-password", { as: laptop, json })).status).toBe(200);
  await eventually(() => expect(there.status).toMatchObject(ended("signed-out")));
});

test("who signs out in one tab is signed out in the others", async () => {
  const { laptop, id } = await twoDevices();
  const otherTab = await openPage(id, { as: { ...laptop } });
  await house.call(handleAuth, "POST", "/api/auth/sign-out", { as: laptop, json: {} });
  await eventually(() => expect(otherTab.status).toMatchObject(ended("signed-out")));
});

test("an account that is deleted writes nowhere any more, in a team's decks neither", async () => {
  const [ana, ben] = [await house.signUp("ana"), await house.signUp("ben")];
  const team = await newTeam(ana, ben);
  const { id } = await house.createDeck(ana, { teamId: team.id });
  const page = await openPage(id, { as: ben });
  await house.call(meRoute.DELETE, "DELETE", "", { as: { ...ben }, json: { password } });
  await eventually(() => expect(page.status).toMatchObject(ended("signed-out")));
});

test("a program whose token is revoked is sent out", async () => {
  const ana = await house.signUp("ana");
  const { id } = await house.createDeck(ana);
  const made = await house.call(tokensRoute.POST, "POST", "", { as: ana, json: { label: "Script", scope: "write" } });
  const { id: tokenId, token } = createdTokenSchema.parse(await made.json());
  const page = await openPage(id, { headers: { authorization: `Bearer ${token}` } });
  expect(page.canEdit).toBe(true);
  await house.call(tokenRoute.DELETE, "DELETE", "", { as: ana, params: { tokenId } });
  await eventually(() => expect(page.status).toMatchObject(ended("signed-out")));
});

async function newTeam(ana: Actor, ben: Actor) {
  const made = await house.call(teamsRoute.POST, "POST", "", { as: ana, json: { name: "The team" } });
  const team = teamPageSchema.parse(await made.json());
  await house.pool.query("INSERT INTO team_member (team_id, user_id, role) VALUES ($1, $2, 'member')", [team.id, ben.userId]);
  return team;
}

test("a page that came by a link ends as the link is withdrawn", async () => {
  const [ana, ben] = [await house.signUp("ana"), await house.guest()];
  const { id } = await house.createDeck(ana);
  const link = await house.createLink(ana, id, { kind: "join", right: "edit" });
  await house.join(ben, link.kind === "join" ? link.token : "");
  const page = await openPage(id, { as: ben });
  expect(page.canEdit).toBe(true);
  await house.call(linkRoute.DELETE, "DELETE", "", { as: ana, params: { id, linkId: link.id } });
  await eventually(() => expect(page.status).toMatchObject(takenAway));
});

/** An open page of somebody who was given the right to edit by name. */
async function pageOfInvited() {
  const [ana, ben] = [await house.signUp("ana"), await house.signUp("ben")];
  const { id } = await house.createDeck(ana);
  await house.pool.query(`INSERT INTO deck_grant (deck_id, user_id, "right") VALUES ($1, $2, 'edit')`, [id, ben.userId]);
  const page = await openPage(id, { as: ben });
  expect(page.canEdit).toBe(true);
  return { page, ana, ben, params: { id, userId: ben.userId ?? "" } };
}

test("somebody whose access is taken away is told so on their open page, and by whom", async () => {
  const { page, ana, params } = await pageOfInvited();
  await house.call(personRoute.DELETE, "DELETE", "", { as: ana, params });
  await eventually(() => expect(page.status).toMatchObject(takenAway));
});

test("of access that is left it is not told that anybody in particular took it away", async () => {
  const { page, ben, params } = await pageOfInvited();
  await house.call(personRoute.DELETE, "DELETE", "", { as: ben, params });
  await eventually(() => expect(page.status).toMatchObject(takenAwayBy("Somebody")));
});

test("a page of somebody who may only comment from now on stays open, says who changed that, and is not written in any more", async () => {
  const { page, ana, params } = await pageOfInvited();
  await house.call(personRoute.PATCH, "PATCH", "", { as: ana, params, json: { right: "comment" } });
  await eventually(() => expect([page.status.state, page.canEdit]).toEqual(["ready", false]));
  expect(page.saveState).toMatchObject({ isNew: true, by: "ana" });
});

test("what somebody becomes in a team counts on the team's open decks at once", async () => {
  const [ana, ben] = [await house.signUp("ana"), await house.signUp("ben")];
  const team = await newTeam(ana, ben);
  const { id } = await house.createDeck(ana, { teamId: team.id });
  const page = await openPage(id, { as: ben });
  expect(page.canEdit).toBe(true);
  const params = { id: team.id, userId: ben.userId ?? "" };
  await house.call(memberRoute.PATCH, "PATCH", "", { as: ana, params, json: { role: "guest" } });
  await eventually(() => expect(page.status).toMatchObject(takenAway));
});
