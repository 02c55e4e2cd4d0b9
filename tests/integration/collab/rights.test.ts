import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { ApiError, readApiError } from "@/lib/api/api-error";
import { collabTokenLifetimeMs, maxClockSkewMs } from "@/lib/auth/collab-token";
import { closeCodes } from "@/lib/collab/protocol/close-codes";
import { encodeFenceRequest, encodeSyncStep2, encodeUpdate, frameTypes } from "@/lib/collab/protocol/frames";
import { openCollabHouse, textIn, type, updateOf, type CollabHouse } from "@/tests/integration/collab/house";
import { eventually } from "@/tests/support/eventually";

let house: CollabHouse;
/** One that looks everybody up again all the time. */
let strict: CollabHouse;
beforeAll(async () => {
  house = await openCollabHouse();
  strict = await openCollabHouse({ tuning: { beatMs: 20, recheckRolesMs: 40 } });
});
afterEach(() => {
  house.clear();
  strict.clear();
});
afterAll(() => Promise.all([house.close(), strict.close()]));

function fenceAnswers(frames: readonly Uint8Array[]): readonly (readonly number[])[] {
  return frames.filter((frame) => frame[0] === frameTypes.fence).map((frame) => [...frame.slice(1, 3)]);
}

test.each(["view", "comment"] as const)("[I6] a %s connection is never asked for its text and can't write by any frame", async (role) => {
  const deckId = await house.makeDeck("untouched");
  const ana = await house.open(deckId);
  const reader = await house.connect(deckId, role);
  reader.ws.send(encodeUpdate(updateOf("crafted")));
  reader.ws.send(encodeSyncStep2(updateOf("crafted too")));
  reader.ws.send(encodeFenceRequest(7));
  await eventually(() => expect(fenceAnswers(reader.frames)).toEqual([[7, 2]]));
  expect(reader.frames.filter((frame) => frame[0] === frameTypes.sync && frame[1] === 0)).toEqual([]);
  expect(textIn(ana)).toBe("untouched");
  expect(await house.stored(deckId)).toBe("untouched");
});

test("[I6] a reader is told so, and sees what others write", async () => {
  const deckId = await house.makeDeck("a");
  const userId = await house.makePerson("view");
  const [ana, reader] = await Promise.all([house.open(deckId), house.open(deckId, { userId })]);
  expect(reader.canEdit).toBe(false);
  await eventually(() => expect(reader.saveState.state).toBe("read-only"));
  type(ana, 1, "b");
  await eventually(() => expect(textIn(reader)).toBe("ab"));
});

test("[I6] [I21] who is downgraded while connected reads on, and can't write from that moment", async () => {
  const deckId = await house.makeDeck("text");
  const userId = await house.makePerson("edit");
  const [ana, ben] = await Promise.all([house.open(deckId), house.open(deckId, { userId })]);
  await eventually(() => expect(ben.canEdit).toBe(true));
  house.roles.set(userId, "view");
  await house.collab.recheckRoles([deckId]);
  await eventually(() => expect(ben.canEdit).toBe(false));
  expect(ben.saveState.state).toBe("read-only");
  type(ben, 0, "sneaked in ");
  await eventually(() => expect(ben.saveState.state).toBe("not-saved"));
  expect(textIn(ana)).toBe("text");
  expect(await house.stored(deckId)).toBe("text");
  // The right comes back: what was dropped is asked for again and stored.
  house.roles.set(userId, "edit");
  await house.collab.recheckRoles([deckId]);
  await eventually(() => {
    expect(ben.saveState).toEqual({ state: "saved" });
    expect(textIn(ana)).toBe("sneaked in text");
  });
  expect(await house.stored(deckId)).toBe("sneaked in text");
});

test("[I21] whose right changes to one that writes as little as before hears that there is something to look at", async () => {
  const deckId = await house.makeDeck("text");
  const reader = await house.connect(deckId, "comment");
  await house.collab.recheckRoles([deckId]);
  await eventually(() => expect(reader.frames.filter((frame) => frame[0] === frameTypes.hint)).toHaveLength(1));
  expect(Buffer.from(reader.frames.at(-1) ?? []).toString("utf8")).toContain('"kind":"deck"');
});

test("[I21] who loses every right is sent out, and told", async () => {
  const deckId = await house.makeDeck("text");
  const userId = await house.makePerson("edit");
  const ben = await house.open(deckId, { userId });
  house.roles.set(userId, undefined);
  await house.collab.recheckRoles([deckId]);
  await eventually(() => expect(ben.status).toMatchObject({ state: "ended", reason: "forbidden" }));
  expect(ben.canEdit).toBe(false);
  expect(textIn(ben)).toBe("text");
});

test("[I21] whose right shrinks to looking on is told that, and not that it was taken away", async () => {
  const deckId = await house.makeDeck("text");
  const userId = await house.makePerson("edit");
  const refusals: Error[] = [];
  const getToken = async () => {
    for (const refusal of refusals) throw refusal;
    return house.tokenFor(deckId, { userId });
  };
  const ben = await house.open(deckId, { userId, getToken });
  refusals.push(new ApiError(403, "forbidden", "You may see this deck's slides, but not take its text."));
  house.roles.set(userId, undefined);
  await house.collab.recheckRoles([deckId]);
  await eventually(() => expect(ben.status).toMatchObject({ state: "ended", reason: "view-only" }));
});

