import pg from "pg";
import { afterAll, afterEach, beforeAll, expect, inject, test } from "vitest";
import { readApiError } from "@/lib/api/api-error";
import { frameTypes } from "@/lib/collab/protocol/frames";
import { wait } from "@/tests/support/until";
import { openCollabHouse, textIn, type, type CollabHouse } from "@/tests/integration/collab/house";
import { lockDeck } from "@/tests/integration/collab/locks";
import { eventually } from "@/tests/support/eventually";

let house: CollabHouse;
beforeAll(async () => {
  house = await openCollabHouse();
});
afterEach(() => house.clear());
afterAll(() => house.close());

/** Lets nobody new into the engine's database and throws the engine out, or lets it in again. */
async function setReachable(isReachable: boolean): Promise<void> {
  const { pathname } = new URL(house.database.url);
  const name = decodeURIComponent(pathname.slice(1));
  // A database can't shut itself: this comes from another one on the same server.
  const admin = new pg.Client({ connectionString: inject("serverUrl") });
  await admin.connect();
  await admin.query(`ALTER DATABASE "${name}" ALLOW_CONNECTIONS ${isReachable}`);
  if (!isReachable) {
    await admin.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND application_name = 'collab-under-test'", [name]);
  }
  await admin.end();
}

test("[I2] nothing is called stored while the deck's row can't be written, and live editing goes on", async () => {
  const deckId = await house.makeDeck("text");
  const [ana, ben] = await Promise.all([house.open(deckId), house.open(deckId)]);
  await eventually(() => expect(ana.saveState).toEqual({ state: "saved" }));
  const unlock = await lockDeck(house, deckId);
  type(ana, 0, "unstored ");
  await eventually(() => expect(textIn(ben)).toBe("unstored text"));
  // The label changes by itself once it has taken too long, and was never Saved in between.
  const seen = new Set<string>();
  ana.subscribe(() => seen.add(ana.saveState.state));
  await eventually(() => expect(ana.saveState.state).toBe("not-saved"));
  expect([...seen]).toEqual(["not-saved"]);
  expect(await house.stored(deckId)).toBe("text");
  await unlock();
  await eventually(() => expect(ana.saveState).toEqual({ state: "saved" }));
  expect(await house.stored(deckId)).toBe("unstored text");
});

test("[I2] nothing is called stored while Postgres lets nobody in; all of it is, once it does", async () => {
  const deckId = await house.makeDeck("text");
  const [ana, ben] = await Promise.all([house.open(deckId), house.open(deckId)]);
  await eventually(() => expect(ana.saveState).toEqual({ state: "saved" }));
  await setReachable(false);
  const seen = new Set<string>();
  ana.subscribe(() => seen.add(ana.saveState.state));
  for (let index = 0; index < 25; index++) type(ana, 0, `${index} `);
  await eventually(() => expect(textIn(ben)).toBe(textIn(ana)));
  // Whoever comes now is let in with what the token says: the deck is open here.
  const carl = await house.open(deckId, { userId: await house.makePersonElsewhere() });
  await eventually(() => expect(textIn(carl)).toBe(textIn(ana)));
  type(carl, 0, "Carl's ");
  await eventually(() => expect(textIn(ana)).toContain("Carl's"));
  expect([...seen]).toEqual(["saving"]);
  await setReachable(true);
  await eventually(() => {
    expect(ana.saveState).toEqual({ state: "saved" });
    expect(carl.saveState).toEqual({ state: "saved" });
  });
  expect(await house.stored(deckId)).toBe(textIn(ana));
});

test("[I8] a deck that can't be loaded now is tried again by the client, and opens when it can", async () => {
  const deckId = await house.makeDeck("text");
  const userId = await house.makePerson();
  await setReachable(false);
  const opening = house.open(deckId, { userId });
  const session = await house.knock(deckId, { protocols: ["collab.v1", `auth.${house.tokenFor(deckId, { userId }).token}`] });
  await eventually(() => expect(session.closes).toEqual([1013]));
  expect(session.frames.filter((frame) => frame[0] === frameTypes.hello)).toEqual([]);
  await setReachable(true);
  expect(textIn(await opening)).toBe("text");
});

test("what is written while a proxy answers 404 in the server's place is stored once the server is back", async () => {
  const deckId = await house.makeDeck("text");
  const userId = await house.makePerson();
  let isServing = true;
  let refusals = 0;
  const getToken = async () => {
    if (isServing) return house.tokenFor(deckId, { userId });
    refusals++;
    throw await readApiError(new Response("<h1>Nothing here</h1>", { status: 404 }));
  };
  const ana = await house.open(deckId, { userId, getToken });
  await eventually(() => expect(ana.saveState).toEqual({ state: "saved" }));
  isServing = false;
  await house.restart();
  type(ana, 0, "meanwhile ");
  await eventually(() => expect(refusals).toBeGreaterThan(1));
  expect([ana.status.state, ana.saveState.state, ana.canEdit]).toEqual(["ready", "offline", true]);
  isServing = true;
  await eventually(() => expect(ana.saveState).toEqual({ state: "saved" }));
  expect(await house.stored(deckId)).toBe("meanwhile text");
});

test("[I1] a stop waits until what was written is stored", async () => {
  const deckId = await house.makeDeck("text");
  const [ana, ben] = await Promise.all([house.open(deckId), house.open(deckId)]);
  // What follows from a text that was just opened waits for the log, too.
  await eventually(() => expect(house.settled.some((entry) => entry.deckId === deckId)).toBe(true));
  const unlock = await lockDeck(house, deckId);
  type(ana, 0, "last words ");
  await eventually(() => expect(textIn(ben)).toBe("last words text"));
  // Nobody who has it comes back.
  ana.stop();
  ben.stop();
  await eventually(() => expect(house.collab.stats().connections).toBe(0));
  const restarted = house.restart();
  // Who doesn't wait is done by then, and nobody is left to store it.
  await Promise.race([restarted, wait(1_000)]);
  await unlock();
  await restarted;
  expect(await house.stored(deckId)).toBe("last words text");
});

test("[I1] a stop stores what is on its way and says goodbye with 1012", async () => {
  const deckId = await house.makeDeck("text");
  const userId = await house.makePerson();
  const ana = await house.open(deckId);
  const session = await house.knock(deckId, { protocols: ["collab.v1", `auth.${house.tokenFor(deckId, { userId }).token}`] });
  await eventually(() => expect(session.frames.length).toBeGreaterThan(0));
  type(ana, 0, "last words ");
  await eventually(() => expect(ana.saveState).toEqual({ state: "saved" }));
  await house.restart();
  await eventually(() => expect(session.closes).toEqual([1012]));
  expect(await house.stored(deckId)).toBe("last words text");
  expect(house.settled.findLast((entry) => entry.deckId === deckId)?.text.markdown).toBe("last words text");
});
