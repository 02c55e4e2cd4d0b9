import * as encoding from "lib0/encoding";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import * as Y from "yjs";
import { closeCodes } from "@/lib/collab/protocol/close-codes";
import { encodeFenceRequest, encodeSyncStep2, encodeUpdate, frameTypes } from "@/lib/collab/protocol/frames";
import { maxFrameBytes } from "@/lib/collab/protocol/limits";
import type { DeckSource } from "@/lib/collab/client/deck-source";
import type { DeckId, UserId } from "@/lib/api/ids";
import { openCollabHouse, textIn, type, updateOf, type CollabHouse } from "@/tests/integration/collab/house";
import { eventually } from "@/tests/support/eventually";

let house: CollabHouse;
beforeAll(async () => {
  house = await openCollabHouse();
});
afterEach(() => house.clear());
afterAll(() => house.close());

async function mallory(deckId: DeckId, person?: UserId) {
  const userId = person ?? (await house.makePerson("edit"));
  const session = await house.knock(deckId, { protocols: ["collab.v1", `auth.${house.tokenFor(deckId, { userId }).token}`] });
  await eventually(() => expect(session.frames[0]?.[0]).toBe(frameTypes.hello));
  return { ...session, userId };
}

async function quarantined(deckId: DeckId): Promise<readonly { readonly reason: string; readonly user_id: string; readonly bytes: Buffer }[]> {
  const { rows } = await house.database.pool.query<{ reason: string; user_id: string; bytes: Buffer }>(
    "SELECT reason, user_id, bytes FROM collab_quarantine WHERE doc_id = $1",
    [deckId],
  );
  return rows;
}

/** Claims that a client has written characters it never sent: their clock jumps. */
function clockJump(clientId: number, clock: number, length: number): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 1); // clients
  encoding.writeVarUint(encoder, 1); // structs
  encoding.writeVarUint(encoder, clientId);
  encoding.writeVarUint(encoder, clock);
  encoding.writeUint8(encoder, 0); // GC
  encoding.writeVarUint(encoder, length);
  encoding.writeVarUint(encoder, 0); // no deletions
  return encoding.toUint8Array(encoder);
}

test("an update that is none closes its sender alone, and is kept for looking at", async () => {
  const deckId = await house.makeDeck("text");
  const ana = await house.open(deckId);
  const bad = await mallory(deckId);
  const junk = Uint8Array.of(9, 200, 200, 200, 200, 1, 7);
  bad.ws.send(encodeUpdate(junk));
  await eventually(() => expect(bad.closes).toEqual([closeCodes.badUpdate]));
  await eventually(async () => expect(await quarantined(deckId)).toMatchObject([{ user_id: bad.userId, bytes: Buffer.from(junk) }]));
  type(ana, 0, "still ");
  await eventually(() => expect(ana.saveState).toEqual({ state: "saved" }));
  expect(await house.stored(deckId)).toBe("still text");
});

test("what was refused for a reason that quotes it is kept, though Postgres takes no NUL in a text", async () => {
  const deckId = await house.makeDeck("text");
  const bad = await mallory(deckId);
  const encoder = encoding.createEncoder();
  for (const number of [1, 1, 7, 0]) encoding.writeVarUint(encoder, number);
  encoding.writeUint8(encoder, 5); // something embedded, with a parent
  encoding.writeVarUint(encoder, 1);
  encoding.writeVarString(encoder, "markdown");
  encoding.writeVarString(encoder, "\0");
  encoding.writeVarUint(encoder, 0);
  bad.ws.send(encodeUpdate(encoding.toUint8Array(encoder)));
  await eventually(async () => expect(await quarantined(deckId)).toMatchObject([{ reason: expect.stringContaining("\uFFFD"), user_id: bad.userId }]));
});

test.each([1_000_000_000_000_000, 2 ** 31, 5_000_000, 100])(
  "[I16] a clock that jumps by %d is refused, and its victim's next edit is stored",
  async (length) => {
    const deckId = await house.makeDeck("text");
    const victim = await house.open(deckId);
    type(victim, 0, "one ");
    await eventually(() => expect(victim.saveState).toEqual({ state: "saved" }));
    const bad = await mallory(deckId);
    bad.ws.send(encodeUpdate(clockJump(victim.doc.clientID, 4, length)));
    await eventually(() => expect(bad.closes).toEqual([closeCodes.badUpdate]));
    type(victim, 4, "two ");
    await eventually(() => expect(victim.saveState).toEqual({ state: "saved" }));
    expect(await house.stored(deckId)).toBe("one two text");
    const fresh = await house.open(deckId);
    await eventually(() => expect(textIn(fresh)).toBe("one two text"));
  },
);

