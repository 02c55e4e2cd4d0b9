import { expect, test } from "vitest";
import { parseDeck } from "@/lib/deck";

test("settings that nest without end are refused before YAML reads them, and the deck opens", () => {
  const deck = parseDeck(`---\na: ${"[".repeat(60)}\n---\n\n# One\n`);
  expect(deck.slides.map((slide) => slide.title)).toEqual(["One"]);
  expect(deck.notices.map(({ message }) => message).join()).toContain("nest deeper than 50 levels");
});

test("settings with as many brackets as anybody writes are read", () => {
  const deck = parseDeck(`---\ntitle: One\nkeywords: [${"[a], ".repeat(60)}b]\n---\n\n# Two\n`);
  expect(deck.title).toBe("One");
});
