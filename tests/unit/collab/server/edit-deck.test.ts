import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { deckIdSchema, userIdSchema } from "@/lib/api/ids";
import { editDeck, type EditDeckOptions, type EditRow, type TextChange } from "@/lib/collab/server/edit-deck";
import { buildDoc, hasParked, sha256Of, type PulledDoc, type PulledPart } from "@/lib/collab/server/pulled-doc";
import { encodePayload } from "@/lib/collab/server/payload";
import type { UpdateLog } from "@/lib/collab/server/update-log";
import { createLog } from "@/lib/log";
import { deck } from "@/tests/unit/collab/server/written-docs";

const deckId = deckIdSchema.parse("00000000-0000-4000-8000-000000000001");
const userId = userIdSchema.parse("00000000-0000-4000-8000-000000000002");

/** A log of one document where somebody else writes right before every row that is to be appended. */
function logWithHasty(write: (text: Y.Text) => void): UpdateLog {
  const doc = deck("text");
  let seq = 1;
  return {
    // Always a snapshot of all there is.
    pull: async () => ({
      generation: 1,
      headSeq: seq,
      snapSeq: seq,
      parts: [{ seq, payload: Y.encodeStateAsUpdate(doc), textSha256: sha256Of(doc.getText("markdown").toString()) }],
    }),
    pullBefore: async () => undefined,
    append: async ([entry]) => {
      write(doc.getText("markdown"));
      seq += 1;
      if (entry === undefined) return new Map();
      if (entry.expectedSeq !== undefined && entry.expectedSeq !== seq) return new Map([[entry.docId, { state: "stale-seq" as const }]]);
      for (const update of entry.updates) Y.applyUpdate(doc, update);
      seq += 1;
      return new Map([[entry.docId, { state: "committed" as const, seq, logRows: seq, logBytes: 0 }]]);
    },
    heads: async () => new Map(),
    quarantine: async () => undefined,
    durability: async () => "fsync",
  };
}

test("an edit that somebody always forestalls is merged, and the text it answers with is the merged one", async () => {
  const updateLog = logWithHasty((text) => text.insert(0, "!"));
  const edited = await editDeck(
    { updateLog, log: createLog("silent"), onRow: () => undefined, renew: async () => false, maxStateBytes: 16 * 1024 * 1024 },
    deckId,
    {
      change: (markdown) => `${markdown} more`,
      options: { kind: "api", userId },
    },
  );
  expect(edited.markdown).toBe("!!!!!!!!text more");
  expect(edited.places.locate(edited.places.encode([0, 8]))).toEqual([0, 8]);
});

describe("An edit for which a document's history leaves no room", () => {
  /** A log that is full until somebody begins a new generation. */
  function edit({ isRoomAfter, renew }: { readonly isRoomAfter: number; readonly renew: () => boolean }) {
    const state = { loads: 0, renewals: 0 };
    const updateLog = logWithHasty(() => undefined);
    const context = {
      updateLog,
      log: createLog("silent"),
      onRow: () => undefined,
      renew: async () => {
        state.renewals++;
        return renew();
      },
      get maxStateBytes() {
        return ++state.loads > isRoomAfter ? 16 * 1024 * 1024 : 1;
      },
    };
    return { state, edited: editDeck(context, deckId, { change: () => "new", options: { kind: "api", userId } }) };
  }

  test("is made again on the new generation", async () => {
    const { edited, state } = edit({ isRoomAfter: 1, renew: () => true });
    await expect(edited).resolves.toMatchObject({ markdown: "new" });
    expect(state.renewals).toBe(1);
  });

  test("is made again too where somebody else was first to begin one", async () => {
    const { edited } = edit({ isRoomAfter: 1, renew: () => false });
    await expect(edited).resolves.toMatchObject({ markdown: "new" });
  });

  test("is refused where the new generation has no room for it either, which is begun once", async () => {
    const { edited, state } = edit({ isRoomAfter: Number.POSITIVE_INFINITY, renew: () => true });
    await expect(edited).rejects.toMatchObject({ code: "too-large" });
    expect(state.renewals).toBe(1);
  });
});

/** A log of one document as it grows, row by row; `beginGeneration` is what somebody else does to it. */
function growingLog(markdown: string) {
  const state = { generation: 1, rows: [encodePayload([Y.encodeStateAsUpdate(deck(markdown))])] };
  const pulled = (): PulledDoc => ({
    generation: state.generation,
    headSeq: state.rows.length,
    snapSeq: 0,
    parts: state.rows.map((payload, index) => ({ seq: index + 1, payload, textSha256: undefined })),
  });
  const updateLog: UpdateLog = {
    ...logWithHasty(() => undefined),
    pull: async () => pulled(),
    append: async ([entry]) => {
      if (entry === undefined) return new Map();
      if (entry.generation !== state.generation) return new Map([[entry.docId, { state: "stale-generation" as const }]]);
      const seq = state.rows.push(encodePayload(entry.updates));
      return new Map([[entry.docId, { state: "committed" as const, seq, logRows: seq, logBytes: 0 }]]);
    },
  };
  return {
    updateLog,
    rows: () => state.rows,
    rebuilt: () => buildDoc(pulled()),
    beginGeneration: (begun: string) => {
      state.generation++;
      state.rows = [encodePayload([Y.encodeStateAsUpdate(deck(begun))])];
    },
  };
}

