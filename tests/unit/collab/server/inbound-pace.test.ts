import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createInboundPace } from "@/lib/collab/server/inbound-pace";

beforeEach(() => vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] }));
afterEach(() => vi.useRealTimers());

/** A connection, and whether it is read from. */
function connection() {
  const state = { isReading: true };
  const pace = createInboundPace({
    pause: () => {
      state.isReading = false;
    },
    resume: () => {
      state.isReading = true;
    },
  });
  return { state, pace };
}

test("who sends more than their burst is not read from until that is made up for", () => {
  const { state, pace } = connection();
  pace.countBytes(4 * 1024 * 1024);
  expect(state.isReading).toBe(true);
  pace.countBytes(256 * 1024);
  expect(state.isReading).toBe(false);
  vi.advanceTimersByTime(999);
  expect(state.isReading).toBe(false);
  vi.advanceTimersByTime(1);
  expect(state.isReading).toBe(true);
});

test("[I14] who keeps the process busy with little is not read from until that is made up for", () => {
  const { state, pace } = connection();
  for (let frame = 0; frame < 5; frame++) pace.countWork(400);
  expect(state.isReading).toBe(true);
  pace.countWork(400);
  expect(state.isReading).toBe(false);
  vi.advanceTimersByTime(4_000);
  expect(state.isReading).toBe(true);
});

test("who types is read from for as long as they like", () => {
  const { state, pace } = connection();
  for (let key = 0; key < 10_000; key++) {
    pace.countBytes(40);
    pace.countWork(1);
    vi.advanceTimersByTime(20);
  }
  expect(state.isReading).toBe(true);
});

test("who is held back for another reason is read from once neither holds", () => {
  const { state, pace } = connection();
  pace.hold(true);
  pace.countBytes(5 * 1024 * 1024);
  pace.hold(false);
  expect(state.isReading).toBe(false);
  vi.advanceTimersByTime(4_000);
  expect(state.isReading).toBe(true);
});
