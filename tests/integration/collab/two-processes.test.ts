import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { deckIdSchema } from "@/lib/api/ids";
import { openPostgresBus } from "@/lib/bus/postgres";
import { createMemoryBus } from "@/lib/bus/memory";
import { frameTypes } from "@/lib/collab/protocol/frames";
import { log, openCollabHouse, textIn, type, type CollabHouse } from "@/tests/integration/collab/house";
import { lockDeck } from "@/tests/integration/collab/locks";
import { eventually } from "@/tests/support/eventually";

let house: CollabHouse;
let other: Awaited<ReturnType<CollabHouse["startAnother"]>>;
/** No bus between them: a memory bus reaches nobody outside its process. */
let deaf: CollabHouse;
let deafOther: Awaited<ReturnType<CollabHouse["startAnother"]>>;

beforeAll(async () => {
  house = await openCollabHouse({ openBus: (url) => openPostgresBus({ url, log }) });
  other = await house.startAnother();
  deaf = await openCollabHouse({ openBus: async () => ({ ...createMemoryBus({ log }), isConnected: () => false }) });
  deafOther = await deaf.startAnother();
});
afterEach(() => {
  house.clear();
  deaf.clear();
});
afterAll(async () => {
  await Promise.all([other.stop(), deafOther.stop()]);
  await Promise.all([house.close(), deaf.close()]);
});

async function openAt(at: CollabHouse, deckId: Awaited<ReturnType<CollabHouse["makeDeck"]>>, port: number) {
  const userId = await at.makePerson();
  return at.open(deckId, { userId, getToken: async () => at.tokenFor(deckId, { userId, at: port }) });
}

test("[I4] [I8] people in two processes write one deck: same text, no gaps, carets across", async () => {
  const deckId = await house.makeDeck("");
  const [ana, ben] = [await house.open(deckId), await openAt(house, deckId, other.port)];
  for (let index = 0; index < 60; index++) {
    type(ana, 0, `a${index} `);
    type(ben, ben.text.length, `b${index} `);
  }
  await eventually(() => {
    expect(textIn(ana)).toBe(textIn(ben));
    expect(textIn(ana).split(" ")).toHaveLength(121);
    expect([ana.saveState.state, ben.saveState.state]).toEqual(["saved", "saved"]);
  });
  expect(await house.stored(deckId)).toBe(textIn(ana));
  const { rows } = await house.database.pool.query<{ head: string; count: string }>(
    "SELECT d.head_seq AS head, (SELECT count(*) FROM collab_update u WHERE u.doc_id = d.doc_id) AS count FROM collab_doc d WHERE doc_id = $1",
    [deckId],
  );
  expect(rows[0]?.count).toBe(rows[0]?.head);
  await eventually(() => expect(ana.awareness.getStates().has(ben.doc.clientID)).toBe(true));
  ben.stop();
  await eventually(() => expect(ana.awareness.getStates().has(ben.doc.clientID)).toBe(false));
});

test("[I2] what can't be stored yet is seen in both processes, and called Saved in neither", async () => {
  const deckId = await house.makeDeck("text");
  const [ana, ben] = [await house.open(deckId), await openAt(house, deckId, other.port)];
  await eventually(() => expect([ana.saveState.state, ben.saveState.state]).toEqual(["saved", "saved"]));
  const unlock = await lockDeck(house, deckId);
  type(ana, 0, "unstored ");
  await eventually(() => expect(textIn(ben)).toBe("unstored text"));
  type(ben, 0, "neither ");
  await eventually(() => expect(textIn(ana)).toBe("neither unstored text"));
  expect([ana.saveState.state, ben.saveState.state]).not.toContain("saved");
  expect(await house.stored(deckId)).toBe("text");
  await unlock();
  await eventually(() => expect([ana.saveState.state, ben.saveState.state]).toEqual(["saved", "saved"]));
  expect(await house.stored(deckId)).toBe("neither unstored text");
});

test("[I8] what the bus can't carry is fetched", async () => {
  const deckId = await house.makeDeck("");
  const [ana, ben] = [await house.open(deckId), await openAt(house, deckId, other.port)];
  type(ana, 0, "x".repeat(20_000));
  await eventually(() => expect(ben.text.length).toBe(20_000));
});

test("[I11] [I21] rights, ends and edits reach people in the other process", async () => {
  const deckId = await house.makeDeck("text");
  const userId = await house.makePerson();
  const ben = await house.open(deckId, { userId, getToken: async () => house.tokenFor(deckId, { userId, at: other.port }) });
  await house.collab.editDeck(deckId, () => "text by PUT", { kind: "api", userId });
  await eventually(() => expect(textIn(ben)).toBe("text by PUT"));
  house.roles.set(userId, "view");
  await house.collab.recheckRoles([deckId]);
  await eventually(() => expect(ben.canEdit).toBe(false));
  await house.collab.closeDeck(deckId, "deleted");
  await eventually(() => expect(ben.status).toMatchObject({ state: "ended", reason: "deleted" }));
});