test("[I21] a token of a server whose clock is behind opens a socket at the others", async () => {
  const deckId = await house.makeDeck("text");
  const aheadMs = collabTokenLifetimeMs + maxClockSkewMs / 2;
  house.passTime(aheadMs);
  const ana = await house.open(deckId);
  house.passTime(-aheadMs);
  expect(ana.status).toEqual({ state: "ready" });
});

test.each([
  { refusal: new ApiError(401, "sign-in-needed", "You are not signed in."), reason: "signed-out" },
  { refusal: new ApiError(404, "not-found", "There is no such deck."), reason: "forbidden" },
])(
  "[I21] who lost their right while a proxy answers in the server's place is told why once the server does: $reason",
  async ({ refusal, reason }) => {
    const deckId = await house.makeDeck("text");
    const userId = await house.makePerson("edit");
    const answers: Error[] = [];
    const getToken = async () => {
      const refused = answers.length > 1 ? answers.shift() : answers[0];
      if (refused !== undefined) throw refused;
      return house.tokenFor(deckId, { userId });
    };
    const ben = await house.open(deckId, { userId, getToken });
    answers.push(await readApiError(new Response("<h1>Nothing here</h1>", { status: 403 })), refusal);
    house.roles.set(userId, undefined);
    await house.collab.recheckRoles([deckId]);
    await eventually(() => expect(ben.status).toMatchObject({ state: "ended" }));
    expect(ben.status).toMatchObject({ reason });
  },
);

test("[I21] a right that ran out without a word is noticed, and so is one that became smaller", async () => {
  const deckId = await strict.makeDeck("text");
  const [gone, less] = [await strict.makePerson("edit"), await strict.makePerson("edit")];
  const [ana, ben] = await Promise.all([strict.open(deckId, { userId: gone }), strict.open(deckId, { userId: less })]);
  await eventually(() => expect([ana.canEdit, ben.canEdit]).toEqual([true, true]));
  strict.roles.set(gone, undefined);
  strict.roles.set(less, "view");
  await eventually(() => {
    expect(ana.status).toMatchObject({ state: "ended", reason: "forbidden" });
    expect(ben.saveState.state).toBe("read-only");
  });
});

test.each([
  { why: "no token", protocols: ["collab.v1"], code: closeCodes.tokenInvalid },
  { why: "a forged token", protocols: ["collab.v1", "auth.abc.def"], code: closeCodes.tokenInvalid },
])("$why is accepted as an upgrade and then closed for good", async ({ protocols, code }) => {
  const deckId = await house.makeDeck("text");
  const { closes } = await house.knock(deckId, { protocols });
  await eventually(() => expect(closes).toEqual([code]));
});

test("foreign pages, foreign decks' tokens and decks that aren't there are refused", async () => {
  const [deckId, other] = await Promise.all([house.makeDeck("text"), house.makeDeck("other")]);
  const userId = await house.makePerson();
  const protocols = ["collab.v1", `auth.${house.tokenFor(deckId, { userId }).token}`];
  const [foreign, own, wrongDeck, noDeck] = await Promise.all([
    house.knock(deckId, { protocols, origin: "http://evil.test" }),
    house.knock(deckId, { protocols, origin: "http://lectern.test" }),
    house.knock(other, { protocols }),
    house.knock("nonsense", { protocols }),
  ]);
  await eventually(() => {
    expect(foreign.closes).toEqual([closeCodes.forbidden]);
    expect(wrongDeck.closes).toEqual([closeCodes.forbidden]);
    expect(noDeck.closes).toEqual([closeCodes.deleted]);
    expect(own.frames.length).toBeGreaterThan(0);
  });
  expect(own.closes).toEqual([]);
});

test("[I21] a token that has run out is asked for anew, and nothing typed meanwhile is lost", async () => {
  const deckId = await house.makeDeck("text");
  const userId = await house.makePerson();
  const stale = house.tokenFor(deckId, { userId });
  let calls = 0;
  const getToken = async () => (calls++ === 0 ? { ...stale, token: `${stale.token}x` } : house.tokenFor(deckId, { userId }));
  const ana = await house.open(deckId, { userId, getToken });
  type(ana, 0, "more ");
  await eventually(() => expect(ana.saveState).toEqual({ state: "saved" }));
  expect(calls).toBe(2);
  expect(await house.stored(deckId)).toBe("more text");
});

test("a deck that is deleted sends everybody out", async () => {
  const deckId = await house.makeDeck("text");
  const ana = await house.open(deckId);
  await house.collab.closeDeck(deckId, "deleted", { by: "Ben" });
  await eventually(() => expect(ana.status).toMatchObject({ state: "ended", reason: "deleted", title: "This deck was deleted by Ben" }));
  expect(ana.saveState.state).toBe("read-only");
});
