import { expect, test } from "vitest";
import { gridTarget } from "@/components/dashboard/grid-keys";

const grid = { count: 10, columns: 4 };

test("arrows go to the neighbour", () => {
  expect(gridTarget("ArrowRight", 0, grid)).toBe(1);
  expect(gridTarget("ArrowLeft", 5, grid)).toBe(4);
  expect(gridTarget("ArrowDown", 1, grid)).toBe(5);
  expect(gridTarget("ArrowUp", 6, grid)).toBe(2);
});

test("below a short last row's gap stands its last card", () => {
  expect(gridTarget("ArrowDown", 7, grid)).toBe(9);
});

test("at the edges nothing happens", () => {
  expect(gridTarget("ArrowLeft", 0, grid)).toBeUndefined();
  expect(gridTarget("ArrowUp", 2, grid)).toBeUndefined();
  expect(gridTarget("ArrowDown", 8, grid)).toBeUndefined();
  expect(gridTarget("ArrowRight", 9, grid)).toBeUndefined();
});

test("Home and End go to the ends, other keys nowhere", () => {
  expect(gridTarget("Home", 6, grid)).toBe(0);
  expect(gridTarget("End", 6, grid)).toBe(9);
  expect(gridTarget("x", 6, grid)).toBeUndefined();
});
