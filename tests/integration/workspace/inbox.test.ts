import { afterAll, beforeAll, expect, test } from "vitest";
import * as commentsRoute from "@/app/api/decks/[id]/comments/route";
import * as repliesRoute from "@/app/api/decks/[id]/comments/[commentId]/replies/route";
import * as watchRoute from "@/app/api/decks/[id]/watch/route";
import * as inboxRoute from "@/app/api/inbox/route";
import * as countRoute from "@/app/api/inbox/count/route";
import * as seenRoute from "@/app/api/inbox/seen/route";
import * as itemRoute from "@/app/api/inbox/[itemId]/route";
import * as teamsRoute from "@/app/api/teams/route";
import { commentThreadSchema, type CommentThread } from "@/lib/api/comments";
import type { DeckId } from "@/lib/api/ids";
import { inboxCountSchema, inboxSchema, watchSchema, type Inbox, type WatchLevel } from "@/lib/api/inbox";
import { teamPageSchema } from "@/lib/api/teams";
import type { Letter } from "@/lib/mail/letter";
import { sendLetters } from "@/lib/workspace/inbox/letters";
import { openHouse, type Actor, type House } from "@/tests/integration/api/house";

let house: House;
let ana: Actor;
let ben: Actor;
let cleo: Actor;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

/** Ana's deck, which Ben may edit and Cleo comment on; new people every time, so that inboxes are empty. */
async function openDeck(): Promise<DeckId> {
  await house.pool.query("DELETE FROM inbox_item");
  ana = await house.signUp("Ana");
  ben = await house.signUp("Ben");
  cleo = await house.signUp("Cleo");
  const { id } = await house.createDeck(ana, { markdown: "# Caching\n\nthe cache is warm\n" });
  for (const [person, right] of [
    [ben, "edit"],
    [cleo, "comment"],
  ] as const) {
    const link = await house.createLink(ana, id, { kind: "join", right });
    if (link.kind === "join") await house.join(person, link.token);
  }
  return id;
}

async function say(id: DeckId, body: string, as: Actor): Promise<CommentThread> {
  const answer = await house.call(commentsRoute.POST, "POST", `/api/decks/${id}/comments`, { as, params: { id }, json: { body } });
  return commentThreadSchema.parse(await answer.json());
}

async function reply(id: DeckId, commentId: string, { body, as }: { readonly body: string; readonly as: Actor }): Promise<void> {
  await house.call(repliesRoute.POST, "POST", `/api/decks/${id}/comments/${commentId}/replies`, { as, params: { id, commentId }, json: { body } });
}

async function inboxOf(as: Actor, query = ""): Promise<Inbox> {
  return inboxSchema.parse(await (await house.call(inboxRoute.GET, "GET", `/api/inbox${query}`, { as })).json());
}

async function reasons(as: Actor): Promise<readonly string[]> {
  return (await inboxOf(as)).items.map(({ reason, body }) => `${reason}: ${body}`);
}

async function watch(id: DeckId, level: WatchLevel, as: Actor): Promise<void> {
  await house.call(watchRoute.PUT, "PUT", `/api/decks/${id}/watch`, { as, params: { id }, json: { level } });
}

async function levelOf(id: DeckId, as: Actor): Promise<WatchLevel> {
  return watchSchema.parse(await (await house.call(watchRoute.GET, "GET", `/api/decks/${id}/watch`, { as, params: { id } })).json()).level;
}

/** All that waits has waited so long. */
async function age(minutes: number): Promise<void> {
  await house.pool.query("UPDATE inbox_item SET created_at = created_at - make_interval(mins => $1)", [minutes]);
}

/** Sends what is due, and returns the letters to these people. */
async function letters(): Promise<readonly Letter[]> {
  const sent: Letter[] = [];
  const mailer = { send: async (letter: Letter) => sent.push(letter) > 0 };
  await sendLetters({ pool: house.pool, mailer }, { origin: "https://talks.example" });
  return sent;
}

test("a mention, an answer and a comment on one's own deck are told apart; one's own words are no news", async () => {
  const id = await openDeck();
  const thread = await say(id, "Is it, @Ben?", cleo);
  await reply(id, thread.id, { body: "It is.", as: ben });
  expect(await reasons(ana)).toEqual(["comment: It is.", "comment: Is it, @Ben?"]);
  expect(await reasons(ben)).toEqual(["mention: Is it, @Ben?"]);
  expect(await reasons(cleo)).toEqual(["reply: It is."]);
});