/** What somebody sends who goes on writing under another's number. */
function forgedBy(victim: DeckSource, write: (text: Y.Text) => void): Uint8Array {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(victim.doc));
  doc.clientID = victim.doc.clientID;
  doc.transact(() => write(doc.getText("markdown")));
  return Y.encodeStateAsUpdate(doc, Y.encodeStateVector(victim.doc));
}

const forgeries = [
  { what: "text", write: (text: Y.Text) => text.insert(0, "forged ") },
  {
    what: "text that is deleted at once",
    write: (text: Y.Text) => {
      text.insert(0, "x".repeat(100));
      text.delete(0, 100);
    },
  },
];

test.each(forgeries)("[I16] $what under another's number is not taken, and its victim's next edit is stored", async ({ write }) => {
  const deckId = await house.makeDeck("text");
  const victim = await house.open(deckId);
  const bad = await mallory(deckId);
  await eventually(() => expect(victim.saveState).toEqual({ state: "saved" }));
  bad.ws.send(encodeUpdate(forgedBy(victim, write)));
  bad.ws.send(encodeFenceRequest(1));
  // Said as if it were what the victim had lost.
  bad.ws.send(encodeSyncStep2(forgedBy(victim, write)));
  await eventually(() => expect(bad.closes).toEqual([closeCodes.apart]));
  expect(bad.frames.filter((frame) => frame[0] === frameTypes.fence)).toEqual([]);
  type(victim, 0, "one ");
  await eventually(() => expect(victim.saveState).toEqual({ state: "saved" }));
  expect(await house.stored(deckId)).toBe("one text");
});

test("of two clients with one number the second is refused, and never told that its text is stored", async () => {
  const deckId = await house.makeDeck("");
  const userId = await house.makePerson("edit");
  const [one, other] = [await mallory(deckId, userId), await mallory(deckId, userId)];
  for (const { ws } of [one, other]) ws.send(encodeSyncStep2(updateOf("", 7)));
  one.ws.send(encodeUpdate(updateOf("Ana's", 7)));
  one.ws.send(encodeFenceRequest(1));
  await eventually(() => expect(one.frames.filter((frame) => frame[0] === frameTypes.fence).map((frame) => frame[2])).toEqual([1]));
  other.ws.send(encodeUpdate(updateOf("Ben's", 7)));
  other.ws.send(encodeFenceRequest(1));
  await eventually(() => expect(other.closes).toEqual([closeCodes.apart]));
  expect(other.frames.filter((frame) => frame[0] === frameTypes.fence)).toEqual([]);
  expect(await house.stored(deckId)).toBe("Ana's");
});

test.each([
  { what: "another type beside the text", write: (doc: Y.Doc) => doc.getMap("other").set("a", 1) },
  { what: "a picture inside the text", write: (doc: Y.Doc) => doc.getText("markdown").insertEmbed(0, { image: "x" }) },
  { what: "formatting", write: (doc: Y.Doc) => doc.getText("markdown").insert(0, "bold", { bold: true }) },
  { what: "a whole other document", write: (doc: Y.Doc) => doc.getMap("docs").set("a", new Y.Doc()) },
])("a deck takes text alone: $what is refused", async ({ write }) => {
  const deckId = await house.makeDeck("text");
  const bad = await mallory(deckId);
  const doc = new Y.Doc();
  write(doc);
  bad.ws.send(encodeUpdate(Y.encodeStateAsUpdate(doc)));
  await eventually(() => expect(bad.closes).toEqual([closeCodes.badUpdate]));
  expect(await house.stored(deckId)).toBe("text");
});

