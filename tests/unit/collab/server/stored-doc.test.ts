import { expect, test } from "vitest";
import * as Y from "yjs";
import type { FlushTarget } from "@/lib/collab/server/flush";
import { encodePayload } from "@/lib/collab/server/payload";
import { buildDoc, type PulledDoc, type PulledPart } from "@/lib/collab/server/pulled-doc";
import { createStoredDoc, type LostReason } from "@/lib/collab/server/stored-doc";
import { defaultTuning } from "@/lib/collab/server/tuning";
import type { AppendResult, UpdateLog } from "@/lib/collab/server/update-log";
import { createLog } from "@/lib/log";
import { eventually } from "@/tests/support/eventually";
import { updateLogOf } from "@/tests/unit/collab/server/rig";
import { circleOf, copyOf, deck, updateBy } from "@/tests/unit/collab/server/written-docs";

const author = { name: "Ana" };
const by = { author, userId: "ana", hasCarriageReturns: false, isShown: false, isLong: false, gaps: [] };

/** A document over a log that is never asked unless `pull` is given. */
function storedDoc(markdown: string, { pull, parked }: { readonly pull?: UpdateLog["pull"]; readonly parked?: Uint8Array } = {}) {
  const base = deck(markdown);
  const { doc } = buildDoc(pulledOf([Y.encodeStateAsUpdate(base)]));
  if (parked !== undefined) Y.applyUpdate(doc, parked);
  let target: FlushTarget | undefined;
  const shown: Uint8Array[] = [];
  const lost: LostReason[] = [];
  const committed: number[] = [];
  const stored = createStoredDoc({
    docId: "deck",
    loaded: { doc, generation: 1, headSeq: 1, isDamaged: false },
    updateLog: updateLogOf(pull === undefined ? {} : { pull }),
    flusher: {
      request: (asking) => {
        target = asking;
      },
      stop: () => undefined,
    },
    pace: { headStartMs: () => 0, restMs: () => 0 },
    tuning: defaultTuning,
    log: createLog("silent"),
    events: {
      onUpdate: (update) => shown.push(update),
      onPending: () => undefined,
      onCommitted: ({ seq }) => committed.push(seq),
      onCaughtUp: () => undefined,
      onHealth: () => undefined,
      onLost: (reason) => lost.push(reason),
    },
  });
  return {
    stored,
    base,
    shown,
    lost,
    committed,
    take: () => target?.take(),
    settle: (result: AppendResult | undefined) => target?.settle(result),
    commitAt: (seq: number) => target?.settle({ state: "committed", seq, logRows: 1, logBytes: 1 }),
  };
}

function pulledOf(updates: readonly Uint8Array[]): PulledDoc {
  return { generation: 1, headSeq: updates.length, snapSeq: 0, parts: updates.map((update, index) => rowOf(index + 1, update)) };
}

function rowOf(seq: number, update: Uint8Array): PulledPart {
  return { seq, payload: encodePayload([update]), textSha256: undefined };
}

/** What a client sends that types at the start of this document. */
function typed(doc: Y.Doc, text: string): Uint8Array {
  const before = Y.encodeStateVector(doc);
  doc.getText("markdown").insert(0, text);
  return Y.encodeStateAsUpdate(doc, before);
}

test("[I1] a change counts as stored once its row is committed, not when it is on its way", () => {
  const { stored, base, take, commitAt } = storedDoc("text");
  stored.write(typed(base, "a"), by);
  expect([stored.enqueued(), stored.durable()]).toEqual([1, 0]);
  take();
  stored.write(typed(base, "b"), by);
  expect(stored.durable()).toBe(0);
  commitAt(2);
  expect([stored.enqueued(), stored.durable()]).toEqual([2, 1]);
  expect(take()?.updates).toHaveLength(1);
});

test("[I14] changes that wait for one row stand in it one by one: merging them would take longer than anybody can wait", () => {
  const { stored, base, shown, take } = storedDoc("text");
  for (const character of "abcde") stored.write(typed(base, character), by);
  expect(take()?.updates).toEqual(shown);
  expect(shown).toHaveLength(5);
});

test("[I15] what everybody was shown is stored as they saw it, also where two overtyped the same words, and makes the same text anew", () => {
  const { stored, base, take, commitAt } = storedDoc("some words");
  const overtype = (word: string) =>
    updateBy(copyOf(base), (text) => {
      text.delete(0, 4);
      text.insert(0, word);
    });
  const seen = [overtype("more"), overtype("many")];
  const rows = seen.map((update, index) => {
    stored.write(update, { ...by, isShown: true });
    const row = take();
    commitAt(index + 2);
    return row?.updates;
  });
  expect(rows).toEqual(seen.map((update) => [update]));
  for (const update of seen) Y.applyUpdate(base, update);
  expect(stored.text.toString()).toBe(base.getText("markdown").toString());
});

test("[I2] a row of which nobody knows what became of it counts as not stored, and is sent again", () => {
  const { stored, base, take, settle, commitAt } = storedDoc("text");
  stored.write(typed(base, "a"), by);
  const first = take();
  settle(undefined);
  expect(stored.durable()).toBe(0);
  expect(take()?.updates).toEqual(first?.updates);
  commitAt(2);
  expect(stored.durable()).toBe(1);
});

test("[I8] a row that comes out further on than the next one says that others are missing: they are fetched", async () => {
  const logged: { pulled?: PulledDoc } = {};
  const { stored, base, take, commitAt } = storedDoc("text", { pull: async () => logged.pulled });
  const [others, mine] = [copyOf(base), copyOf(base)];
  const theirs = typed(others, "theirs ");
  const own = typed(mine, "mine ");
  stored.write(own, by);
  take();
  logged.pulled = { ...pulledOf([]), headSeq: 3, parts: [rowOf(2, theirs), rowOf(3, own)] };
  commitAt(3);
  await eventually(() => expect(stored.appliedSeq()).toBe(3));
  expect(stored.text.toString()).toContain("theirs ");
  expect(stored.text.toString()).toContain("mine ");
});