test("[I21] whose session or account ends in one process is looked up in the other, on every deck, and nobody else is", async () => {
  const [one, two] = [await house.makeDeck("one"), await house.makeDeck("two")];
  const [ana, ben] = [await house.makePerson(), await house.makePerson()];
  const openThere = (deckId: typeof one, userId: typeof ana) =>
    house.open(deckId, { userId, getToken: async () => house.tokenFor(deckId, { userId, at: other.port }) });
  const [anaInOne, anaInTwo, benInOne, anaHere] = await Promise.all([
    openThere(one, ana),
    openThere(two, ana),
    openThere(one, ben),
    house.open(one, { userId: ana }),
  ]);
  // Ben's right shrinks too, but it is not Ben who is spoken of: that may be found out by and by.
  house.roles.set(ana, undefined);
  house.roles.set(ben, "view");
  await house.collab.recheckPerson(ana);
  await eventually(() => {
    for (const source of [anaInOne, anaInTwo, anaHere]) expect(source.status).toMatchObject({ state: "ended", reason: "forbidden" });
  });
  expect(benInOne.canEdit).toBe(true);
  // What becomes of a team or of a link is said of a deck.
  await house.collab.recheckRoles([one]);
  await eventually(() => expect(benInOne.saveState.state).toBe("read-only"));
});

test("who changed a right is named to whom it is, in the other process too, and so is who took it away", async () => {
  const deckId = await house.makeDeck("text");
  const [ana, userId] = [await house.makePerson(), await house.makePerson()];
  const ben = await house.open(deckId, { userId, getToken: async () => house.tokenOrRefusal(deckId, { userId, at: other.port }) });
  await eventually(() => expect(ben.canEdit).toBe(true));
  const act = { by: { id: ana, name: "Ana" }, of: [userId] };
  house.roles.set(userId, "comment");
  await house.collab.recheckRoles([deckId], act);
  await eventually(() => expect(ben.saveState).toMatchObject({ state: "read-only", isNew: true, by: "Ana" }));
  house.roles.set(userId, undefined);
  await house.collab.recheckRoles([deckId], act);
  await eventually(() => expect(ben.status).toMatchObject({ state: "ended", sentence: expect.stringMatching(/^Ana took away your access/) }));
});

test("[I21] what befalls a team of ten thousand decks reaches who has one of them open in the other process", async () => {
  const deckId = await house.makeDeck("text");
  const userId = await house.makePerson();
  const ben = await house.open(deckId, { userId, getToken: async () => house.tokenFor(deckId, { userId, at: other.port }) });
  house.roles.set(userId, "view");
  const others = Array.from({ length: 10_000 }, () => deckIdSchema.parse(randomUUID()));
  await house.collab.recheckRoles([deckId, ...others]);
  await eventually(() => expect(ben.saveState.state).toBe("read-only"));
});

test("that somebody took the deck back to a version reaches who has it open in either process", async () => {
  const deckId = await house.makeDeck("text");
  const userId = await house.makePerson();
  const near = await house.knock(deckId, { protocols: ["collab.v1", `auth.${house.tokenFor(deckId, { userId }).token}`] });
  await eventually(() => expect(near.frames[0]?.[0]).toBe(frameTypes.hello));
  const restored = { by: { id: userId, name: "Ana" }, to: { name: "Rehearsed", createdAt: "" }, replaced: "", etag: '"1-2"' };
  const saidTo = () => near.frames.filter((frame) => frame[0] === frameTypes.hint).map((frame) => Buffer.from(frame).toString("utf8"));
  house.collab.tellRestored(deckId, restored);
  await eventually(() => expect(saidTo()).toEqual([expect.stringContaining("Rehearsed")]));
  other.collab.tellRestored(deckId, { ...restored, to: { name: null, createdAt: "elsewhere" } });
  await eventually(() => expect(saidTo().at(-1)).toContain("elsewhere"));
});

test("[I20] without any bus two processes still end with the same text", async () => {
  const deckId = await deaf.makeDeck("");
  const [ana, ben] = [await deaf.open(deckId), await openAt(deaf, deckId, deafOther.port)];
  type(ana, 0, "from Ana ");
  await eventually(() => expect(textIn(ben)).toBe("from Ana "));
  type(ben, 0, "from Ben ");
  await eventually(() => expect(textIn(ana)).toBe("from Ben from Ana "));
  expect(await deaf.stored(deckId)).toBe("from Ben from Ana ");
});
