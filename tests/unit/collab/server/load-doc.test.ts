import { expect, test } from "vitest";
import * as Y from "yjs";
import { loadDoc } from "@/lib/collab/server/load-doc";
import { encodePayload } from "@/lib/collab/server/payload";
import { missingFrom, sha256Of, type PulledDoc, type PulledPart } from "@/lib/collab/server/pulled-doc";
import { createLog } from "@/lib/log";
import { copyOf, deck, updateBy } from "@/tests/unit/collab/server/written-docs";

const row = (seq: number, update: Uint8Array = Uint8Array.of(0, 0)): PulledPart => ({ seq, payload: encodePayload([update]), textSha256: undefined });

function snapshot(seq: number, doc = new Y.Doc()): PulledPart {
  return { seq, payload: Y.encodeStateAsUpdate(doc), textSha256: sha256Of(doc.getText("markdown").toString()) };
}

function pulled(snapSeq: number, headSeq: number, parts: readonly PulledPart[]): PulledDoc {
  return { generation: 1, snapSeq, headSeq, parts };
}

async function load(newest: PulledDoc, older?: PulledDoc) {
  const never = () => Promise.reject(new Error("not asked for here"));
  const updateLog = {
    append: never,
    pull: async () => newest,
    pullBefore: async () => older,
    heads: never,
    quarantine: async () => undefined,
    durability: never,
  };
  const loaded = await loadDoc(updateLog, "deck", createLog("silent"));
  return { text: loaded?.doc.getText("markdown").toString(), isDamaged: loaded?.isDamaged };
}

/** A text and two changes of it by one person, the second of which builds on the first. */
function written() {
  const base = deck("text");
  const doc = copyOf(base);
  const [first, second] = ["one ", "two "].map((word) => updateBy(doc, (text) => text.insert(0, word)));
  if (first === undefined || second === undefined) throw new Error("nothing was written");
  return { base, first, second };
}

test.each([
  { what: "a deck that was only just made", pull: pulled(0, 1, [row(1)]) },
  { what: "a deck without a row", pull: pulled(0, 0, []) },
  { what: "a snapshot with nothing after it", pull: pulled(3, 3, [snapshot(3)]) },
  { what: "a snapshot and its rows", pull: pulled(3, 5, [snapshot(3), row(4), row(5)]) },
  { what: "rows after one that is known", pull: pulled(3, 6, [row(5), row(6)]), afterSeq: 4 },
  { what: "a newer snapshot than what is known", pull: pulled(5, 6, [snapshot(5), row(6)]), afterSeq: 2 },
  { what: "nothing new", pull: pulled(3, 6, []), afterSeq: 6 },
])("nothing is missing from $what", ({ pull, afterSeq = 0 }) => {
  expect(missingFrom(pull, afterSeq)).toBeUndefined();
});

test.each([
  { what: "the snapshot", pull: pulled(3, 5, [row(4), row(5)]) },
  { what: "a snapshot with nothing after it", pull: pulled(3, 3, []) },
  { what: "the first row", pull: pulled(3, 5, [snapshot(3), row(5)]) },
  { what: "the last row", pull: pulled(3, 5, [snapshot(3), row(4)]) },
  { what: "a row that is after a known one", pull: pulled(3, 7, [row(5), row(7)]), afterSeq: 4 },
  { what: "a newer snapshot than what is known", pull: pulled(5, 6, [row(6)]), afterSeq: 2 },
  { what: "the end before a row", pull: pulled(3, 4, [snapshot(3), row(4), row(5)]) },
])("it is told where $what is missing", ({ pull, afterSeq = 0 }) => {
  expect(missingFrom(pull, afterSeq)).toContain("missing");
});

test("a whole log whose changes wait for others can be written in: whoever has those brings them", async () => {
  const { base, second } = written();
  const newest = pulled(1, 2, [snapshot(1, base), row(2, second)]);
  expect(await load(newest)).toEqual({ text: "text", isDamaged: false });
  expect(await load(newest, pulled(0, 2, [row(1, Y.encodeStateAsUpdate(base)), row(2, second)]))).toEqual({ text: "text", isDamaged: false });
});

test("a snapshot that its rows don't fit is left for the one before, which they do", async () => {
  const { base, first, second } = written();
  const older = pulled(0, 3, [row(1, Y.encodeStateAsUpdate(base)), row(2, first), row(3, second)]);
  expect(await load(pulled(2, 3, [snapshot(2, base), row(3, second)]), older)).toEqual({ text: "two one text", isDamaged: false });
});

test("of two ways that both lack something the one that shows more is taken", async () => {
  const [short, long] = [deck("short"), deck("a longer text")];
  const newest = (doc: Y.Doc) => pulled(2, 4, [snapshot(2, doc), row(4)]);
  const older = (doc: Y.Doc) => pulled(1, 4, [snapshot(1, doc), row(2), row(4)]);
  expect(await load(newest(short), older(long))).toEqual({ text: "a longer text", isDamaged: true });
  expect(await load(newest(long), older(short))).toEqual({ text: "a longer text", isDamaged: true });
});
