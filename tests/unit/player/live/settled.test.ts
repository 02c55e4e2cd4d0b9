import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createSettled } from "@/lib/player/live/settled";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("what stays is told once, what passes not at all", () => {
  const told: boolean[] = [];
  const settled = createSettled((value) => told.push(value));
  settled.is(true);
  settled.is(false);
  vi.advanceTimersByTime(5_000);
  expect(told).toEqual([]);
  settled.is(true);
  for (let at = 0; at < 10; at++) {
    vi.advanceTimersByTime(500);
    settled.is(true);
  }
  expect(told).toEqual([true]);
  settled.is(false);
  vi.advanceTimersByTime(5_000);
  expect(told).toEqual([true, false]);
});

test("nothing is told after the stop", () => {
  const told: boolean[] = [];
  const settled = createSettled((value) => told.push(value));
  settled.is(true);
  settled.stop();
  vi.advanceTimersByTime(5_000);
  expect(told).toEqual([]);
});
