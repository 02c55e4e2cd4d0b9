import * as encoding from "lib0/encoding";
import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { judgeUpdate } from "@/lib/collab/server/guard-update";
import { copyOf, deck, isMisplaced, isTakenWhole, textsOfSeveral, updateBy, updateOfTexts } from "@/tests/unit/collab/server/written-docs";

const anybody = () => true;

test("typing, deleting, undoing and sending everything again are fine", () => {
  const server = deck("some text");
  const client = copyOf(server);
  const undo = new Y.UndoManager(client.getText("markdown"));
  const updates = [
    updateBy(client, (text) => text.insert(4, " more")),
    updateBy(client, (text) => text.delete(0, 2)),
    updateBy(client, (text) => text.insert(0, "é😀")),
    updateBy(client, () => undo.undo()),
    Y.encodeStateAsUpdate(client),
    Y.encodeStateAsUpdate(client),
  ];
  for (const update of updates) {
    expect(judgeUpdate(server, update, anybody).state).toBe("fine");
    Y.applyUpdate(server, update);
  }
  expect(server.getText("markdown").toString()).toBe(client.getText("markdown").toString());
});

test("it says how much text may come in, and whether line ends are foreign", () => {
  const server = deck("");
  expect(
    judgeUpdate(
      server,
      updateBy(copyOf(server), (text) => text.insert(0, "é€")),
      anybody,
    ),
  ).toMatchObject({ state: "fine", insertedBytes: 5, hasCarriageReturns: false });
  expect(
    judgeUpdate(
      server,
      updateBy(copyOf(server), (text) => text.insert(0, "a\r\n")),
      anybody,
    ),
  ).toMatchObject({ hasCarriageReturns: true });
});

test("what builds on changes that are not here is a gap, in text and in deletions", () => {
  const server = deck("some text");
  const client = copyOf(server);
  updateBy(client, (text) => text.insert(0, "lost "));
  const after = updateBy(client, (text) => text.insert(5, "found "));
  const deletion = updateBy(client, (text) => text.delete(0, 5));
  const neighbour = copyOf(client);
  const beside = updateBy(neighbour, (text) => text.insert(2, "x"));
  for (const update of [after, deletion, beside]) expect(judgeUpdate(server, update, anybody).state).toBe("gap");
  expect(judgeUpdate(server, Y.encodeStateAsUpdate(client), anybody).state).toBe("fine");
});

test("only text is a deck's", () => {
  const server = deck("text");
  const others: readonly ((doc: Y.Doc) => void)[] = [
    (doc) => doc.getMap("other").set("a", 1),
    (doc) => doc.getArray("list").push([1]),
    (doc) => doc.getText("elsewhere").insert(0, "text"),
    (doc) => doc.getText("markdown").setAttribute("a", "b"),
    (doc) => doc.getText("markdown").insertEmbed(0, {}),
    (doc) => doc.getText("markdown").insert(0, "x", { bold: true }),
    (doc) => doc.getMap("markdown").set("a", "b"),
  ];
  for (const write of others) {
    const doc = new Y.Doc();
    write(doc);
    expect(judgeUpdate(server, Y.encodeStateAsUpdate(doc), anybody).state).toBe("bad");
  }
});

test("[I16] clocks can't jump, and the judged document is untouched", () => {
  const server = deck("text");
  const before = Y.encodeStateAsUpdate(server);
  for (const [clock, length] of [
    [4, 1e15],
    [4, 2 ** 31],
    [4, 5e6],
    [4, 1],
  ] as const) {
    const encoder = encoding.createEncoder();
    for (const number of [1, 1, server.clientID, clock]) encoding.writeVarUint(encoder, number);
    encoding.writeUint8(encoder, 0);
    encoding.writeVarUint(encoder, length);
    encoding.writeVarUint(encoder, 0);
    expect(judgeUpdate(server, encoding.toUint8Array(encoder), anybody).state).toBe("bad");
  }
  expect(Y.encodeStateAsUpdate(server)).toEqual(before);
});

