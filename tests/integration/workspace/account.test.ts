import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import * as deckRoute from "@/app/api/decks/[id]/route";
import * as meRoute from "@/app/api/me/route";
import * as sessionRoute from "@/app/api/me/sessions/[sessionId]/route";
import * as sessionsRoute from "@/app/api/me/sessions/route";
import * as teamsRoute from "@/app/api/teams/route";
import { sessionListSchema } from "@/lib/api/account-page";
import { teamPageSchema } from "@/lib/api/teams";
import { handleAuth } from "@/lib/http/auth-handler";
import type { Letter } from "@/lib/mail/letter";
import { setRuntime } from "@/lib/runtime";
import { getAccount } from "@/lib/workspace/people/account";
import { openHouse, stranger, userOf, type Actor, type House } from "@/tests/integration/api/house";

let house: House;
const letters: Letter[] = [];
beforeAll(async () => {
  house = await openHouse();
  const mailer = { send: async (letter: Letter) => letters.push(letter) > 0, stop: () => undefined };
  setRuntime({ ...house.runtime, mailer });
});
afterAll(() => house.close());

async function signUp(): Promise<{ readonly actor: Actor; readonly email: string }> {
  const email = `${randomUUID()}@example.invalid`;
  return { email, actor: await house.enter("/sign-up/email", { name: "Ana", email, password: "a good password" }) };
}

const statusOf = async (actor: Actor) => (await house.call(meRoute.GET, "GET", "/api/me", { as: actor })).status;
const lastLetterTo = (email: string) => letters.findLast(({ to }) => to === email);
const sessionsOf = async (actor: Actor) =>
  sessionListSchema.parse(await (await house.call(sessionsRoute.GET, "GET", "/api/me/sessions", { as: actor })).json()).sessions;

test("a letter brings a new password, once, and ends all sessions", async () => {
  const { actor, email } = await signUp();
  await house.call(handleAuth, "POST", "/api/auth/request-password-reset", { json: { email } });
  const { url = "" } = lastLetterTo(email)?.act ?? {};
  expect(url).toMatch(/^http:\/\/localhost:3000\/reset-password\?token=/);
  const reset = (newPassword: string) =>
    house.call(handleAuth, "POST", "/api/auth/reset-password", { json: { token: new URL(url).searchParams.get("token"), newPassword } });
  expect((await reset("another password")).status).toBe(200);
  expect(await statusOf(actor)).toBe(204);
  await house.enter("/sign-in/email", { email, password: "another password" }, actor);
  const again = await reset("a third password");
  expect([again.status, (await again.json()).detail]).toEqual([400, expect.stringMatching(/Ask for another one/)]);
});

test("nothing tells whether an address has an account", async () => {
  const { email } = await signUp();
  const ask = async (asked: string) => {
    const answer = await house.call(handleAuth, "POST", "/api/auth/request-password-reset", { json: { email: asked } });
    return [answer.status, await answer.text()];
  };
  expect(await ask("nobody@example.invalid")).toEqual(await ask(email));
  expect(lastLetterTo("nobody@example.invalid")).toBeUndefined();
});

test("the address of a letter is the server's own, whatever host the request names", async () => {
  const { email } = await signUp();
  await house.call(handleAuth, "POST", "/api/auth/request-password-reset", { json: { email }, headers: { host: "evil.example" } });
  expect(lastLetterTo(email)?.act?.url).not.toContain("evil");
});

test("a letter after the sign-up confirms the address", async () => {
  const { email } = await signUp();
  const { pathname, search } = new URL(lastLetterTo(email)?.act?.url ?? "");
  const answer = await house.call(handleAuth, "GET", `${pathname}${search}`);
  expect([answer.status, answer.headers.get("location")]).toEqual([302, "/account"]);
  const { rows } = await house.pool.query("SELECT email_verified FROM person WHERE email = $1", [email]);
  expect(rows).toEqual([{ email_verified: true }]);
});

test("sessions are listed without their tokens, and one or all are ended", async () => {
  const { actor, email } = await signUp();
  const [phone, tablet] = [stranger(), stranger()];
  for (const device of [phone, tablet]) await house.enter("/sign-in/email", { email, password: "a good password" }, device);
  const sessions = await sessionsOf(actor);
  expect(sessions.filter(({ isThis }) => isThis)).toHaveLength(1);
  const raw = await (await house.call(sessionsRoute.GET, "GET", "/api/me/sessions", { as: actor })).text();
  const { rows } = await house.pool.query("SELECT token FROM session WHERE user_id = $1", [actor.userId]);
  for (const { token } of rows) expect(raw).not.toContain(token);
  const phoneId = (await sessionsOf(phone)).find(({ isThis }) => isThis)?.id ?? "";
  await house.call(sessionRoute.DELETE, "DELETE", `/api/me/sessions/${phoneId}`, { as: actor, params: { sessionId: phoneId } });
  expect([await statusOf(phone), await statusOf(tablet)]).toEqual([204, 200]);
  await house.call(sessionsRoute.DELETE, "DELETE", "/api/me/sessions", { as: actor });
  expect([await statusOf(actor), await statusOf(tablet)]).toEqual([204, 204]);
});

test("whose session it is takes one question to the database", async () => {
  const { actor } = await signUp();
  const query = vi.spyOn(house.pool, "query");
  const [status, questions] = [await statusOf(actor), query.mock.calls.length];
  query.mockRestore();
  expect([status, questions]).toEqual([200, 1]);
});

