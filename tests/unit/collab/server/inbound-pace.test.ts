import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createInboundPace } from "@/lib/collab/server/inbound-pace";

beforeEach(() => vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] }));
afterEach(() => vi.useRealTimers());

/** A connection, and what it heard of its pace. */
function connection() {
  const heard: boolean[] = [];
  const pace = createInboundPace(() => heard.push(pace.mayRead()));
  return { heard, pace };
}

test("who sends more than their burst is not read from until that is made up for, and what was read is worked off", () => {
  const { heard, pace } = connection();
  pace.countBytes(4 * 1024 * 1024 - 128);
  expect(heard).toEqual([]);
  pace.countBytes(256 * 1024 - 128);
  expect([pace.mayRead(), pace.mayWork()]).toEqual([false, true]);
  vi.advanceTimersByTime(999);
  expect(heard).toEqual([false]);
  vi.advanceTimersByTime(1);
  expect(heard).toEqual([false, true]);
});

test("[I14] frames with nothing in them count, too", () => {
  const { pace } = connection();
  for (let frame = 0; frame < 32 * 1024; frame++) pace.countBytes(0);
  expect(pace.mayRead()).toBe(true);
  pace.countBytes(0);
  expect(pace.mayRead()).toBe(false);
});

test("[I14] who keeps the process busy with little is not read from until that is made up for", () => {
  const { heard, pace } = connection();
  for (let frame = 0; frame < 5; frame++) pace.countWork(400);
  expect(heard).toEqual([]);
  pace.countWork(400);
  expect(heard).toEqual([false]);
  expect(pace.mayWork()).toBe(false);
  vi.advanceTimersByTime(4_000);
  expect(heard).toEqual([false, true]);
  expect(pace.mayWork()).toBe(true);
});

test("what is spent meanwhile is made up for as well", () => {
  const { heard, pace } = connection();
  pace.countWork(2_100);
  pace.countWork(100);
  vi.advanceTimersByTime(1_999);
  expect(heard).toEqual([false]);
  vi.advanceTimersByTime(1);
  expect(heard).toEqual([false, true]);
});

test("who types is read from for as long as they like", () => {
  const { heard, pace } = connection();
  for (let key = 0; key < 10_000; key++) {
    pace.countBytes(40);
    pace.countWork(1);
    vi.advanceTimersByTime(20);
  }
  expect(heard).toEqual([]);
});

test("[I12] once stopped it has no timer, whatever is counted", () => {
  const { pace } = connection();
  pace.countBytes(5 * 1024 * 1024);
  pace.stop();
  pace.countWork(3_000);
  expect(vi.getTimerCount()).toBe(0);
});
