import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as deckInvitationRoute from "@/app/api/decks/[id]/invitations/[invitationId]/route";
import * as deckInvitationsRoute from "@/app/api/decks/[id]/invitations/route";
import * as decksRoute from "@/app/api/decks/route";
import * as invitationRoute from "@/app/api/invitations/[token]/route";
import * as teamInvitationsRoute from "@/app/api/teams/[id]/invitations/route";
import * as teamRoute from "@/app/api/teams/[id]/route";
import * as teamsRoute from "@/app/api/teams/route";
import { deckListSchema } from "@/lib/api/decks";
import { acceptedSchema, sentInvitationSchema, type InviteToDeckBody, type InviteToTeamBody, type SentInvitation } from "@/lib/api/invitations";
import { maxPeoplePerTeam } from "@/lib/api/limits";
import { teamPageSchema } from "@/lib/api/teams";
import type { Letter } from "@/lib/mail/letter";
import { setRuntime } from "@/lib/runtime";
import { openHouse, type Actor, type House } from "@/tests/integration/api/house";

let house: House;
const letters: Letter[] = [];
beforeAll(async () => {
  house = await openHouse();
  const mailer = { send: async (letter: Letter) => letters.push(letter) > 0, stop: () => undefined };
  setRuntime({ ...house.runtime, mailer });
});
afterAll(() => house.close());

const newAddress = () => `${randomUUID()}@example.invalid`;
const lettersTo = (email: string) => letters.filter(({ to }) => to === email);

async function inviteToDeck(as: Actor, id: string, json: InviteToDeckBody): Promise<SentInvitation> {
  return sentInvitationSchema.parse(await (await house.call(deckInvitationsRoute.POST, "POST", "", { as, params: { id }, json })).json());
}

async function inviteToTeam(as: Actor, id: string, json: InviteToTeamBody): Promise<SentInvitation> {
  return sentInvitationSchema.parse(await (await house.call(teamInvitationsRoute.POST, "POST", "", { as, params: { id }, json })).json());
}

interface OfDeck {
  readonly deckId: string;
  readonly invitationId: string;
}

const sendAgain = (as: Actor, { deckId: id, invitationId }: OfDeck) =>
  house.call(deckInvitationRoute.POST, "POST", "", { as, params: { id, invitationId } });
const withdraw = (as: Actor, { deckId: id, invitationId }: OfDeck) =>
  house.call(deckInvitationRoute.DELETE, "DELETE", "", { as, params: { id, invitationId } });

const tokenOf = ({ url }: Pick<SentInvitation, "url">) => url.split("/").at(-1) ?? "";
const look = (invitation: SentInvitation) => house.call(invitationRoute.GET, "GET", "", { params: { token: tokenOf(invitation) } });
const accept = (as: Actor, invitation: SentInvitation) =>
  house.call(invitationRoute.POST, "POST", "", { as, params: { token: tokenOf(invitation) } });

async function refusalOf(answer: Response): Promise<readonly [status: number, sentence: string]> {
  return [answer.status, String((await answer.json()).detail)];
}

/** Title and role of each deck in somebody's list. */
async function decksOf(as: Actor): Promise<readonly string[]> {
  const { decks } = deckListSchema.parse(await (await house.call(decksRoute.GET, "GET", "/api/decks", { as })).json());
  return decks.map(({ title, role }) => `${title}: ${role}`).toSorted();
}

async function newTeam(as: Actor) {
  return teamPageSchema.parse(await (await house.call(teamsRoute.POST, "POST", "", { as, json: { name: "The team" } })).json());
}

async function peopleOf(as: Actor, id: string) {
  const { people } = teamPageSchema.parse(await (await house.call(teamRoute.GET, "GET", "", { as, params: { id } })).json());
  return people.map(({ name, role }) => `${name}: ${role}`);
}

const expire = ({ id }: SentInvitation) => house.pool.query("UPDATE invitation SET expires_at = now() - interval '1 second' WHERE id = $1", [id]);

test("a letter brings one person to the deck, with the right that was meant for them", async () => {
  const [ana, ben, carl] = [await house.signUp("ana"), await house.signUp("ben"), await house.signUp("carl")];
  const deck = await house.createDeck(ana, { title: "Talk" });
  const email = newAddress();
  const invitation = await inviteToDeck(ana, deck.id, { email, right: "comment" });
  expect([invitation.isMailed, lettersTo(email).map(({ act }) => act?.url)]).toEqual([true, [invitation.url]]);
  expect(await (await look(invitation)).json()).toEqual({ kind: "deck", title: "Talk", right: "comment", invitedBy: "ana" });
  expect(acceptedSchema.parse(await (await accept(ben, invitation)).json())).toEqual({ kind: "deck", deckId: deck.id });
  expect(await refusalOf(await accept(carl, invitation))).toEqual([410, expect.stringMatching(/accepted already/)]);
  expect([await decksOf(ben), await decksOf(carl)]).toEqual([["Talk: comment"], []]);
});

