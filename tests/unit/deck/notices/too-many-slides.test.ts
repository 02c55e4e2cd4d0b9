import { expect, test } from "vitest";
import { maxSlides } from "@/lib/deck/limits";
import { noticesIn } from "@/tests/support/decks/notices";

test("a deck of more slides than there can be is told from where on breaks start none", () => {
  const [notice] = noticesIn("a\n\n---\n\n".repeat(maxSlides - 1) + "last\n\n---\n\nmore\n", "too-many-slides");
  expect(notice?.message).toContain("2,000 slides");
  expect(notice?.about.trim()).toBe("last\n\n---\n\nmore");
});

test("a deck of any size that talks have says nothing of it", () => {
  expect(noticesIn("a\n\n---\n\n".repeat(1_000), "too-many-slides")).toEqual([]);
});