test("what builds on changes nobody has is never called stored, and leaves nothing behind", async () => {
  const deckId = await house.makeDeck("text");
  const ana = await house.open(deckId);
  const odd = await mallory(deckId);
  const doc = new Y.Doc();
  doc.getText("markdown").insert(0, "first");
  const known = Y.encodeStateVector(doc);
  doc.getText("markdown").insert(5, " second");
  odd.ws.send(encodeUpdate(Y.encodeStateAsUpdate(doc, known)));
  odd.ws.send(encodeFenceRequest(1));
  type(ana, 0, "my ");
  await eventually(() => expect(ana.saveState).toEqual({ state: "saved" }));
  expect(odd.frames.filter((frame) => frame[0] === frameTypes.fence)).toEqual([]);
  // It was asked for all it has; once it says so, everything is there.
  odd.ws.send(encodeUpdate(updateOf("", 1)));
  const asked = odd.frames.filter((frame) => frame[0] === frameTypes.sync && frame[1] === 0);
  expect(asked.length).toBeGreaterThan(0);
  const step2 = encoding.createEncoder();
  encoding.writeVarUint(step2, frameTypes.sync);
  encoding.writeVarUint(step2, 1);
  encoding.writeVarUint8Array(step2, Y.encodeStateAsUpdate(doc));
  odd.ws.send(encoding.toUint8Array(step2));
  await eventually(() => expect(odd.frames.filter((frame) => frame[0] === frameTypes.fence).map((frame) => frame[2])).toEqual([1]));
  const stored = await house.storedDoc(deckId);
  expect(stored?.store.pendingStructs).toBeNull();
  expect(stored?.getText("markdown").toString()).toContain("first second");
  expect(textIn(ana)).toBe(stored?.getText("markdown").toString());
});

test("[I17] a frame beyond the limit closes its sender once and for good", async () => {
  const deckId = await house.makeDeck("text");
  const userId = await house.makePerson();
  let connects = 0;
  const ana = await house.open(deckId, {
    userId,
    getToken: async () => {
      connects++;
      return house.tokenFor(deckId, { userId });
    },
  });
  type(ana, 0, "x".repeat(maxFrameBytes + 1));
  await eventually(() => expect(ana.status).toMatchObject({ state: "ended", reason: "refused" }));
  expect(ana.saveState.state).toBe("not-saved");
  expect(connects).toBe(1);
  expect(await house.stored(deckId)).toBe("text");
});

test("[I17] a frame beyond the limit is not even read, whatever it is", async () => {
  const deckId = await house.makeDeck("text");
  const bad = await mallory(deckId);
  // Of a kind that means nothing here and would be left alone.
  bad.ws.send(Buffer.alloc(maxFrameBytes + 1, 99));
  await eventually(() => expect(bad.closes).toEqual([1009]));
});

test("a text beyond 1 MiB is refused, also in small steps, while one that replaces another is taken", async () => {
  const deckId = await house.makeDeck("");
  const ana = await house.open(deckId);
  const mostly = "a".repeat(900 * 1024);
  type(ana, 0, mostly);
  await eventually(() => expect(ana.saveState).toEqual({ state: "saved" }));
  ana.doc.transact(() => {
    ana.text.delete(0, mostly.length);
    ana.text.insert(0, "b".repeat(900 * 1024));
  });
  await eventually(() => expect(ana.saveState).toEqual({ state: "saved" }));
  type(ana, 0, "c".repeat(130 * 1024));
  await eventually(() => expect(ana.status).toMatchObject({ state: "ended", reason: "refused" }));
  expect((await house.stored(deckId))?.length).toBe(900 * 1024);
});

test("[I15] frames of nonsense crash nothing and change nothing", async () => {
  const deckId = await house.makeDeck("text");
  const ana = await house.open(deckId);
  let seed = 20_260_101;
  const random = () => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return seed / 2 ** 32;
  };
  const valid = encodeUpdate(updateOf("ok", 77));
  for (let round = 0; round < 30; round++) {
    const bad = await mallory(deckId);
    for (let index = 0; index < 20; index++) {
      const frame = Uint8Array.from(valid, (byte) => (random() < 0.2 ? Math.floor(random() * 256) : byte));
      // A mutant may be a perfectly good edit; only its shape is spoilt here.
      if (bad.ws.readyState === bad.ws.OPEN) bad.ws.send(frame.slice(0, Math.floor(random() * (frame.length - 1))));
    }
    bad.ws.close();
  }
  type(ana, 0, "my ");
  await eventually(() => expect(ana.saveState).toEqual({ state: "saved" }));
  expect(await house.stored(deckId)).toBe("my text");
});
