import { expect, test } from "vitest";
import { noticesIn } from "@/tests/support/decks/notices";

test("more than 80 words are named at the heading", () => {
  const [notice] = noticesIn(`# Too much\n\n${"word ".repeat(90)}\n`, "many-words");
  expect(notice?.about).toBe("# Too much");
  expect(notice?.message).toMatch(/^92 words/);
});

test("80 words are not too many", () => {
  expect(noticesIn("word ".repeat(80), "many-words")).toEqual([]);
});

test("a list of four levels is named once", () => {
  expect(noticesIn("- a\n  - b\n    - c\n      - d\n      - e\n        - f\n", "many-levels")).toHaveLength(1);
});

test("three levels, and lists one after the other, are fine", () => {
  expect(noticesIn("- a\n  - b\n    - c\n\ntext\n\n1. a\n\ntext\n\n- b\n\ntext\n\n- c\n", "many-levels")).toEqual([]);
});
