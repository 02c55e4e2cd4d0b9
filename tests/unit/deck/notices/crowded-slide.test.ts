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

test("a list of more than three levels is named once, with how many it has", () => {
  const source =
    "- a\n  - b\n    - c\n      - d\n      - e\n        - f\n\ntext\n\n1. a\n   - b\n     - c\n       - d\n         - e\n           - f\n";
  expect(noticesIn(source, "many-levels").map(({ message }) => message)).toEqual([expect.stringContaining("5 levels deep")]);
});

test("three levels, and lists one after the other, are fine", () => {
  expect(noticesIn("- a\n  - b\n    - c\n\ntext\n\n1. a\n\ntext\n\n- b\n\ntext\n\n- c\n", "many-levels")).toEqual([]);
});
