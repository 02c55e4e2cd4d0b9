import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createSettle } from "@/lib/collab/server/settle";
import { createLog } from "@/lib/log";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Something that is touched all the time; `firedAt` is when it was called, in milliseconds. */
function typeWithoutEnd({ tookMs, waitedMs = 0 }: { readonly tookMs: number; readonly waitedMs?: number }) {
  const startMs = performance.now();
  const firedAt: number[] = [];
  const settle = createSettle({
    quietMs: 1_000,
    maxMs: 5_000,
    log: createLog("silent"),
    fire: async () => {
      firedAt.push(performance.now() - startMs);
      await new Promise((resolve) => setTimeout(resolve, waitedMs + tookMs));
      return tookMs;
    },
  });
  const typeFor = async (ms: number) => {
    for (let elapsedMs = 0; elapsedMs < ms; elapsedMs += 100) {
      settle.touch();
      await vi.advanceTimersByTimeAsync(100);
    }
  };
  return { firedAt, typeFor, settle };
}

test("what follows from a text waits for a pause of those who write", async () => {
  const { firedAt, typeFor } = typeWithoutEnd({ tookMs: 1 });
  await typeFor(3_000);
  expect(firedAt).toEqual([]);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(firedAt).toHaveLength(1);
});

test("where nobody pauses it follows all the same, as often as it may", async () => {
  const { firedAt, typeFor } = typeWithoutEnd({ tookMs: 10 });
  await typeFor(15_500);
  expect(firedAt.map((ms) => Math.round(ms / 1_000))).toEqual([5, 10, 15]);
});

test("what takes longer follows less often where nobody pauses", async () => {
  const { firedAt, typeFor } = typeWithoutEnd({ tookMs: 50 });
  await typeFor(26_000);
  expect(firedAt.map((ms) => Math.round(ms / 1_000))).toEqual([5, 15, 25]);
});

test("what only had to wait for a commit follows as often as anything", async () => {
  const { firedAt, typeFor } = typeWithoutEnd({ tookMs: 10, waitedMs: 1_000 });
  await typeFor(15_500);
  expect(firedAt.map((ms) => Math.round(ms / 1_000))).toEqual([5, 10, 15]);
});

test("however long it takes, it follows within a quarter of a minute", async () => {
  const { firedAt, typeFor } = typeWithoutEnd({ tookMs: 2_000 });
  await typeFor(21_000);
  expect(firedAt.map((ms) => Math.round(ms / 1_000))).toEqual([5, 20]);
});

test("what took long once follows a pause as soon as anything", async () => {
  const { firedAt, typeFor } = typeWithoutEnd({ tookMs: 2_000 });
  await typeFor(5_100);
  await vi.advanceTimersByTimeAsync(3_000);
  await typeFor(100);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(firedAt.map((ms) => Math.round(ms / 1_000))).toEqual([5, 7, 9]);
});
