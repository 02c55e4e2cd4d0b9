import { expect, test } from "vitest";
import { extend, keepPresent, nothingSelected, toggle } from "@/components/dashboard/selection";

const order = ["a", "b", "c", "d"];

test("a card is chosen, and let go of", () => {
  const one = toggle(nothingSelected, "b");
  expect([[...one.ids], [...toggle(one, "b").ids]]).toEqual([["b"], []]);
});

test("a stretch goes from the last card to this one, in either direction", () => {
  expect([...extend(toggle(nothingSelected, "b"), "d", order).ids]).toEqual(["b", "c", "d"]);
  expect([...extend(toggle(nothingSelected, "c"), "a", order).ids].toSorted()).toEqual(["a", "b", "c"]);
});

test("without a last card a stretch is one card", () => {
  expect([...extend(nothingSelected, "c", order).ids]).toEqual(["c"]);
});

test("what left the list is chosen no more", () => {
  const two = extend(toggle(nothingSelected, "a"), "b", order);
  expect([...keepPresent(two, ["b", "c"]).ids]).toEqual(["b"]);
  expect(keepPresent(two, order)).toBe(two);
});
