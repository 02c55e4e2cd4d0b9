import { expect, test } from "vitest";
import { noticesIn } from "@/tests/support/decks/notices";

const code = "lost-cells";

test("cells beyond the head's columns are named, and the head can be widened", () => {
  const source = "| a | b |\n| - | - |\n| 1 | 2 | 3 | 4 |\n| 1 | 2 |\n";
  const [notice, ...others] = noticesIn(source, code);
  expect(others).toEqual([]);
  expect([notice?.about, notice?.message]).toEqual(["| 1 | 2 | 3 | 4 |", "The table's head has 2 columns, so “3” and “4” of this row don't show."]);
  expect(notice?.fixed).toBe("| a | b |  |  |\n| - | - | - | - |\n| 1 | 2 | 3 | 4 |\n| 1 | 2 |\n");
});

test("a table without bars at its ends keeps that look", () => {
  expect(noticesIn("a | b\n--|--\n1 | 2 | 3\n", code)[0]?.fixed).toBe("a | b | \n--|-- | -\n1 | 2 | 3\n");
});

test("each row is named at its place, in a list too, where the head stays", () => {
  const source = "- x\n\n  | a |\n  | - |\n  | 1 | 2 |\n  | 1 | 3 |\n";
  expect(noticesIn(source, code).map(({ about, fixed }) => [about, fixed])).toEqual([
    ["| 1 | 2 |", undefined],
    ["| 1 | 3 |", undefined],
  ]);
});

test("bars that are written as such, and empty cells, lose nothing", () => {
  expect(noticesIn("| a | b |\n| - | - |\n| 1 \\| 2 | `3 \\| 4` |\n| 1 | 2 |  |  |\n", code)).toEqual([]);
});
