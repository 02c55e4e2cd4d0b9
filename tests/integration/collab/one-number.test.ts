import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { createMemoryBus } from "@/lib/bus/memory";
import type { DeckSource } from "@/lib/collab/client/deck-source";
import { log, openCollabHouse, textIn, type, type CollabHouse } from "@/tests/integration/collab/house";
import { eventually } from "@/tests/support/eventually";

// Yjs numbers every document that somebody opens at random. Where two of them draw the same number, it takes what the
// second writes for what the first has written: somebody's text can't be kept, and they must be told.

let house: CollabHouse;
/** No bus: what another process stored is found by looking alone. */
let deaf: CollabHouse;
let deafOther: Awaited<ReturnType<CollabHouse["startAnother"]>>;
beforeAll(async () => {
  house = await openCollabHouse();
  deaf = await openCollabHouse({ openBus: async () => ({ ...createMemoryBus({ log }), isConnected: () => false }) });
  deafOther = await deaf.startAnother();
  // Yjs says so where it finds its own number.
  vi.spyOn(console, "log").mockImplementation(() => undefined);
});
afterEach(() => {
  house.clear();
  deaf.clear();
});
afterAll(async () => {
  await deafOther.stop();
  await Promise.all([house.close(), deaf.close()]);
});

/** Neither asked for help nor called saved: they know that it went into no deck. */
function isTold(source: DeckSource): void {
  expect(source.status).toMatchObject({ state: "ended", reason: "refused" });
  expect(source.saveState.state).not.toBe("saved");
}

test.each(["Ben", "Ben, who has written more than Ana"])(
  "[I1] of two who write offline under one number the second is told that it is not stored: %s",
  async (bens) => {
    const deckId = await house.makeDeck("");
    const away = new Set<string>();
    const openAs = async (name: string) => {
      const userId = await house.makePerson();
      const getToken = async () => {
        if (away.has(name)) throw new Error("no network");
        return house.tokenFor(deckId, { userId });
      };
      return house.open(deckId, { userId, getToken });
    };
    const [ana, ben] = [await openAs("ana"), await openAs("ben")];
    for (const source of [ana, ben]) source.doc.clientID = 4_711;
    for (const name of ["ana", "ben"]) away.add(name);
    await house.restart();
    await eventually(() => expect([ana.saveState.state, ben.saveState.state]).toEqual(["offline", "offline"]));
    type(ana, 0, "Ana was here");
    type(ben, 0, bens);
    away.delete("ana");
    await eventually(() => expect(ana.saveState).toEqual({ state: "saved" }));
    away.delete("ben");
    await eventually(() => isTold(ben));
    expect(textIn(ben)).toContain(bens);
    expect(await house.stored(deckId)).toBe("Ana was here");
    expect(ana.saveState).toEqual({ state: "saved" });
  },
);

test("[I8] of two who write at once under one number in two processes one is told that it is not stored", async () => {
  const deckId = await deaf.makeDeck("");
  const openAt = async (at?: number) => {
    const userId = await deaf.makePerson();
    return deaf.open(deckId, { userId, getToken: async () => deaf.tokenFor(deckId, { userId, ...(at === undefined ? {} : { at }) }) });
  };
  const [ana, herWitness] = [await openAt(), await openAt()];
  const [ben, hisWitness] = [await openAt(deafOther.port), await openAt(deafOther.port)];
  for (const source of [ana, ben]) source.doc.clientID = 4_711;
  type(ana, 0, "Ana");
  type(ben, 0, "Ben");
  await eventually(() => {
    const told = [ana, ben].filter(({ status }) => status.state === "ended");
    expect(told).toHaveLength(1);
    told.forEach(isTold);
  });
  // Whoever saw the one that is not stored is told as well; everybody else has what is.
  const [kept, witness, other] = ana.status.state === "ended" ? [ben, hisWitness, herWitness] : [ana, herWitness, hisWitness];
  await eventually(() => expect([kept.saveState.state, witness.saveState.state]).toEqual(["saved", "saved"]));
  isTold(other);
  const stored = await deaf.stored(deckId);
  for (const source of [kept, witness, await openAt(), await openAt(deafOther.port)]) await eventually(() => expect(textIn(source)).toBe(stored));
});
