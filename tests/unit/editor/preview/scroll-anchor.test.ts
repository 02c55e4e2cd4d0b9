import { expect, test } from "vitest";
import { restoreAnchor, takeAnchor } from "@/components/editor/preview/scroll-anchor";

const boxes = { rowPx: 400, leadPx: 20 };
const keys = ["a", "b", "c", "d"];

test("the anchor is the slide at the top of the view", () => {
  expect(takeAnchor(keys, 820, boxes)).toEqual({ key: "c", offsetPx: 0 });
});

test("slides inserted above move the scroll position by as much", () => {
  const anchor = takeAnchor(keys, 830, boxes);
  expect(anchor && restoreAnchor(anchor, keys, ["a", "x", "y", "b", "c", "d"], boxes)).toBe(1630);
});

test("slides removed above move it back", () => {
  const anchor = takeAnchor(keys, 830, boxes);
  expect(anchor && restoreAnchor(anchor, keys, ["c", "d"], boxes)).toBe(30);
});

test("slides that come below move nothing", () => {
  const anchor = takeAnchor(keys, 430, boxes);
  expect(anchor && restoreAnchor(anchor, keys, [...keys, "x"], boxes)).toBe(430);
});

test("when the slide in view is deleted the one before it holds the place", () => {
  const anchor = takeAnchor(keys, 820, boxes);
  expect(anchor && restoreAnchor(anchor, keys, ["a", "b", "d"], boxes)).toBe(420);
});

test("a wholly new deck has nothing to hold on to", () => {
  const anchor = takeAnchor(keys, 820, boxes);
  expect(anchor && restoreAnchor(anchor, keys, ["x", "y"], boxes)).toBeUndefined();
});

test("boxes that are not laid out yet give no anchor", () => {
  expect(takeAnchor(keys, 0, { rowPx: 0, leadPx: 0 })).toBeUndefined();
});
