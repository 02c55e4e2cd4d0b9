import { expect, test } from "vitest";
import { longestMs } from "@/tests/chaos/label-watch";

test("the time in which nobody could be served is not counted", () => {
  const stretches = [{ fromMs: 100, untilMs: 1_000 }];
  expect(longestMs(stretches, { outages: [], nowMs: 5_000 })).toBe(900);
  expect(longestMs(stretches, { outages: [{ fromMs: 0, untilMs: 700 }], nowMs: 5_000 })).toBe(300);
  expect(longestMs(stretches, { outages: [{ fromMs: 2_000, untilMs: 3_000 }], nowMs: 5_000 })).toBe(900);
});

test("whoever is not back yet is counted until now, and nobody away is no time", () => {
  expect(longestMs([{ fromMs: 1_000, untilMs: undefined }], { outages: [], nowMs: 5_000 })).toBe(4_000);
  expect(longestMs([], { outages: [], nowMs: 5_000 })).toBe(0);
});