test("a session counts with its own signature alone, and until it expires", async () => {
  const { actor } = await signUp();
  const { userId, cookie } = actor;
  const forged = cookie.replace(/(session_token=)(.)/, (_, name: string, sign: string) => name + (sign === "a" ? "b" : "a"));
  const unsigned = cookie.replace(/(session_token=[^.]+\.).*/, `$1${encodeURIComponent(`${"A".repeat(43)}=`)}`);
  for (const wrong of [forged, unsigned]) expect(await statusOf({ userId, cookie: wrong })).toBe(204);
  expect(await statusOf({ userId, cookie })).toBe(200);
  await house.pool.query("UPDATE session SET expires_at = now() - interval '1 second' WHERE user_id = $1", [userId]);
  expect(await statusOf({ userId, cookie })).toBe(204);
});

test("a session that was not used for a day is prolonged, with its cookie", async () => {
  const { actor } = await signUp();
  await house.pool.query("UPDATE session SET expires_at = expires_at - interval '2 days' WHERE user_id = $1", [actor.userId]);
  const answer = await house.call(meRoute.GET, "GET", "/api/me", { as: actor });
  expect([answer.status, answer.headers.getSetCookie().some((cookie) => cookie.includes("session_token="))]).toEqual([200, true]);
  const { rows } = await house.pool.query("SELECT expires_at > now() + interval '89 days' AS prolonged FROM session WHERE user_id = $1", [
    actor.userId,
  ]);
  expect(rows).toEqual([{ prolonged: true }]);
});

const leave = (as: Actor, json: unknown) => house.call(meRoute.DELETE, "DELETE", "/api/me", { as, json });

test("an account goes with its decks, with the password alone, and open pages hear of it", async () => {
  const { actor } = await signUp();
  const deck = await house.createDeck(actor, { markdown: "# Mine" });
  const ben = await house.guest();
  const link = await house.createLink(actor, deck.id, { kind: "join", right: "edit" });
  await house.join(ben, link.kind === "join" ? link.token : "");
  expect((await leave(actor, { password: "a wrong password" })).status).toBe(403);
  expect((await leave(actor, {})).status).toBe(403);
  expect((await leave(actor, { password: "a good password" })).status).toBe(204);
  expect((await house.call(deckRoute.GET, "GET", "", { as: ben, params: { id: deck.id } })).status).toBe(404);
  expect(house.calls).toContain(`close ${deck.id} deleted`);
  expect(await statusOf(actor)).toBe(204);
});

test("decks of a team that nobody else is in are told to go with the account, and go; those of other teams stay", async () => {
  const { actor } = await signUp();
  const other = await signUp();
  const teamOf = async (owner: Actor, name: string) =>
    teamPageSchema.parse(await (await house.call(teamsRoute.POST, "POST", "/api/teams", { as: owner, json: { name } })).json()).id;
  const [alone, theirs] = [await teamOf(actor, "Alone"), await teamOf(other.actor, "Theirs")];
  await house.pool.query("INSERT INTO team_member (team_id, user_id, role) VALUES ($1, $2, 'member')", [theirs, actor.userId]);
  const decks = [await house.createDeck(actor, { teamId: alone }), await house.createDeck(actor, { teamId: theirs }), await house.createDeck(actor)];
  expect(await getAccount(house, userOf(actor))).toMatchObject({ decks: 1, loneTeamDecks: 1, sharedDecks: 0 });
  expect((await leave(actor, { password: "a good password" })).status).toBe(204);
  const { rows } = await house.pool.query("SELECT id FROM deck WHERE id = ANY($1::uuid[])", [decks.map(({ id }) => id)]);
  expect(rows).toEqual([{ id: decks[1]?.id }]);
});

test("who owns a team with others can't leave them without an owner", async () => {
  const { actor } = await signUp();
  const other = await signUp();
  const team = teamPageSchema.parse(await (await house.call(teamsRoute.POST, "POST", "/api/teams", { as: actor, json: { name: "Us" } })).json());
  await house.pool.query("INSERT INTO team_member (team_id, user_id, role) VALUES ($1, $2, 'member')", [team.id, other.actor.userId]);
  const answer = await leave(actor, { password: "a good password" });
  expect([answer.status, (await answer.json()).detail]).toEqual([409, expect.stringContaining("“Us”")]);
  await house.pool.query("DELETE FROM team_member WHERE user_id = $1", [other.actor.userId]);
  expect((await leave(actor, { password: "a good password" })).status).toBe(204);
  expect((await house.pool.query("SELECT FROM team WHERE id = $1", [team.id])).rowCount).toBe(0);
});

test("pages that have a team's deck open hear that somebody of the team deleted their account", async () => {
  const { actor } = await signUp();
  const { actor: owner } = await signUp();
  const team = teamPageSchema.parse(await (await house.call(teamsRoute.POST, "POST", "/api/teams", { as: owner, json: { name: "Us" } })).json());
  await house.pool.query("INSERT INTO team_member (team_id, user_id, role) VALUES ($1, $2, 'member')", [team.id, actor.userId]);
  const deck = await house.createDeck(owner, { teamId: team.id });
  const given = await house.createDeck(owner);
  await house.pool.query(`INSERT INTO deck_grant (deck_id, team_id, "right") VALUES ($1, $2, 'edit')`, [given.id, team.id]);
  expect((await leave(actor, { password: "a good password" })).status).toBe(204);
  expect(house.calls).toEqual(expect.arrayContaining([`recheck ${deck.id}`, `recheck ${given.id}`]));
});

test("a guest deletes all of theirs without a password", async () => {
  const guest = await house.guest();
  await house.createDeck(guest);
  expect((await leave(guest, {})).status).toBe(204);
});
