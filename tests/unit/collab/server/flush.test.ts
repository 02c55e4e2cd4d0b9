import { DatabaseError } from "pg";
import { afterEach, expect, test, vi } from "vitest";
import { createFlusher, type Flusher, type FlushTarget } from "@/lib/collab/server/flush";
import type { AppendResult, LogEntry, UpdateLog } from "@/lib/collab/server/update-log";
import { createLog } from "@/lib/log";
import { eventually } from "@/tests/support/eventually";

const log = createLog("silent");
const flushers: Flusher[] = [];
afterEach(() => {
  for (const flusher of flushers.splice(0)) flusher.stop();
  vi.useRealTimers();
});

/** A flusher over a log that answers as it is told. */
function flusherOver(append: UpdateLog["append"]): Flusher {
  const never = () => Promise.reject(new Error("not asked for here"));
  const flusher = createFlusher({ append, pull: never, pullBefore: never, heads: never, quarantine: never, durability: never }, { log });
  flushers.push(flusher);
  return flusher;
}

/** A document with so many rows to store, one after the other. */
function docWith(
  docId: string,
  rows: number,
  settle: (result: AppendResult | undefined) => void = () => undefined,
  { restMs = 0, headStartMs = 0 } = {},
) {
  const stored: number[] = [];
  const healths: string[] = [];
  const target: FlushTarget = {
    take: () => (stored.length === rows ? undefined : entryOf(docId, stored.length + 1)),
    settle: (result) => {
      settle(result);
      if (result?.state === "committed") stored.push(result.seq);
    },
    setHealth: (health) => healths.push(health),
    headStartMs: () => headStartMs,
    restMs: () => restMs,
  };
  return { target, stored, healths };
}

function entryOf(docId: string, size: number): LogEntry {
  return { docId, generation: 1, updates: [new Uint8Array(size)], kind: "edit", userIds: [] };
}

function committed(batch: readonly LogEntry[]): ReadonlyMap<string, AppendResult> {
  return new Map(batch.map(({ docId, updates }) => [docId, { state: "committed", seq: updates[0]?.byteLength ?? 0, logRows: 1, logBytes: 1 }]));
}

function refusal(): DatabaseError {
  return new DatabaseError("duplicate key value", 10, "error");
}

test("what comes while a batch is on its way goes with the next, as one commit", async () => {
  const batches: number[] = [];
  const flusher = flusherOver(async (batch) => {
    batches.push(batch.length);
    return committed(batch);
  });
  const docs = Array.from({ length: 10 }, (_, index) => docWith(`doc-${index}`, 3));
  for (const { target } of docs) flusher.request(target);
  await eventually(() => expect(docs.map(({ stored }) => stored)).toEqual(docs.map(() => [1, 2, 3])));
  expect(batches).toEqual([10, 10, 10]);
});

test("what others are told first is stored after the head start, and not before", async () => {
  vi.useFakeTimers();
  const flusher = flusherOver(async (batch) => committed(batch));
  const { target, stored } = docWith("told", 1, undefined, { headStartMs: 5 });
  flusher.request(target);
  await vi.advanceTimersByTimeAsync(4);
  expect(stored).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(stored).toEqual([1]);
});

test("a document that rests between its rows holds up no other, and is stored whole", async () => {
  const order: string[] = [];
  const flusher = flusherOver(async (batch) => {
    order.push(...batch.map(({ docId }) => docId));
    return committed(batch);
  });
  const [resting, busy] = [docWith("resting", 3, undefined, { restMs: 200 }), docWith("busy", 20)];
  flusher.request(resting.target);
  flusher.request(busy.target);
  await eventually(() => expect(resting.stored).toEqual([1, 2, 3]));
  expect(order.lastIndexOf("busy")).toBeLessThan(order.indexOf("resting", 1));
});

test("a document that the database refuses holds up no other", async () => {
  const flusher = flusherOver(async (batch) => {
    if (batch.some(({ docId }) => docId === "poison")) throw refusal();
    return committed(batch);
  });
  const [poison, good] = [docWith("poison", 1), Array.from({ length: 5 }, (_, index) => docWith(`doc-${index}`, 20))];
  for (const { target } of [poison, ...good]) flusher.request(target);
  await eventually(() => expect(good.map(({ stored }) => stored.length)).toEqual(good.map(() => 20)));
  expect(poison.stored).toEqual([]);
});

test("what could not be stored is tried again until it is", async () => {
  let failures = 3;
  const flusher = flusherOver(async (batch) => {
    if (failures-- > 0) throw new Error("connection refused");
    return committed(batch);
  });
  const docs = [docWith("a", 2), docWith("b", 2)];
  for (const { target } of docs) flusher.request(target);
  await eventually(() =>
    expect(docs.map(({ stored }) => stored)).toEqual([
      [1, 2],
      [1, 2],
    ]),
  );
});

test("while the database can't be reached, it is asked by one batch at a time", async () => {
  let [asking, asked, most] = [0, 0, 0];
  let isReachable = false;
  const flusher = flusherOver(async (batch) => {
    asking++;
    asked++;
    most = Math.max(most, asking);
    await new Promise((resolve) => setImmediate(resolve));
    asking--;
    if (isReachable) return committed(batch);
    throw new Error("connection refused");
  });
  const first = docWith("first", 1);
  flusher.request(first.target);
  await eventually(() => expect(asked).toBeGreaterThan(0));
  const docs = Array.from({ length: 8 }, (_, index) => docWith(`doc-${index}`, 1));
  for (const { target } of docs) flusher.request(target);
  const before = asked;
  await eventually(() => expect(asked).toBeGreaterThan(before + 1));
  expect(most).toBe(1);
  isReachable = true;
  await eventually(() => expect([first, ...docs].map(({ stored }) => stored)).toEqual([[1], ...docs.map(() => [1])]));
});

test("one document never has two rows in a statement", async () => {
  const seen: string[][] = [];
  const flusher = flusherOver(async (batch) => {
    seen.push(batch.map(({ docId }) => docId));
    return committed(batch);
  });
  const twins = [docWith("same", 1), docWith("same", 1)];
  for (const { target } of twins) flusher.request(target);
  await eventually(() => expect(twins.map(({ stored }) => stored)).toEqual([[1], [1]]));
  expect(seen).toEqual([["same"], ["same"]]);
});

test("a document that fails to take its answer leaves the others of its batch alone", async () => {
  const flusher = flusherOver(async (batch) => committed(batch));
  const bad = docWith("bad", 1, () => {
    throw new Error("of our own making");
  });
  const good = docWith("good", 2);
  for (const { target } of [bad, good]) flusher.request(target);
  await eventually(() => expect(good.stored).toEqual([1, 2]));
});

test("[I14] a statement holds no more than 4 MiB and one row, however much waits", async () => {
  const sizes: number[] = [];
  const flusher = flusherOver(async (batch) => {
    sizes.push(batch.length);
    return committed(batch);
  });
  const size = 3 * 1024 * 1024;
  const docs = Array.from({ length: 6 }, (_, index) => {
    let isStored = false;
    const target: FlushTarget = {
      take: () => (isStored ? undefined : entryOf(`doc-${index}`, size)),
      settle: (result) => {
        isStored = result?.state === "committed";
      },
      setHealth: () => undefined,
      headStartMs: () => 0,
      restMs: () => 0,
    };
    return { target, isStored: () => isStored };
  });
  for (const { target } of docs) flusher.request(target);
  await eventually(() => expect(docs.every(({ isStored }) => isStored())).toBe(true));
  expect(sizes).toEqual([2, 2, 2]);
});