test("what somebody hears of a deck is theirs to say, and their name always gets through", async () => {
  const id = await openDeck();
  await watch(id, "mute", ana);
  await watch(id, "watching", ben);
  await watch(id, "mentions", cleo);
  const thread = await say(id, "Hello @Ana", cleo);
  await reply(id, thread.id, { body: "And hello @Cleo", as: ben });
  await reply(id, thread.id, { body: "Nobody", as: ben });
  expect(await reasons(ana)).toEqual(["mention: Hello @Ana"]);
  expect(await reasons(ben)).toEqual(["comment: Hello @Ana"]);
  expect(await reasons(cleo)).toEqual(["mention: And hello @Cleo"]);
});

test("of a team's deck they hear who wrote in it: no one person owns it", async () => {
  await openDeck();
  const made = await house.call(teamsRoute.POST, "POST", "/api/teams", { as: ana, json: { name: "Caches" } });
  const { id: teamId } = teamPageSchema.parse(await made.json());
  for (const person of [ben, cleo]) {
    await house.pool.query("INSERT INTO team_member (team_id, user_id, role) VALUES ($1, $2, 'member')", [teamId, person.userId]);
  }
  const { id } = await house.createDeck(ben, { markdown: "# Ours\n", teamId });
  await say(id, "Is that all?", cleo);
  expect([await reasons(ben), await reasons(ana)]).toEqual([["comment: Is that all?"], []]);
  expect([await levelOf(id, ben), await levelOf(id, ana)]).toEqual(["watching", "participating"]);
});

test("seen and handled are two things", async () => {
  const id = await openDeck();
  await say(id, "One", ben);
  await say(id, "Two", ben);
  const count = async () => inboxCountSchema.parse(await (await house.call(countRoute.GET, "GET", "/api/inbox/count", { as: ana })).json()).unseen;
  expect(await count()).toBe(2);
  await house.call(seenRoute.POST, "POST", "/api/inbox/seen", { as: ana });
  expect([await count(), (await inboxOf(ana)).items.map(({ isSeen }) => isSeen)]).toEqual([0, [true, true]]);
  const [newest] = (await inboxOf(ana)).items;
  const itemId = newest?.id ?? "";
  await house.call(itemRoute.PATCH, "PATCH", `/api/inbox/${itemId}`, { as: ana, params: { itemId }, json: { handled: true } });
  expect([(await inboxOf(ana)).items.length, (await inboxOf(ana, "?show=handled")).items.map(({ body }) => body)]).toEqual([1, ["Two"]]);
  const foreign = await house.call(itemRoute.PATCH, "PATCH", `/api/inbox/${itemId}`, { as: ben, params: { itemId }, json: { handled: false } });
  expect(foreign.status).toBe(404);
});

test("who lost the right to comment finds nothing of the deck in the inbox, and no letter", async () => {
  const id = await openDeck();
  await say(id, "For @Cleo alone", ben);
  await house.pool.query(`UPDATE deck_grant SET "right" = 'view' WHERE deck_id = $1 AND user_id = $2`, [id, cleo.userId]);
  expect(await inboxOf(cleo)).toMatchObject({ items: [], unseen: 0 });
  await age(15);
  expect((await letters()).filter(({ to }) => /^cleo-/i.test(to))).toEqual([]);
});

test("an inbox comes in pages, newest first", async () => {
  const id = await openDeck();
  for (const body of ["One", "Two", "Three"]) await say(id, body, ben);
  const first = await inboxOf(ana, "?limit=2");
  const second = await inboxOf(ana, `?limit=2&cursor=${first.nextCursor}`);
  expect([first, second].map(({ items }) => items.map(({ body }) => body))).toEqual([["Three", "Two"], ["One"]]);
  expect(second.nextCursor).toBeNull();
});

test("a mention that nobody has seen after ten minutes is told by mail, once, and takes along what else waits", async () => {
  const id = await openDeck();
  await say(id, "Nothing much", cleo);
  await say(id, "Look, @Ana", ben);
  await age(9);
  expect(await letters()).toEqual([]);
  await age(2);
  const [letter, ...others] = await letters();
  expect(others).toEqual([]);
  expect(letter).toMatchObject({
    to: expect.stringMatching(/^Ana-/i),
    subject: "2 comments wait for you in Lectern",
    sentences: ["Cleo in “Caching”: Nothing much", "Ben in “Caching”: Look, @Ana"],
    act: { url: "https://talks.example/inbox" },
  });
  await age(60);
  expect(await letters()).toEqual([]);
});

test("what names nobody waits a day for its letter, and what was seen has none", async () => {
  const id = await openDeck();
  await say(id, "One", ben);
  await age(60);
  expect(await letters()).toEqual([]);
  await age(24 * 60);
  expect((await letters()).map(({ subject }) => subject)).toEqual(["Ben commented in “Caching”"]);
  await say(id, "Two, @Ana", ben);
  await house.call(seenRoute.POST, "POST", "/api/inbox/seen", { as: ana });
  await age(15);
  expect(await letters()).toEqual([]);
});