function editOf(updateLog: UpdateLog, change: TextChange, expected?: EditDeckOptions["expected"]) {
  const context = { updateLog, log: createLog("silent"), onRow: () => undefined, renew: async () => false, maxStateBytes: 16 * 1024 * 1024 };
  return editDeck(context, deckId, { change, options: { kind: "api", userId, ...(expected === undefined ? {} : { expected }) } });
}

test("what edits leave in the log rebuilds the last of their texts, whatever was deleted on the way", async () => {
  const text = fc.array(fc.constantFrom("a", "b ", "\u{1F600}", "\u{1F601}", "\n", "# T\n", "x".repeat(50)), { maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 8 }), async (texts) => {
      const log = growingLog("start");
      for (const parts of texts) {
        await editOf(log.updateLog, () => parts.join(""));
        const { doc, faults } = log.rebuilt();
        expect([doc.getText("markdown").toString(), faults, hasParked(doc)]).toEqual([parts.join(""), [], false]);
      }
    }),
    { numRuns: 100 },
  );
});

test("[I14] a row holds what its edit deletes, and not all that was ever deleted", async () => {
  const lines = Array.from({ length: 200 }, (_, index) => `line ${index} of a text\n`);
  const log = growingLog(lines.join(""));
  for (const line of lines) await editOf(log.updateLog, (text) => text.replace(line, line.replace("line", "slide")));
  const sizes = log
    .rows()
    .slice(1)
    .map(({ byteLength }) => byteLength);
  expect(Math.max(...sizes)).toBeLessThan(60);
});

describe("An edit that meets a new generation", () => {
  function meet({ times, expected }: { readonly times: number; readonly expected?: EditDeckOptions["expected"] }) {
    const log = growingLog("old");
    let begun = 0;
    const edited = editOf(
      log.updateLog,
      (text) => {
        if (begun < times) log.beginGeneration(`new ${++begun}`);
        return `${text} and more`;
      },
      expected,
    );
    return { edited, stored: () => log.rebuilt().doc.getText("markdown").toString() };
  }

  test("is made again on it, once, where it insisted on no state of the older one", async () => {
    const { edited, stored } = meet({ times: 1 });
    expect(await edited).toMatchObject({ generation: 2, markdown: "new 1 and more", isChanged: true });
    expect(stored()).toBe("new 1 and more");
    await expect(meet({ times: 2 }).edited).rejects.toMatchObject({ code: "stale" });
  });

  test("is refused where it insisted on one, and changes nothing", async () => {
    const { edited, stored } = meet({ times: 1, expected: { generation: 1, seq: 1 } });
    await expect(edited).rejects.toMatchObject({ code: "stale" });
    expect(stored()).toBe("new 1");
  });
});

test("[I11] an edit whose answer was lost is not called a failure when it is in the log, and is one when it isn't", async () => {
  const calm = logWithHasty(() => undefined);
  const first = await calm.pull(deckId, 0);
  if (first === undefined) throw new Error("no document");
  const logged: PulledPart[] = [...first.parts];
  const told: EditRow[] = [];
  const edit = (isStored: boolean) => {
    const updateLog: UpdateLog = {
      ...calm,
      pull: async (_docId, afterSeq) => ({ ...first, headSeq: logged.length, parts: logged.filter(({ seq }) => seq > afterSeq) }),
      append: async ([entry]) => {
        if (isStored && entry !== undefined) logged.push({ seq: logged.length + 1, payload: encodePayload(entry.updates), textSha256: undefined });
        throw new Error("connection lost");
      },
    };
    const options = { kind: "api", userId, expected: { generation: 1, seq: 1 } } as const;
    return editDeck(
      { updateLog, log: createLog("silent"), onRow: (_id, row) => told.push(row), renew: async () => false, maxStateBytes: 16 * 1024 * 1024 },
      deckId,
      { change: (text) => `${text} more`, options },
    );
  };
  await expect(edit(false)).rejects.toThrow("connection lost");
  expect(await edit(true)).toMatchObject({ seq: 2, markdown: "text more", isChanged: true });
  // How long the log is now is not taken for nothing: it may be due for a snapshot.
  expect(told).toMatchObject([{ seq: 2, logRows: 1, logBytes: logged[1]?.payload.byteLength }]);
});