test("a change that breaks half-way is neither stored nor shown, and what came before it is", () => {
  const { stored, base, shown, take } = storedDoc("text");
  stored.write(typed(base, "sound "), by);
  const torn = typed(base, "torn ").slice(0, -1);
  expect(() => stored.write(torn, by)).toThrow("Unexpected end of array");
  expect(shown).toHaveLength(1);
  expect(stored.enqueued()).toBe(1);
  expect(take()?.updates).toHaveLength(1);
});

test("[I15] what Yjs parks instead of taking it in breaks the document: nothing was stored, and everybody would be sent it", () => {
  const { stored, base, shown, take } = storedDoc("text");
  const inCircles = Y.mergeUpdates([typed(base, "a"), circleOf(11, 22)]);
  expect(() => stored.write(inCircles, by)).toThrow("parked");
  expect(() => storedDoc("text").stored.takeOver([{ update: inCircles, userId: "ana" }])).toThrow("parked");
  expect([shown, stored.enqueued(), take()]).toEqual([[], 0, undefined]);
});

test("what was parked as a document was loaded breaks it for nobody who writes", () => {
  const parked = typed(deck("what is lost"), "after it ");
  const { stored, base, shown } = storedDoc("text", { parked });
  stored.write(typed(base, "a"), by);
  expect(shown).toHaveLength(1);
});

test("a row that comes out before where the log ended as it was made says that the database was set back", () => {
  const { stored, base, lost, committed, take, commitAt } = storedDoc("text");
  stored.noteRow({ seq: 2, updates: [typed(base, "two ")] });
  stored.noteRow({ seq: 3, updates: [typed(base, "three ")] });
  stored.write(typed(base, "mine "), by);
  take();
  commitAt(2);
  expect(lost).toEqual(["rolled-back"]);
  expect(committed).toEqual([]);
  expect(stored.durable()).toBe(0);
});

test("a row that was fetched from the log before its own answer came is no setback", async () => {
  const logged: { pulled?: PulledDoc } = {};
  const { stored, base, lost, take, commitAt } = storedDoc("text", { pull: async () => logged.pulled });
  const mine = typed(base, "mine ");
  stored.write(mine, by);
  take();
  logged.pulled = { ...pulledOf([]), headSeq: 3, parts: [rowOf(2, mine), rowOf(3, typed(base, "theirs "))] };
  stored.noteRow({ seq: 3 });
  await eventually(() => expect(stored.appliedSeq()).toBe(3));
  commitAt(2);
  expect(lost).toEqual([]);
  expect(stored.durable()).toBe(1);
});

test("rows that build on what is not here give the document up instead of parking them", () => {
  const { stored, base, lost } = storedDoc("text");
  typed(base, "lost with the database ");
  stored.noteRow({ seq: 2, updates: [typed(base, "after it ")] });
  expect(lost).toEqual(["rolled-back"]);
});

test("[I4] of rows that have to be fetched all are there, or the document is given up: what is there of them is not taken for all", async () => {
  const { stored, base, lost } = storedDoc("text", {
    pull: async () => ({ ...pulledOf([]), headSeq: 3, parts: [rowOf(3, typed(copyOf(base), "three "))] }),
  });
  stored.noteRow({ seq: 3 });
  await eventually(() => expect(lost).toEqual(["broken"]));
  expect([stored.appliedSeq(), stored.text.toString()]).toEqual([1, "text"]);
});

test("what is left of a log that lost rows meanwhile is not taken for the committed text", async () => {
  const left = pulledOf([Y.encodeStateAsUpdate(deck("what is left"))]);
  const pull: UpdateLog["pull"] = async (_docId, afterSeq) => (afterSeq === 0 ? { ...left, headSeq: 7 } : { ...left, headSeq: afterSeq, parts: [] });
  const { stored, base, lost, take, commitAt } = storedDoc("text", { pull });
  stored.write(typed(base, "a"), by);
  const asked = stored.committedText();
  for (const seq of [3, 5, 7]) {
    take();
    stored.write(typed(base, "b"), by);
    commitAt(seq);
  }
  expect(await asked).toBeUndefined();
  expect(lost).toEqual([]);
});

test("[I14] the committed text is at hand while somebody always types: nothing is read back for it", async () => {
  const { stored, base, take, commitAt } = storedDoc("text");
  stored.write(typed(base, "a"), by);
  const asked = stored.committedText();
  take();
  // More comes while the row is on its way, so that nothing is ever at rest.
  stored.write(typed(base, "b"), by);
  commitAt(2);
  take();
  stored.write(typed(base, "c"), by);
  commitAt(3);
  expect(await asked).toMatchObject({ seq: 2, markdown: "atext" });
});

test("where others write in between, the committed text is in the end read from the log", async () => {
  const rebuilt = new Y.Doc();
  rebuilt.getText("markdown").insert(0, "from the log");
  const { stored, base, take, commitAt } = storedDoc("text", { pull: async () => pulledOf([Y.encodeStateAsUpdate(rebuilt)]) });
  stored.write(typed(base, "a"), by);
  const asked = stored.committedText();
  for (const seq of [3, 5, 7]) {
    take();
    stored.write(typed(base, "b"), by);
    commitAt(seq);
  }
  expect(await asked).toMatchObject({ markdown: "from the log" });
});