test("[I15] mutants are judged without an exception, and fine ones apply without leaving anything parked", () => {
  const server = deck("some text");
  const client = copyOf(server);
  const good = updateBy(client, (text) => text.insert(4, " more"));
  const another = copyOf(client);
  another.getText("markdown").insert(6, "and more");
  client.getText("markdown").insert(0, "before ");
  const ofSeveral = Y.encodeStateAsUpdate(another, Y.encodeStateVector(server));
  fc.assert(
    fc.property(fc.oneof(mutantsOf(good), mutantsOf(ofSeveral), fc.uint8Array({ maxLength: 40 }), textsOfSeveral(server.clientID)), (bytes) => {
      const target = copyOf(server);
      if (judgeUpdate(target, bytes, anybody).state !== "fine") return;
      Y.applyUpdate(target, bytes);
      expect(target.store.pendingStructs).toBeNull();
      expect(target.store.pendingDs).toBeNull();
    }),
    { numRuns: 2_000 },
  );
});

test("[I15] what several wrote between two who may be neighbours is fine exactly where Yjs parks nothing of it", () => {
  const server = deck("some text");
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(textsOfSeveral(server.clientID), (bytes) => {
      const target = copyOf(server);
      if (isMisplaced(target, bytes)) return;
      const { state } = judgeUpdate(target, bytes, anybody);
      seen.set(state, (seen.get(state) ?? 0) + 1);
      expect({ state, isTaken: isTakenWhole(target, bytes) }).toEqual({ state, isTaken: state === "fine" });
    }),
    { numRuns: 1_500 },
  );
  for (const state of ["fine", "gap", "circular"]) expect([state, seen.get(state) ?? 0]).toEqual([state, expect.toSatisfy((times) => times > 100)]);
});

function mutantsOf(good: Uint8Array): fc.Arbitrary<Uint8Array> {
  return fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { maxLength: 4 }).map((changes) => {
    const bytes = Uint8Array.from(good);
    for (const [at, value] of changes) bytes[at] = value;
    return bytes;
  });
}

/** One client's changes: a deleted character and two behind it, but for what is asked to be odd. */
function oddUpdate(
  change: Partial<Record<"parts" | "deletedLength" | "originClock" | "rangeClock" | "rangeLength" | "textLength", number>>,
): Uint8Array {
  const { parts, deletedLength, originClock, rangeClock, rangeLength, textLength } = {
    parts: 1,
    deletedLength: 1,
    originClock: 0,
    rangeClock: 0,
    rangeLength: 1,
    textLength: 2,
    ...change,
  };
  const encoder = encoding.createEncoder();
  const write = (...numbers: readonly number[]) => numbers.forEach((number) => encoding.writeVarUint(encoder, number));
  write(parts, ...(parts === 1 ? [2] : [1]), 7, 0);
  encoding.writeUint8(encoder, 1); // deleted text, with a parent
  write(1);
  encoding.writeVarString(encoder, "markdown");
  write(deletedLength);
  if (parts === 2) write(1, 7, 1);
  encoding.writeUint8(encoder, 0x84); // text, behind another
  write(7, originClock);
  encoding.writeVarString(encoder, "x".repeat(textLength));
  write(1, 7, 1, rangeClock, rangeLength);
  return encoding.toUint8Array(encoder);
}

test.each([
  ["has a struct without length, whose number the next one has too", { deletedLength: 0 }],
  ["ends in a struct without length", { textLength: 0 }],
  ["builds on itself", { originClock: 1 }],
  ["has one client in two parts, of which Yjs takes one", { parts: 2 }],
  ["deletes nothing behind all there is", { rangeClock: 3, rangeLength: 0 }],
])("[I15] an update that %s is refused", (_what, change) => {
  expect(judgeUpdate(deck("text"), oddUpdate({}), anybody).state).toBe("fine");
  expect(judgeUpdate(deck("text"), oddUpdate(change), anybody).state).toBe("bad");
});

test("[I15] whichever one byte of an update is another, a document that takes it is the one that its log rebuilds", () => {
  const client = new Y.Doc();
  client.clientID = 7;
  client.getText("markdown").insert(0, "xxxx");
  client.getText("markdown").delete(0, 1);
  const good = Y.encodeStateAsUpdate(client);
  const empty = new Y.Doc();
  for (const [at, value] of [...good.keys()].flatMap((index) => Array.from({ length: 256 }, (_, byte) => [index, byte] as const))) {
    const bytes = Uint8Array.from(good);
    bytes[at] = value;
    if (judgeUpdate(empty, bytes, anybody).state !== "fine") continue;
    const [target, rebuilt] = [new Y.Doc(), new Y.Doc()];
    target.on("update", (update: Uint8Array) => Y.applyUpdate(rebuilt, update));
    Y.applyUpdate(target, bytes);
    expect({ at, value, state: Y.encodeStateAsUpdate(rebuilt) }).toEqual({ at, value, state: Y.encodeStateAsUpdate(target) });
  }
});

