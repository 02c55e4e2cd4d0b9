import { expect, test } from "vitest";
import * as Y from "yjs";
import { judgeUpdate } from "@/lib/collab/server/guard-update";
import { copyOf, deck, updateBy } from "@/tests/unit/collab/server/written-docs";

const anybody = () => true;

test("what somebody types is plain; what is known in part, in several pieces, with foreign line ends or only deleted is not", () => {
  const server = deck("text");
  const client = copyOf(server);
  const isPlain = (update: Uint8Array) => {
    const verdict = judgeUpdate(server, update, anybody);
    return verdict.state === "fine" && verdict.isPlain;
  };
  const typed = updateBy(client, (text) => text.insert(4, "!"));
  expect(isPlain(typed)).toBe(true);
  Y.applyUpdate(server, typed);
  expect(isPlain(typed)).toBe(false);
  const replaced = updateBy(client, (text) => {
    text.delete(0, 2);
    text.insert(0, "Te");
  });
  expect(isPlain(replaced)).toBe(true);
  expect(isPlain(Y.encodeStateAsUpdate(client))).toBe(false);
  Y.applyUpdate(server, replaced);
  expect(isPlain(updateBy(client, (text) => text.delete(0, 1)))).toBe(false);
  expect(isPlain(updateBy(copyOf(server), (text) => text.insert(0, "\r\n")))).toBe(false);
});

test("[I15] where two overtype the same words, Yjs leaves the known deletion out, and whoever gets it with that has the same", () => {
  const server = deck("some words");
  const [ana, ben, shown] = [copyOf(server), copyOf(server), copyOf(server)];
  const overtype = (doc: Y.Doc, word: string) =>
    updateBy(doc, (text) => {
      text.delete(0, 4);
      text.insert(0, word);
    });
  const [first, second] = [overtype(ana, "more"), overtype(ben, "many")];
  for (const doc of [server, shown]) Y.applyUpdate(doc, first);
  expect(judgeUpdate(server, second, anybody)).toMatchObject({ isPlain: true });
  const passedOn: Uint8Array[] = [];
  server.on("update", (update: Uint8Array) => passedOn.push(update));
  for (const doc of [server, shown]) Y.applyUpdate(doc, second);
  expect(passedOn.map(({ byteLength }) => byteLength < second.byteLength)).toEqual([true]);
  expect(Y.encodeStateAsUpdate(shown)).toEqual(Y.encodeStateAsUpdate(server));
});

test("[I15] whichever one byte of a plain update is another, whoever gets it as it came in has what the document has", () => {
  const server = deck("some \u{1F600} text");
  const client = copyOf(server);
  const good = updateBy(client, (text) => {
    text.delete(2, 3);
    text.insert(2, "new");
  });
  let plain = 0;
  for (const [at, value] of [...good.keys()].flatMap((index) => Array.from({ length: 256 }, (_, byte) => [index, byte] as const))) {
    const bytes = Uint8Array.from(good);
    bytes[at] = value;
    const verdict = judgeUpdate(server, bytes, anybody);
    if (verdict.state !== "fine" || !verdict.isPlain) continue;
    plain++;
    const [target, rebuilt, shown] = [copyOf(server), copyOf(server), copyOf(server)];
    target.on("update", (update: Uint8Array) => Y.applyUpdate(rebuilt, update));
    Y.applyUpdate(target, bytes);
    Y.applyUpdate(shown, bytes);
    const states = [target, rebuilt, shown].map((doc) => Y.encodeStateAsUpdate(doc));
    expect({ at, value, states }).toEqual({ at, value, states: [states[0], states[0], states[0]] });
  }
  expect(plain).toBeGreaterThan(100);
});
