import { expect, test } from "vitest";
import { niceScale, withZero } from "@/lib/deck/chart/scale";

const none = { before: "", after: "" };

test.each([
  [
    [0, 47],
    [0, 10, 20, 30, 40, 50],
  ],
  [
    [0, 1],
    [0, 0.2, 0.4, 0.6, 0.8, 1],
  ],
  [
    [-120, 310],
    [-200, -100, 0, 100, 200, 300, 400],
  ],
  [
    [7, 7],
    [6, 8],
  ],
])("%j has the ticks %j", (values, ticks) => {
  expect(niceScale(values, none, 5).ticks).toEqual(ticks);
});

test("the ticks carry the unit and as many decimals as they need", () => {
  const scale = niceScale([0, 2], { before: "€", after: " M" }, 4);
  expect(scale.ticks.map(scale.print)).toEqual(["€0.0 M", "€0.5 M", "€1.0 M", "€1.5 M", "€2.0 M"]);
});

test("lines start above zero only where all values lie far from it", () => {
  expect(withZero([90, 100])).toEqual([90, 100]);
  expect(withZero([30, 100])).toContain(0);
});