test("[I15] what is known already is refused where it says that it stands in something else: Yjs looks for that all the same", () => {
  const known = updateOfTexts(new Map([[7, [{ text: "x" }]]]));
  const server = new Y.Doc();
  Y.applyUpdate(server, known);
  const encoder = encoding.createEncoder();
  for (const number of [1, 1, 7, 0, 4, 0, 99, 5]) encoding.writeVarUint(encoder, number);
  encoding.writeVarString(encoder, "x");
  encoding.writeVarUint(encoder, 0);
  expect(judgeUpdate(server, known, anybody).state).toBe("fine");
  expect(judgeUpdate(server, encoding.toUint8Array(encoder), anybody).state).toBe("bad");
});

/** A document that holds this one's text and goes on writing under a number of one's choice. */
function writingAs(doc: Y.Doc, client: number): Y.Doc {
  const copy = copyOf(doc);
  copy.clientID = client;
  return copy;
}

test.each([5e6, 2 ** 31])("[I16] nobody can claim to have written and deleted %d characters at once", (length) => {
  const encoder = encoding.createEncoder();
  for (const number of [1, 1, 7, 0]) encoding.writeVarUint(encoder, number);
  encoding.writeUint8(encoder, 1); // deleted text, with a parent
  encoding.writeVarUint(encoder, 1);
  encoding.writeVarString(encoder, "markdown");
  encoding.writeVarUint(encoder, length);
  encoding.writeVarUint(encoder, 0);
  expect(judgeUpdate(deck("text"), encoding.toUint8Array(encoder), anybody)).toMatchObject({
    state: "bad",
    reason: expect.stringContaining("jumps"),
  });
});

test("[I16] who adds to a client that is another's is told apart, whatever it adds", () => {
  const server = deck("text");
  const forger = writingAs(server, server.clientID);
  const plain = updateBy(forger, (text) => text.insert(4, " forged"));
  forger.getText("markdown").delete(4, 7);
  const deleted = Y.encodeStateAsUpdate(forger, Y.encodeStateVector(server));
  for (const update of [plain, deleted]) {
    expect(judgeUpdate(server, update, (client) => client !== server.clientID)).toEqual({ state: "foreign", client: server.clientID });
    expect(judgeUpdate(server, update, anybody)).toMatchObject({ state: "fine", clients: [server.clientID] });
  }
});

test("[I16] what is already known counts as said only where it says the same", () => {
  const server = deck("text");
  const [one, other] = [writingAs(server, 7), writingAs(server, 7)];
  Y.applyUpdate(
    server,
    updateBy(one, (text) => text.insert(0, "abc")),
  );
  const collisions = [
    { how: "other text", update: updateBy(writingAs(other, 7), (text) => text.insert(0, "xyz")) },
    { how: "another place", update: updateBy(writingAs(other, 7), (text) => text.insert(2, "abc")) },
    { how: "the same, and more of another", update: updateBy(writingAs(other, 7), (text) => text.insert(0, "abXdef")) },
  ];
  for (const { how, update } of collisions) expect([how, judgeUpdate(server, update, anybody).state]).toEqual([how, "apart"]);
  expect(judgeUpdate(server, Y.encodeStateAsUpdate(one), anybody).state).toBe("fine");
});

test("what is sent again after others split and deleted it is the same still", () => {
  const edits = fc.array(fc.record({ at: fc.nat(40), size: fc.nat(6), text: fc.constantFrom("", "a", "bc", "d\u{1F600}e") }), { maxLength: 12 });
  fc.assert(
    fc.property(edits, edits, (mine, others) => {
      const [server, client] = [new Y.Doc(), new Y.Doc()];
      const edit = (doc: Y.Doc, { at, size, text }: { readonly at: number; readonly size: number; readonly text: string }) => {
        const target = doc.getText("markdown");
        const start = Math.min(at, target.length);
        target.delete(start, Math.min(size, target.length - start));
        target.insert(start, text);
      };
      for (const change of mine) edit(client, change);
      const sent = Y.encodeStateAsUpdate(client);
      Y.applyUpdate(server, sent);
      for (const change of others) edit(server, change);
      expect(judgeUpdate(server, sent, anybody).state).toBe("fine");
    }),
    { numRuns: 300 },
  );
});
