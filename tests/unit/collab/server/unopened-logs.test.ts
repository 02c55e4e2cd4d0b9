import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { deckIdSchema } from "@/lib/api/ids";
import { defaultTuning } from "@/lib/collab/server/tuning";
import { createUnopenedLogs } from "@/lib/collab/server/unopened-logs";
import { createLog } from "@/lib/log";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const one = deckIdSchema.parse("00000000-0000-4000-8000-000000000001");
const other = deckIdSchema.parse("00000000-0000-4000-8000-000000000002");
const tuning = { ...defaultTuning, compactRows: 10, settleQuietMs: 1_000 };

function open(compact: (deckId: string) => Promise<void> = async () => undefined) {
  const compacted: string[] = [];
  const logs = createUnopenedLogs({
    compact: (deckId) => {
      compacted.push(deckId);
      return compact(deckId);
    },
    tuning,
    log: createLog("silent"),
  });
  return { logs, compacted, note: (deckId: typeof one, logRows: number) => logs.noteSize(deckId, { logRows, logBytes: 0 }) };
}

test("a log that is too long is made a snapshot of in a pause, each deck's on its own; one that is short enough is left alone", async () => {
  const { compacted, note } = open();
  note(one, 10);
  note(other, 11);
  await vi.advanceTimersByTimeAsync(900);
  note(other, 12);
  await vi.advanceTimersByTimeAsync(900);
  expect(compacted).toEqual([]);
  await vi.advanceTimersByTimeAsync(100);
  expect(compacted).toEqual([other]);
  note(other, 41);
  expect(compacted).toEqual([other, other]);
});

test("one that can't be made a snapshot of is not tried again with every row", async () => {
  const { compacted, note } = open(() => Promise.reject(new Error("torn")));
  note(one, 41);
  await vi.advanceTimersByTimeAsync(1_000);
  note(one, 42);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(compacted).toEqual([one]);
  await vi.advanceTimersByTimeAsync(4_000);
  note(one, 43);
  expect(compacted).toEqual([one, one]);
});

test("[I12] its end waits for what has begun, and leaves no timer behind", async () => {
  let finish: () => void = () => undefined;
  const { logs, compacted, note } = open(() => new Promise((resolve) => (finish = resolve)));
  note(one, 41);
  note(other, 11);
  let isStopped = false;
  const stopped = logs.stop().then(() => (isStopped = true));
  note(other, 41);
  await vi.advanceTimersByTimeAsync(10_000);
  expect([isStopped, compacted, vi.getTimerCount()]).toEqual([false, [one], 0]);
  finish();
  await stopped;
});
