import { expect, test, vi } from "vitest";
import { EndedEarly, endWithin } from "@/lib/collab/server/time-limit";

const generous = 60_000;
const limitMs = 300;

function ended(work: () => void): EndedEarly {
  try {
    endWithin(limitMs, work);
  } catch (error) {
    if (error instanceof EndedEarly) return error;
    throw error;
  }
  throw new Error("it was not ended");
}

test("work that takes no longer is done, and its errors are its own", () => {
  const done = vi.fn();
  endWithin(generous, done);
  expect(done).toHaveBeenCalledOnce();
  const mistake = new RangeError("a mistake");
  expect(() =>
    endWithin(generous, () => {
      throw mistake;
    }),
  ).toThrow(mistake);
});

test("work without an end is ended, whatever it would do last, and the next is done", () => {
  let isCaught = false;
  ended(() => {
    try {
      for (;;) Math.sqrt(2);
    } catch {
      isCaught = true;
    }
  });
  expect(isCaught).toBe(false);
  const next = vi.fn();
  endWithin(generous, next);
  expect(next).toHaveBeenCalledOnce();
});

test.each([
  { percent: 80, isItsFault: true },
  { percent: 60, isItsFault: true },
  { percent: 20, isItsFault: false },
  { percent: 0, isItsFault: false },
])("work that had a processor for $percent % of its time is at fault: $isItsFault; a crowded host gives a fifth", ({ percent, isItsFault }) => {
  // How much a machine gives is its own affair: the answer is what counts.
  const had = { user: percent * 10 * limitMs, system: 0 };
  const cpuUsage = vi.spyOn(process, "cpuUsage").mockImplementation((before) => (before === undefined ? { user: 0, system: 0 } : had));
  const error = ended(() => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, generous));
  cpuUsage.mockRestore();
  expect(error.isItsFault).toBe(isItsFault);
});
