import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createCompaction } from "@/lib/collab/server/compaction";
import { defaultTuning } from "@/lib/collab/server/tuning";
import { createLog } from "@/lib/log";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A log that grows by a row every tenth of a second; `compactedAt` are the rows it had when it was made a snapshot of. */
function openLog() {
  const compactedAt: number[] = [];
  let logRows = 0;
  const compaction = createCompaction({
    compact: async () => {
      compactedAt.push(logRows);
      logRows = 0;
    },
    tuning: { ...defaultTuning, compactRows: 10, compactBytes: 1_000, settleQuietMs: 1_000 },
    log: createLog("silent"),
  });
  const write = async (rows: number, bytesOfRow = 1) => {
    for (let row = 0; row < rows; row++) {
      logRows++;
      compaction.noteSize({ logRows, logBytes: logRows * bytesOfRow });
      await vi.advanceTimersByTimeAsync(100);
    }
  };
  return { compaction, compactedAt, write };
}

test("a log that has grown is made a snapshot of when those who write pause", async () => {
  const { compactedAt, write } = openLog();
  await write(15);
  expect(compactedAt).toEqual([]);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(compactedAt).toEqual([15]);
});

test("a pause is no reason for a log that is short enough", async () => {
  const { compactedAt, write } = openLog();
  await write(10);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(compactedAt).toEqual([]);
});

test("where nobody pauses a log gets four times as long, in rows or in bytes, and no longer", async () => {
  const { compactedAt, write } = openLog();
  await write(50);
  expect(compactedAt).toEqual([41]);
  await write(1, 500);
  expect(compactedAt).toEqual([41, 10]);
});

test("a room that goes leaves a short log behind at once, and nothing to be done later", async () => {
  const { compaction, compactedAt, write } = openLog();
  await write(30);
  await compaction.finish();
  expect(compactedAt).toEqual([30]);
  await write(15);
  compaction.stop();
  expect(vi.getTimerCount()).toBe(0);
});