test("two who accept one letter at once don't both come in", async () => {
  const [ana, ben, carl] = [await house.signUp("ana"), await house.signUp("ben"), await house.signUp("carl")];
  const deck = await house.createDeck(ana);
  const invitation = await inviteToDeck(ana, deck.id, { email: newAddress(), right: "edit" });
  const answers = await Promise.all([ben, carl].map((person) => accept(person, invitation)));
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 410]);
});

test("who is invited once more gets a second letter, and the offer is what was said last", async () => {
  const ana = await house.signUp("ana");
  const deck = await house.createDeck(ana);
  const email = newAddress();
  const first = await inviteToDeck(ana, deck.id, { email, right: "view" });
  const second = await inviteToDeck(ana, deck.id, { email: email.toUpperCase(), right: "edit" });
  expect([second.id, lettersTo(email)]).toEqual([first.id, [expect.anything(), expect.anything()]]);
  expect(await (await look(first)).json()).toMatchObject({ right: "edit" });
});

test("an invitation that was withdrawn brings nobody in, and says so", async () => {
  const [ana, ben] = [await house.signUp("ana"), await house.signUp("ben")];
  const deck = await house.createDeck(ana);
  const invitation = await inviteToDeck(ana, deck.id, { email: newAddress(), right: "edit" });
  const it = { deckId: deck.id, invitationId: invitation.id };
  expect((await withdraw(ana, it)).status).toBe(204);
  expect(await refusalOf(await accept(ben, invitation))).toEqual([410, expect.stringMatching(/withdrawn/)]);
  expect((await look(invitation)).status).toBe(410);
  expect([(await sendAgain(ana, it)).status, (await withdraw(ana, it)).status]).toEqual([404, 404]);
});

test("an invitation that expired brings nobody in until it is sent again", async () => {
  const [ana, ben] = [await house.signUp("ana"), await house.signUp("ben")];
  const deck = await house.createDeck(ana, { title: "Late" });
  const invitation = await inviteToDeck(ana, deck.id, { email: newAddress(), right: "edit" });
  await expire(invitation);
  expect(await refusalOf(await accept(ben, invitation))).toEqual([410, expect.stringMatching(/expired/)]);
  const again = sentInvitationSchema.parse(await (await sendAgain(ana, { deckId: deck.id, invitationId: invitation.id })).json());
  expect([again.url, again.isExpired, again.isMailed]).toEqual([invitation.url, false, true]);
  expect((await accept(ben, invitation)).status).toBe(200);
  expect(await decksOf(ben)).toEqual(["Late: edit"]);
});

test("an invitation makes nobody's right smaller, and an owner no guest of their own deck", async () => {
  const [ana, ben] = [await house.signUp("ana"), await house.signUp("ben")];
  const deck = await house.createDeck(ana, { title: "Talk" });
  await accept(ben, await inviteToDeck(ana, deck.id, { email: newAddress(), right: "edit" }));
  await accept(ben, await inviteToDeck(ana, deck.id, { email: newAddress(), right: "view" }));
  await accept(ana, await inviteToDeck(ana, deck.id, { email: newAddress(), right: "view" }));
  expect([await decksOf(ben), await decksOf(ana)]).toEqual([["Talk: edit"], ["Talk: owner"]]);
  expect((await house.pool.query("SELECT FROM deck_grant WHERE deck_id = $1", [deck.id])).rowCount).toBe(1);
});

test("a guest accepts an invitation to a deck, and takes it along into an account with their own decks", async () => {
  const [ana, guest] = [await house.signUp("ana"), await house.guest()];
  const deck = await house.createDeck(ana, { title: "Shared" });
  await house.createDeck(guest, { title: "Own" });
  expect((await accept(guest, await inviteToDeck(ana, deck.id, { email: newAddress(), right: "edit" }))).status).toBe(200);
  await house.signUp("gus", guest);
  expect(await decksOf(guest)).toEqual(["Own: owner", "Shared: edit"]);
});

test("an invitation to a deck ends with the deck", async () => {
  const [ana, ben] = [await house.signUp("ana"), await house.signUp("ben")];
  const deck = await house.createDeck(ana);
  const invitation = await inviteToDeck(ana, deck.id, { email: newAddress(), right: "edit" });
  await house.pool.query("UPDATE deck SET trashed_at = now() WHERE id = $1", [deck.id]);
  expect((await accept(ben, invitation)).status).toBe(410);
});

