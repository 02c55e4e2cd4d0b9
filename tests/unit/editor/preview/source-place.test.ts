import { expect, test } from "vitest";
import { findSourceLine, slideCaret } from "@/components/editor/preview/source-place";

const source = "# One\n\n---\n\n## Two **bold** words\n\n- first item\n- second `item` here\n\nA [link](https://example.org) ends it.\n";
const start = source.indexOf("---\n") + 4;
const range = { start, end: source.length, startLine: 4, endLine: 10 };

test("a click on a slide puts the caret at its first text, not at the blank line before", () => {
  expect(source.slice(slideCaret(source, range)).startsWith("## Two")).toBe(true);
});

test("an empty slide takes the caret at its start", () => {
  expect(slideCaret("a\n---\n\n", { start: 6, end: 7, startLine: 3, endLine: 3 })).toBe(6);
});

test.each([
  ["Two bold words", "## Two"],
  ["second item here", "- second"],
  ["A link ends it.", "A [link]"],
])("words seen as %j lead to their line", (seen, line) => {
  const offset = findSourceLine(source, range, seen);
  expect(offset !== undefined && source.slice(offset).startsWith(line)).toBe(true);
});

test("words of another slide lead nowhere", () => {
  expect(findSourceLine(source, range, "Zebra")).toBeUndefined();
});

test("the short exact line wins over a long one that holds the words too", () => {
  const text = "A long line that speaks of images and layers\nimages and layers\n";
  expect(findSourceLine(text, { start: 0, end: text.length, startLine: 1, endLine: 2 }, "images and layers")).toBe(45);
});
