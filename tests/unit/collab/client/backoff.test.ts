import { expect, test } from "vitest";
import { backoffMs } from "@/lib/collab/client/backoff";

test("the first attempt is spread over more than a second", () => {
  expect(backoffMs(0, () => 0)).toBeLessThan(100);
  expect(backoffMs(0, () => 1)).toBeGreaterThan(1_000);
});

test.each([1, 2, 3, 5, 40])("attempt %i comes after at most five seconds", (failures) => {
  expect(backoffMs(failures, () => 1)).toBeLessThanOrEqual(5_000);
});

test("a server that stays away is asked less often", () => {
  const delays = [1, 2, 3, 4].map((failures) => backoffMs(failures, () => 0.5));
  expect(delays).toEqual(delays.toSorted((a, b) => a - b));
});
