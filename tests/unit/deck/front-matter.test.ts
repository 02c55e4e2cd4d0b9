import { expect, test } from "vitest";
import { parseDeck } from "@/lib/deck";
import { readFrontMatter } from "@/lib/deck/front-matter";

test("settings that nest without end are refused before YAML reads them, and the deck opens", () => {
  const deck = parseDeck(`---\na: ${"[".repeat(60)}\n---\n\n# One\n`);
  expect(deck.slides.map((slide) => slide.title)).toEqual(["One"]);
  expect(deck.notices.map(({ message }) => message).join()).toContain("nest deeper than 50 levels");
});

test("settings with as many brackets as anybody writes are read", () => {
  const deck = parseDeck(`---\ntitle: One\nkeywords: [${"[a], ".repeat(60)}b]\n---\n\n# Two\n`);
  expect(deck.title).toBe("One");
});

test("more quotation marks than any settings hold are not read, and said to be too many", () => {
  const { values, error } = readFrontMatter(`---\na: ${'"'.repeat(2_001)}\n---\n`);
  expect([values, error?.sentence]).toEqual([{}, "The front matter can't be read: it holds more than 2000 quotation marks"]);
});
