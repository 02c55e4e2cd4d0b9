import { expect, test } from "vitest";
import { applyTextEdits, parseDeck, splitAtHeadings } from "@/lib/deck";

function split(source: string, index: number): readonly string[] {
  const deck = parseDeck(source);
  return parseDeck(applyTextEdits(source, splitAtHeadings(deck, index))).slides.map((slide) => slide.title);
}

test("a slide splits at the headings of its highest level behind its first", () => {
  expect(split("# Zero\n\n---\n\n# One\n\ntext\n\n## Two\n\n### Deep\n\n## Three\n\ntext\n", 1)).toEqual(["Zero", "One", "Two", "Three"]);
});

test("headings without a blank line before them split too, with any line ends", () => {
  expect(split("# One\r\n\r\ntext\r\n## Two\r\n\r\ntext\r\n", 0)).toEqual(["One", "Two"]);
});

test("a slide with one heading has no place to split", () => {
  expect(splitAtHeadings(parseDeck("# One\n\ntext\n"), 0)).toEqual([]);
});

test("headings in code and quotes are none", () => {
  expect(splitAtHeadings(parseDeck("# One\n\n```\n# two\n```\n\n> # three\n"), 0)).toEqual([]);
});
