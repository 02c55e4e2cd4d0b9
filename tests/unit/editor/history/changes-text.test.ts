import { expect, test } from "vitest";
import { changesText } from "@/components/editor/history/changes-text";
import type { DrawnDeck } from "@/components/editor/history/draw-deck";
import type { SlideChange } from "@/components/editor/history/match-slides";

const deck = (markdown: string, frontMatter = ""): DrawnDeck => ({
  markdown,
  frontMatter,
  slides: [],
  css: "",
  settings: { theme: "paper", colorScheme: "auto", aspectRatio: "16:9" },
});

test.each<[readonly SlideChange[], string]>([
  [[{ kind: "changed", before: 0, after: 0 }], "Since then 1 slide changed."],
  [
    [
      { kind: "changed", before: 0, after: 0 },
      { kind: "moved and changed", before: 1, after: 3 },
      { kind: "added", after: 1 },
      { kind: "moved", before: 2, after: 2 },
    ],
    "Since then 2 slides changed, 1 was added and 1 moved.",
  ],
  [
    [
      { kind: "removed", before: 0 },
      { kind: "removed", before: 1 },
    ],
    "Since then 2 slides were removed.",
  ],
])("%j is told as: %s", (changes, sentence) => {
  expect(changesText({ before: deck("a"), after: deck("b"), changes })).toBe(sentence);
});

test("another front matter is told of", () => {
  expect(changesText({ before: deck("a", "theme: paper"), after: deck("b", "theme: ink"), changes: [] })).toBe(
    "Since then the deck’s settings changed.",
  );
});

test("a deck with the same text is as it was", () => {
  expect(changesText({ before: deck("a"), after: deck("a"), changes: [] })).toBe("The deck is now as it was then.");
});
