import { expect, test } from "vitest";
import { confidenceWords, findExcerpt, isWorthSaying, lossWords, readAsWords } from "@/components/editor/imported/import-words";

test("the dialect is called what its users call it, and plain Markdown is plain Markdown", () => {
  expect(readAsWords({ dialect: "reveal", label: "reveal.js" })).toBe("Read as reveal.js");
  expect(readAsWords({ dialect: "lectern", label: "Lectern" })).toBe("Read as plain Markdown");
});

test.each([
  [1, ["14 `![bg]`"], "Sure: 14 `![bg]`."],
  [0.5, ["a", "b", "c", "d"], "Likely: a, b, c."],
  [0.1, [], "A guess."],
])("a confidence of %d with %j is %j", (confidence, evidence, words) => {
  expect(confidenceWords({ confidence, evidence })).toBe(words);
});

test("what was lost is counted", () => {
  expect([0, 1, 3].map(lossWords)).toEqual(["", "1 thing could not be converted.", "3 things could not be converted."]);
});

test.each([
  ["lectern", 0.5, 0, false],
  ["lectern", 0.3, 0, true],
  ["lectern", 0.5, 2, true],
  ["marp", 1, 0, true],
] as const)("an import as %s with confidence %d and %i notices is worth a word: %s", (dialect, confidence, noticeCount, isWorth) => {
  expect(isWorthSaying({ dialect, confidence, noticeCount })).toBe(isWorth);
});

test("a line of the original is found where it still stands", () => {
  expect([findExcerpt("# A\n\n<Tweet/>\n", "<Tweet/>"), findExcerpt("# A", "<Tweet/>"), findExcerpt("# A", "")]).toEqual([5, undefined, undefined]);
});
