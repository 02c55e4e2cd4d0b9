import { afterAll, beforeAll, expect, test } from "vitest";
import * as tokenRoute from "@/app/api/decks/[id]/collab-token/route";
import * as decksRoute from "@/app/api/decks/route";
import { collabTokenSchema, formerTokenHeader } from "@/lib/api/collab-token";
import { deckListSchema } from "@/lib/api/decks";
import type { DeckId } from "@/lib/api/ids";
import { verifyCollabToken } from "@/lib/auth/collab-token";
import { openHouse, type Actor, type House } from "@/tests/integration/api/house";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

async function tokenOf(as: Actor, deckId: DeckId, former?: string) {
  const headers: Record<string, string> = former === undefined ? {} : { [formerTokenHeader]: former };
  const answer = await house.call(tokenRoute.GET, "GET", `/api/decks/${deckId}/collab-token`, { as, params: { id: deckId }, headers });
  const { token } = collabTokenSchema.parse(await answer.json());
  const claims = verifyCollabToken(token, { secret: house.runtime.env.AUTH_SECRET, nowMs: Date.now() });
  if (claims === undefined) throw new Error("the token is worth nothing");
  return { token, claims };
}

async function titlesOf(as: Actor): Promise<readonly (readonly [string, string])[]> {
  const { decks } = deckListSchema.parse(await (await house.call(decksRoute.GET, "GET", "/api/decks", { as })).json());
  return decks.map((deck) => [deck.title, deck.role] as const).sort(([a], [b]) => (a < b ? -1 : 1));
}

test("a guest who signs up keeps decks, joined decks and authorship", async () => {
  const ben = await house.signUp("ben");
  const shared = await house.createDeck(ben, { title: "Ben's" });
  const link = await house.createLink(ben, shared.id, { kind: "join", right: "edit" });
  const guest = await house.guest();
  const guestId = guest.userId;
  const own = await house.createDeck(guest, { title: "Mine" });
  await house.join(guest, link.kind === "join" ? link.token : "");
  await house.signUp("ana", guest);
  expect(guest.userId).not.toBe(guestId);
  expect(await titlesOf(guest)).toEqual([
    ["Ben's", "edit"],
    ["Mine", "owner"],
  ]);
  const { rows } = await house.pool.query(
    "SELECT u.user_ids, d.last_edited_by, (SELECT count(*)::int FROM person WHERE id = $2) AS guests FROM collab_update u JOIN deck d ON d.id = u.doc_id WHERE d.id = $1",
    [own.id, guestId],
  );
  expect(rows).toEqual([{ user_ids: [guest.userId], last_edited_by: guest.userId, guests: 0 }]);
});

test("a guest who signs in to an account brings the decks there, and shared links don't double", async () => {
  const ben = await house.signUp("ben");
  const shared = await house.createDeck(ben, { title: "Shared" });
  const link = await house.createLink(ben, shared.id, { kind: "join", right: "comment" });
  const token = link.kind === "join" ? link.token : "";
  const account = { name: "Cleo", email: "cleo@example.invalid", password: "a good password" };
  const cleo = await house.enter("/sign-up/email", account);
  await house.join(cleo, token);
  const guest = await house.guest();
  await house.createDeck(guest, { title: "From the phone" });
  await house.join(guest, token);
  await house.enter("/sign-in/email", { email: account.email, password: account.password }, guest);
  expect(guest.userId).toBe(cleo.userId);
  expect(await titlesOf(guest)).toEqual([
    ["From the phone", "owner"],
    ["Shared", "comment"],
  ]);
});

test("a page that a guest left open goes on as who the guest is now, with what it wrote, by the token it had", async () => {
  const guest = await house.guest();
  const guestId = guest.userId;
  const deck = await house.createDeck(guest, { title: "Open" });
  const before = await tokenOf(guest, deck.id);
  await house.signUp("erin", guest);
  expect(house.calls).toContain(`recheck ${deck.id}`);
  const { claims } = await tokenOf(guest, deck.id, before.token);
  expect(claims).toMatchObject({ userId: guest.userId, formerly: [guestId] });
  const stranger = await house.signUp("frank");
  const link = await house.createLink(guest, deck.id, { kind: "join", right: "edit" });
  await house.join(stranger, link.kind === "join" ? link.token : "");
  expect((await tokenOf(stranger, deck.id)).claims.formerly).toEqual([]);
  expect((await tokenOf(stranger, deck.id, before.token.slice(0, -1))).claims.formerly).toEqual([]);
});

test("a deck made while the guest signs up is kept or refused, never lost", async () => {
  for (let round = 0; round < 4; round += 1) {
    const guest = await house.guest();
    const before: Actor = { ...guest };
    const making = Promise.all(
      Array.from({ length: 4 }, (_, index) =>
        house.call(decksRoute.POST, "POST", "/api/decks", { as: { ...before }, json: { title: `Deck ${index}` } }),
      ),
    );
    await house.signUp("dora", guest);
    const answers = await making;
    const made = answers.filter((answer) => answer.status === 201).length;
    expect(await titlesOf(guest)).toHaveLength(made);
  }
});

test("somebody with an account who signs in to another one leaves their decks where they are", async () => {
  const first = await house.signUp("first");
  await house.createDeck(first, { title: "Stays" });
  const both: Actor = { ...first };
  await house.signUp("second", both);
  expect(await titlesOf(both)).toEqual([]);
  expect(await titlesOf(first)).toEqual([["Stays", "owner"]]);
});
