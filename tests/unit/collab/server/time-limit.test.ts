import { expect, test, vi } from "vitest";
import { EndedEarly, endWithin } from "@/lib/collab/server/time-limit";

const generous = 60_000;

function ended(work: () => void): EndedEarly {
  try {
    endWithin(300, work);
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
  const error = ended(() => {
    try {
      for (;;) Math.sqrt(2);
    } catch {
      isCaught = true;
    }
  });
  expect(error.isItsFault).toBe(true);
  expect(isCaught).toBe(false);
  const next = vi.fn();
  endWithin(generous, next);
  expect(next).toHaveBeenCalledOnce();
});

test("work that stood still for want of a processor is told from work that had one", () => {
  const error = ended(() => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, generous));
  expect(error.isItsFault).toBe(false);
});
