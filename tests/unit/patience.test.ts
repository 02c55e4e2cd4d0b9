import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createLog } from "@/lib/log";
import { cameWithin, takeTurn, waitAtMost, withinPatience } from "@/lib/patience";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const hangs = () => new Promise<never>(() => undefined);
const fails = () => Promise.reject(new Error("no disk"));

/** What becomes of something that is waited for, once all its time is over. */
async function outcomeOf<T>(waiting: Promise<T>): Promise<T | string> {
  const outcome = waiting.catch((error: unknown) => String(error));
  await vi.runAllTimersAsync();
  return outcome;
}

test("what comes in time is had, and no timer is left of it", async () => {
  const came = await Promise.all([
    cameWithin(100, Promise.resolve("it")),
    waitAtMost(100, Promise.resolve("it")),
    withinPatience(100, Promise.resolve()),
  ]);
  expect(came).toEqual(["it", true, undefined]);
  expect(vi.getTimerCount()).toBe(0);
});

test("what doesn't come is waited for no longer", async () => {
  expect(await outcomeOf(cameWithin(100, hangs()))).toBeUndefined();
  expect(await outcomeOf(waitAtMost(100, hangs()))).toBe(false);
  expect(await outcomeOf(withinPatience(100, hangs()))).toBe("Error: not done within 100 ms");
});

test.each([cameWithin, waitAtMost, withinPatience])("what fails in time fails whoever waits: %o", async (wait) => {
  expect(await outcomeOf<unknown>(wait(100, fails()))).toBe("Error: no disk");
});

test.each([
  ["fails", fails],
  [
    "fails at once",
    () => {
      throw new Error("no disk");
    },
  ],
  ["hangs", hangs],
])("one of several steps that %s is told in the log, and the next has its turn", async (_what, step) => {
  const lines: string[] = [];
  const log = createLog("error", { write: (line) => lines.push(line) });
  const next = vi.fn();
  const turns = async () => {
    await takeTurn(step, { maxMs: 100, log, failure: "the pages could not be closed" });
    await takeTurn(next, { maxMs: 100, log, failure: "the next could not" });
  };
  await outcomeOf(turns());
  expect(lines.map((line) => JSON.parse(line).msg)).toEqual(["the pages could not be closed"]);
  expect(next).toHaveBeenCalledOnce();
});
