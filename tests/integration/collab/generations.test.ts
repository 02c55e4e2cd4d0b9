import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { closeCodes } from "@/lib/collab/protocol/close-codes";
import { createFalseServers, greet } from "@/tests/integration/collab/false-server";
import { openCollabHouse, textIn, type, type CollabHouse } from "@/tests/integration/collab/house";
import { eventually } from "@/tests/support/eventually";

let house: CollabHouse;
const { serve, stopAll } = createFalseServers();
beforeAll(async () => {
  house = await openCollabHouse();
});
afterEach(() => {
  house.clear();
  stopAll();
});
afterAll(() => house.close());

test("[I10] the server lets nobody in whose token is of another generation", async () => {
  const deckId = await house.makeDeck("first life");
  const userId = await house.makePerson();
  const { token } = house.tokenFor(deckId, { userId, generation: 2 });
  const { frames, closes } = await house.knock(deckId, { protocols: ["collab.v1", `auth.${token}`] });
  await eventually(() => expect(closes).toEqual([closeCodes.generationChanged]));
  expect(frames).toEqual([]);
});

test("[I10] a client takes no text from a server that has another generation than its token", async () => {
  const deckId = await house.makeDeck("");
  const userId = await house.makePerson();
  const { url } = await serve((ws) => greet(ws, { gen: 2, markdown: "second life" }));
  const ana = await house.open(deckId, { userId, getToken: async () => ({ ...house.tokenFor(deckId, { userId, generation: 1 }), url }) });
  await eventually(() => expect(ana.status).toMatchObject({ state: "ended", reason: "replaced" }));
  expect(textIn(ana)).toBe("");
});

test("[I10] a client doesn't bring the text of one generation to the next", async () => {
  const deckId = await house.makeDeck("");
  const userId = await house.makePerson();
  let generation = 1;
  const { url, visits } = await serve((ws) => {
    greet(ws, { gen: generation, markdown: "first life" });
    generation = 2;
    ws.close(closeCodes.restarting);
  });
  const ana = await house.open(deckId, { userId, getToken: async () => ({ ...house.tokenFor(deckId, { userId, generation }), url }) });
  await eventually(() => expect(ana.status).toMatchObject({ state: "ended", reason: "replaced" }));
  expect(visits()).toBe(1);
  expect(textIn(ana)).toBe("first life");
});

test("[I10] another generation is never merged, in either direction", async () => {
  const deckId = await house.makeDeck("first life");
  const userId = await house.makePerson();
  let generation = 1;
  const ana = await house.open(deckId, { userId, getToken: async () => house.tokenFor(deckId, { userId, generation }) });
  await house.collab.closeDeck(deckId, "replaced");
  await eventually(() => expect(ana.status).toMatchObject({ state: "ended", reason: "replaced" }));
  await house.database.pool.query("UPDATE collab_doc SET generation = 2 WHERE doc_id = $1", [deckId]);
  // A token of before the change knocks at a room of after it.
  const late = await house.open(deckId, { userId, getToken: async () => house.tokenFor(deckId, { userId, generation: 1 }) });
  await eventually(() => expect(late.status).toMatchObject({ state: "ended", reason: "replaced" }));
  expect(textIn(late)).toBe("");
  generation = 2;
  const now = await house.open(deckId, { userId, getToken: async () => house.tokenFor(deckId, { userId, generation }) });
  await eventually(() => expect(textIn(now)).toBe("first life"));
});

test("[I10] a generation that changes under a room ends it, and unsaved changes stay where they are", async () => {
  const deckId = await house.makeDeck("text");
  const ana = await house.open(deckId);
  await house.database.pool.query("UPDATE collab_doc SET generation = 2 WHERE doc_id = $1", [deckId]);
  type(ana, 0, "late ");
  await eventually(() => expect(ana.status).toMatchObject({ state: "ended", reason: "replaced" }));
  expect(ana.saveState.state).toBe("not-saved");
  expect(await house.stored(deckId)).toBe("text");
});
