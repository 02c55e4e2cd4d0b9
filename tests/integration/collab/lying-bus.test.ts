import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { DeckId } from "@/lib/api/ids";
import type { DeckSource } from "@/lib/collab/client/deck-source";
import { log, openCollabHouse, textIn, type, type CollabHouse } from "@/tests/integration/collab/house";
import { createBusNet, type BusNet } from "@/tests/support/bus-net";
import { eventually } from "@/tests/support/eventually";

type Process = Awaited<ReturnType<CollabHouse["startAnother"]>>;

/** Rows and carets get lost; what is found by looking is found soon. */
let lied: CollabHouse;
let liedOther: Process;
const liar = createBusNet({ log, lies: { seed: 20_261_128, lost: 0.3, doubled: 0.3, maxDelayMs: 40 } });
/** Nothing gets through. */
let mute: CollabHouse;
let muteOther: Process;
/** Nobody says anything unasked. */
let asked: CollabHouse;
let askedOther: Process;
/** Who is silent for a moment is taken for dead. */
let mortal: CollabHouse;
let mortalOther: Process;
const mortalNet: BusNet = createBusNet({ log });

beforeAll(async () => {
  const askedNet = createBusNet({ log });
  const muteNet = createBusNet({ log, lies: { seed: 1, lost: 1, doubled: 0, maxDelayMs: 0 } });
  [lied, mute, asked, mortal] = await Promise.all([
    openCollabHouse({ openBus: async () => liar.open(), tuning: { compareMs: 100, presenceMs: 200 } }),
    openCollabHouse({ openBus: async () => muteNet.open(), tuning: { compareMs: 100 } }),
    openCollabHouse({ openBus: async () => askedNet.open(), tuning: { presenceMs: 3_600_000 } }),
    openCollabHouse({ openBus: async () => mortalNet.open(), tuning: { presenceMs: 200 } }),
  ]);
  [liedOther, muteOther, askedOther, mortalOther] = await Promise.all([
    lied.startAnother(),
    mute.startAnother(),
    asked.startAnother(),
    mortal.startAnother(),
  ]);
});
afterEach(() => {
  for (const house of [lied, mute, asked, mortal]) house.clear();
});
afterAll(async () => {
  await Promise.all([liedOther.stop(), muteOther.stop(), askedOther.stop(), mortalOther.stop()]);
  await Promise.all([lied.close(), mute.close(), asked.close(), mortal.close()]);
});

async function openAt(house: CollabHouse, deckId: DeckId, port: number): Promise<DeckSource> {
  const userId = await house.makePerson();
  return house.open(deckId, { userId, getToken: async () => house.tokenFor(deckId, { userId, at: port }) });
}

function sees(watcher: DeckSource, other: DeckSource): boolean {
  return watcher.awareness.getStates().has(other.doc.clientID);
}

test("[I8] [I20] a bus that loses, doubles and reorders costs moments, never text", async () => {
  const deckId = await lied.makeDeck("");
  const people = [await lied.open(deckId), await openAt(lied, deckId, liedOther.port), await openAt(lied, deckId, liedOther.port)];
  const words: string[] = [];
  for (let round = 0; round < 30; round++) {
    for (const [index, person] of people.entries()) {
      const word = `w${round}.${index};`;
      words.push(word);
      type(person, round % 2 === 0 ? 0 : person.text.length, word);
    }
    // Each round is rows of its own.
    await eventually(() => expect(people.map(({ saveState }) => saveState.state)).toEqual(["saved", "saved", "saved"]));
  }
  const [ana, ben, cleo] = people;
  if (ana === undefined || ben === undefined || cleo === undefined) throw new Error("nobody is there");
  await eventually(() => {
    expect(textIn(ben)).toBe(textIn(ana));
    expect(textIn(cleo)).toBe(textIn(ana));
    expect(
      textIn(ana)
        .match(/w\d+\.\d;/g)
        ?.toSorted(),
    ).toEqual(words.toSorted());
  });
  expect(await lied.stored(deckId)).toBe(textIn(ana));
  for (const [lie, count] of Object.entries(liar.counts)) expect(count, lie).toBeGreaterThan(0);
});

test("whoever is seen over a bus that lies is seen, and whoever left is gone", async () => {
  const deckId = await lied.makeDeck("");
  const [ana, ben] = [await lied.open(deckId), await openAt(lied, deckId, liedOther.port)];
  await eventually(() => expect(sees(ana, ben)).toBe(true));
  await eventually(() => expect(sees(ben, ana)).toBe(true));
  ben.stop();
  await eventually(() => expect(sees(ana, ben)).toBe(false));
});

test("[I20] what a bus loses altogether, while it says it is connected, is found by looking", async () => {
  const deckId = await mute.makeDeck("");
  const [ana, ben] = [await mute.open(deckId), await openAt(mute, deckId, muteOther.port)];
  type(ana, 0, "from Ana ");
  await eventually(() => expect(textIn(ben)).toBe("from Ana "));
  type(ben, 0, "from Ben ");
  await eventually(() => expect(textIn(ana)).toBe("from Ben from Ana "));
});

test("whoever opens a deck in another process sees at once who is there", async () => {
  const deckId = await asked.makeDeck("");
  const [ana, witness] = [await asked.open(deckId), await asked.open(deckId)];
  await eventually(() => expect(sees(witness, ana)).toBe(true));
  const ben = await openAt(asked, deckId, askedOther.port);
  await eventually(() => expect([sees(ana, ben), sees(ben, ana)]).toEqual([true, true]));
});

test("people of a process that was killed don't stay as ghosts", async () => {
  const deckId = await mortal.makeDeck("");
  const [ana, ben] = [await mortal.open(deckId), await openAt(mortal, deckId, mortalOther.port)];
  await eventually(() => expect(sees(ana, ben)).toBe(true));
  const [, dead] = mortal.buses;
  if (dead === undefined) throw new Error("there is no other process");
  mortalNet.cutOff(dead);
  await eventually(() => expect(sees(ana, ben)).toBe(false));
  // Nor for those who come later.
  const cleo = await mortal.open(deckId);
  await eventually(() => expect(sees(cleo, ana)).toBe(true));
  expect(sees(cleo, ben)).toBe(false);
});
