import { afterAll, beforeAll, expect, test } from "vitest";
import * as decksRoute from "@/app/api/decks/route";
import * as invitationsRoute from "@/app/api/teams/[id]/invitations/route";
import * as memberRoute from "@/app/api/teams/[id]/members/[userId]/route";
import * as ownerRoute from "@/app/api/teams/[id]/owner/route";
import * as teamRoute from "@/app/api/teams/[id]/route";
import * as teamsRoute from "@/app/api/teams/route";
import { deckListSchema } from "@/lib/api/decks";
import { teamListSchema, teamPageSchema, type TeamPage } from "@/lib/api/teams";
import type { TeamRole } from "@/lib/workspace/policies";
import { openHouse, type Actor, type House } from "@/tests/integration/api/house";

let house: House;
let ana: Actor;
let ben: Actor;
let team: TeamPage;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const add = (person: Actor, role: Exclude<TeamRole, "owner">) =>
  house.pool.query("INSERT INTO team_member (team_id, user_id, role) VALUES ($1, $2, $3)", [team.id, person.userId, role]);

/** A team of ana's with ben in it. */
async function begin(role: Exclude<TeamRole, "owner"> = "member"): Promise<void> {
  [ana, ben] = [await house.signUp("ana"), await house.signUp("ben")];
  team = teamPageSchema.parse(await (await house.call(teamsRoute.POST, "POST", "", { as: ana, json: { name: "Research Group" } })).json());
  await add(ben, role);
}

const seenBy = (as: Actor) => house.call(teamRoute.GET, "GET", "", { as, params: { id: team.id } });
const people = async () => teamPageSchema.parse(await (await seenBy(ana)).json()).people.map(({ name, role }) => `${name}: ${role}`);
const remove = (as: Actor, { userId }: Actor) => house.call(memberRoute.DELETE, "DELETE", "", { as, params: { id: team.id, userId: userId ?? "" } });
const setRole = (as: Actor, { userId }: Actor, role: string) =>
  house.call(memberRoute.PATCH, "PATCH", "", { as, params: { id: team.id, userId: userId ?? "" }, json: { role } });
const handOver = (as: Actor, { userId }: Actor) => house.call(ownerRoute.PUT, "PUT", "", { as, params: { id: team.id }, json: { userId } });

async function decksOf(as: Actor): Promise<readonly string[]> {
  const { decks } = deckListSchema.parse(await (await house.call(decksRoute.GET, "GET", "/api/decks", { as })).json());
  return decks.map(({ title, role }) => `${title}: ${role}`).toSorted();
}

async function sentenceOf(answer: Response): Promise<readonly [status: number, sentence: string]> {
  return [answer.status, String((await answer.json()).detail)];
}

test("a team that gets another name keeps its address", async () => {
  await begin();
  expect(team.slug).toMatch(/^research-group-\w{6}$/);
  const answer = await house.call(teamRoute.PATCH, "PATCH", "", { as: ana, params: { id: team.id }, json: { name: " Systems " } });
  expect(teamPageSchema.parse(await answer.json())).toMatchObject({ name: "Systems", slug: team.slug });
});

test("what somebody is in the team decides what they are to its decks, from then on", async () => {
  await begin();
  const deck = await house.createDeck(ana, { title: "Ours", teamId: team.id });
  expect(await decksOf(ben)).toEqual(["Ours: edit"]);
  await setRole(ana, ben, "admin");
  expect(await decksOf(ben)).toEqual(["Ours: owner"]);
  await setRole(ana, ben, "guest");
  expect([await decksOf(ben), house.calls.filter((call) => call === `recheck ${deck.id}`)]).toEqual([[], expect.objectContaining({ length: 2 })]);
});

test("who is removed loses the team's decks, and keeps what they were given by name", async () => {
  await begin();
  const [deck, given] = [
    await house.createDeck(ana, { title: "Ours", teamId: team.id }),
    await house.createDeck(ana, { title: "Given", teamId: team.id }),
  ];
  await house.pool.query(`INSERT INTO deck_grant (deck_id, user_id, "right") VALUES ($1, $2, 'comment')`, [given.id, ben.userId]);
  expect((await remove(ana, ben)).status).toBe(204);
  expect([await decksOf(ben), await people(), (await seenBy(ben)).status]).toEqual([["Given: comment"], ["ana: owner"], 404]);
  expect(house.calls).toContain(`recheck ${deck.id}`);
});