test("a team's link brings as many as come, each with its role", async () => {
  const [ana, ben, carl] = [await house.signUp("ana"), await house.signUp("ben"), await house.signUp("carl")];
  const team = await newTeam(ana);
  const link = await inviteToTeam(ana, team.id, { role: "member" });
  expect([link.email, link.isMailed]).toEqual([null, false]);
  expect(await (await look(link)).json()).toEqual({ kind: "team", name: "The team", role: "member", invitedBy: "ana" });
  for (const person of [ben, carl, ben])
    expect(acceptedSchema.parse(await (await accept(person, link)).json())).toEqual({ kind: "team", slug: team.slug });
  expect(await peopleOf(ana, team.id)).toEqual(["ana: owner", "ben: member", "carl: member"]);
});

test("a team's letter brings one person", async () => {
  const [ana, ben, carl] = [await house.signUp("ana"), await house.signUp("ben"), await house.signUp("carl")];
  const team = await newTeam(ana);
  const letter = await inviteToTeam(ana, team.id, { email: newAddress(), role: "admin" });
  expect([(await accept(ben, letter)).status, (await accept(carl, letter)).status]).toEqual([200, 410]);
  expect(await peopleOf(ana, team.id)).toEqual(["ana: owner", "ben: admin"]);
});

test("a guest needs an account to join a team, and the invitation waits for it", async () => {
  const [ana, guest] = [await house.signUp("ana"), await house.guest()];
  const team = await newTeam(ana);
  const letter = await inviteToTeam(ana, team.id, { email: newAddress(), role: "member" });
  expect(await refusalOf(await accept(guest, letter))).toEqual([403, expect.stringMatching(/Sign up first/)]);
  await house.signUp("gus", guest);
  expect((await accept(guest, letter)).status).toBe(200);
  expect(await peopleOf(ana, team.id)).toEqual(["ana: owner", "gus: member"]);
});

test("a team's invitation makes nobody less than they are, its owner least of all", async () => {
  const [ana, ben] = [await house.signUp("ana"), await house.signUp("ben")];
  const team = await newTeam(ana);
  await accept(ben, await inviteToTeam(ana, team.id, { role: "admin" }));
  const lesser = await inviteToTeam(ana, team.id, { role: "guest" });
  for (const person of [ana, ben]) await accept(person, lesser);
  expect(await peopleOf(ana, team.id)).toEqual(["ana: owner", "ben: admin"]);
});

test("the page of a team lists its open invitations until they are accepted", async () => {
  const [ana, ben] = [await house.signUp("ana"), await house.signUp("ben")];
  const team = await newTeam(ana);
  const [link, letter] = [
    await inviteToTeam(ana, team.id, { role: "member" }),
    await inviteToTeam(ana, team.id, { email: newAddress(), role: "member" }),
  ];
  const open = async () =>
    teamPageSchema
      .parse(await (await house.call(teamRoute.GET, "GET", "", { as: ana, params: { id: team.id } })).json())
      .invitations.map(({ id }) => id);
  expect(await open()).toEqual([letter.id, link.id]);
  await accept(ben, letter);
  expect(await open()).toEqual([link.id]);
});

test("a full team takes nobody more, and says so; the invitation waits, and who is in it can come again", async () => {
  const [ana, ben] = [await house.signUp("ana"), await house.signUp("ben")];
  const team = await newTeam(ana);
  await house.pool.query(
    `WITH made AS (INSERT INTO person (name, email) SELECT 'Somebody', gen_random_uuid() || '@example.invalid' FROM generate_series(2, $2::int) RETURNING id)
     INSERT INTO team_member (team_id, user_id, role) SELECT $1, id, 'member' FROM made`,
    [team.id, maxPeoplePerTeam],
  );
  const invitation = await inviteToTeam(ana, team.id, { email: newAddress(), role: "member" });
  expect(await refusalOf(await accept(ben, invitation))).toEqual([409, expect.stringMatching(/up to 500 people/)]);
  expect((await accept(ana, await inviteToTeam(ana, team.id, { role: "member" }))).status).toBe(200);
  await house.pool.query(
    "DELETE FROM team_member WHERE team_id = $1 AND user_id = (SELECT user_id FROM team_member WHERE team_id = $1 AND role = 'member' LIMIT 1)",
    [team.id],
  );
  expect((await accept(ben, invitation)).status).toBe(200);
});
