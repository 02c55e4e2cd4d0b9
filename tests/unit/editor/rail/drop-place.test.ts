import { expect, test } from "vitest";
import { dropPlace, edgeScrollPx } from "@/components/editor/rail/drop-place";

test("the lower half of a row means behind it", () =>
  expect([40, 50].map((offsetPx) => dropPlace({ offsetPx, rowPx: 84, count: 3 }))).toEqual([0, 1]));
test("beyond the rows is before the first and behind the last", () =>
  expect([-500, 9_000].map((offsetPx) => dropPlace({ offsetPx, rowPx: 84, count: 3 }))).toEqual([0, 3]));
test("the rail scrolls near its edges, and nowhere else", () =>
  expect([10, 300, 590].map((y) => Math.sign(edgeScrollPx(y, 600)))).toEqual([-1, 0, 1]));
