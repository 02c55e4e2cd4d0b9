import { expect, test } from "vitest";
import { presentUrl } from "@/components/present/present-url";

test("the stage opens at its beginning without a hash, else at the slide's number", () => {
  expect(presentUrl("a1")).toBe("/decks/a1/present");
  expect(presentUrl("a1", 0)).toBe("/decks/a1/present");
  expect(presentUrl("a1", 6)).toBe("/decks/a1/present#7");
});
