import { expect, test } from "vitest";
import * as Y from "yjs";
import { sha256Of } from "@/lib/collab/server/pulled-doc";
import { createSnapshot } from "@/lib/collab/server/snapshot";

function writtenIn(pieces: readonly string[]) {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => updates.push(update));
  for (const piece of pieces) doc.getText("markdown").insert(0, piece);
  return { doc, updates, text: doc.getText("markdown").toString() };
}

/** What a snapshot is worth: the text it rebuilds, and how often others had a turn while it was made. */
async function made(updates: readonly Uint8Array[]) {
  let turns = 0;
  const turn = () => {
    turns++;
    next = setImmediate(turn);
  };
  let next = setImmediate(turn);
  const { state, textSha256 } = await createSnapshot({ base: undefined, updates });
  clearImmediate(next);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  return { text: doc.getText("markdown").toString(), textSha256, turns };
}

test("[I14] a large snapshot is made while everybody else has their turns, a small one at once; both rebuild the text", async () => {
  const small = writtenIn(["one ", "two "]);
  expect(await made(small.updates)).toEqual({ text: small.text, textSha256: sha256Of(small.text), turns: 0 });
  const large = writtenIn(Array.from({ length: 5 }, (_, index) => String.fromCharCode(97 + index).repeat(300_000)));
  const { text, textSha256, turns } = await made(large.updates);
  expect(text).toBe(large.text);
  expect(Buffer.from(textSha256)).toEqual(sha256Of(large.text));
  expect(turns).toBeGreaterThan(0);
});

test.each([1, 600_000])("nothing is made of a base that is not what it was (%d characters)", async (length) => {
  const { doc } = writtenIn(["x".repeat(length), "y".repeat(length)]);
  const base = { state: Y.encodeStateAsUpdate(doc), textSha256: sha256Of("something else") };
  await expect(createSnapshot({ base, updates: [] })).rejects.toThrow("the snapshot rebuilds another text than it was made of");
});

test("nothing is made of updates that wait for others", async () => {
  const { updates } = writtenIn(["one ", "two ", "three "]);
  await expect(createSnapshot({ base: undefined, updates: updates.slice(1) })).rejects.toThrow("does not rebuild");
});
