import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createLog } from "@/lib/log";
import { startHousekeeping } from "@/lib/workspace/background/housekeeping";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const log = createLog("silent");

test("chores are done at once and then each time, and one that fails keeps no other", async () => {
  const done: string[] = [];
  const chores = [
    { failure: "the first failed", run: () => Promise.reject(new Error("no")) },
    { failure: "the second failed", run: async () => done.push("second") },
  ];
  const stop = startHousekeeping({ chores, everyMs: 1000, log });
  await vi.advanceTimersByTimeAsync(2000);
  stop();
  await vi.advanceTimersByTimeAsync(5000);
  expect(done).toEqual(["second", "second", "second"]);
});

test("a round that takes longer than the time between two is not begun twice", async () => {
  let begun = 0;
  const stop = startHousekeeping({ chores: [{ failure: "failed", run: () => new Promise(() => (begun += 1)) }], everyMs: 1000, log });
  await vi.advanceTimersByTimeAsync(5000);
  stop();
  expect(begun).toBe(1);
});