test("who is removed can't come back by a link that they may have seen; one by mail is for somebody else, and goes on", async () => {
  await begin();
  const invite = (json: object) =>
    house.call(invitationsRoute.POST, "POST", "", { as: ana, params: { id: team.id }, json: { role: "member", ...json } });
  await invite({});
  await invite({ email: "cem@example.org" });
  await remove(ana, ben);
  expect(teamPageSchema.parse(await (await seenBy(ana)).json()).invitations.map(({ email }) => email)).toEqual(["cem@example.org"]);
});

test("a link goes on where somebody leaves", async () => {
  await begin();
  await house.call(invitationsRoute.POST, "POST", "", { as: ana, params: { id: team.id }, json: { role: "member" } });
  await remove(ben, ben);
  expect(teamPageSchema.parse(await (await seenBy(ana)).json()).invitations).toHaveLength(1);
});

test("who leaves is gone, and the decks that they brought stay", async () => {
  await begin();
  await house.createDeck(ben, { title: "Brought", teamId: team.id });
  expect((await remove(ben, ben)).status).toBe(204);
  expect([await decksOf(ben), await decksOf(ana)]).toEqual([[], ["Brought: owner"]]);
});

test("the owner can neither leave nor be made less: the team would be nobody's", async () => {
  await begin("admin");
  for (const act of [remove(ana, ana), remove(ben, ana), setRole(ana, ana, "member"), setRole(ben, ana, "member")])
    expect(await sentenceOf(await act)).toEqual([409, expect.stringMatching(/one owner\. Hand the team over/)]);
  expect(await people()).toEqual(["ana: owner", "ben: admin"]);
});

test("a team that is handed over has one owner, and who had it is an admin", async () => {
  await begin();
  expect((await handOver(ana, ben)).status).toBe(204);
  expect(await people()).toEqual(["ben: owner", "ana: admin"]);
  expect((await remove(ana, ana)).status).toBe(204);
});

test("a team is handed over to somebody who is in it, and is no guest there", async () => {
  await begin("guest");
  const [guest, stranger] = [await handOver(ana, ben), await handOver(ana, await house.signUp("carl"))];
  expect([await sentenceOf(guest), stranger.status]).toEqual([[422, expect.stringMatching(/Make them a member first/)], 404]);
  expect(await people()).toEqual(["ana: owner", "ben: guest"]);
});

test("two hand-overs at once leave one owner", async () => {
  await begin();
  const carl = await house.signUp("carl");
  await add(carl, "member");
  const answers = await Promise.all([handOver(ana, ben), handOver(ana, carl)]);
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([204, 403]);
  expect((await people()).filter((person) => person.endsWith(": owner"))).toHaveLength(1);
});

test("a deleted team's decks are its owner's, those in the trash too, and its members' no more", async () => {
  await begin();
  const decks = [await house.createDeck(ana, { title: "Ours", teamId: team.id }), await house.createDeck(ben, { title: "Old", teamId: team.id })];
  const borrowed = await house.createDeck(ben, { title: "Ben's" });
  await house.pool.query(`INSERT INTO deck_grant (deck_id, team_id, "right") VALUES ($1, $2, 'edit')`, [borrowed.id, team.id]);
  await house.pool.query("UPDATE deck SET trashed_at = now() WHERE id = $1", [decks[1]?.id]);
  expect((await house.call(teamRoute.DELETE, "DELETE", "", { as: ana, params: { id: team.id } })).status).toBe(204);
  expect([await decksOf(ana), await decksOf(ben)]).toEqual([["Ours: owner"], ["Ben's: owner"]]);
  const { rows } = await house.pool.query("SELECT DISTINCT owner_user_id FROM deck WHERE id = ANY($1)", [decks.map(({ id }) => id)]);
  expect(rows).toEqual([{ owner_user_id: ana.userId }]);
  for (const { id } of [...decks, borrowed]) expect(house.calls).toContain(`recheck ${id}`);
  expect(house.calls).toContain(`told ${ben.userId} by ana`);
  expect(teamListSchema.parse(await (await house.call(teamsRoute.GET, "GET", "", { as: ben })).json()).teams).toEqual([]);
});

test("guests make no teams: sign up first", async () => {
  const answer = await house.call(teamsRoute.POST, "POST", "", { as: await house.guest(), json: { name: "Us" } });
  expect(await sentenceOf(answer)).toEqual([403, expect.stringMatching(/Sign up first/)]);
});
