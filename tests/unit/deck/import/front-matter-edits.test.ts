import { expect, test } from "vitest";
import { editFrontMatter, frontMatterEntries } from "@/lib/deck/import/front-matter-edits";

test("a new setting goes to the end of the front matter", () => {
  expect(editFrontMatter("---\ntitle: A\n---\n# A\n", { set: { size: "4:3" } })).toBe("---\ntitle: A\nsize: 4:3\n---\n# A\n");
});

test("a text without front matter gets some", () => {
  expect(editFrontMatter("# A\n", { set: { math: false } })).toBe("---\nmath: false\n---\n\n# A\n");
});

test("a setting is replaced with all its lines, and comments beside it stay", () => {
  const text = "---\n# mine\nstyle: |\n  a\n  b\n# yours\ntheme: x # why\n---\n";
  expect(editFrontMatter(text, { set: { style: "c" } })).toBe("---\n# mine\nstyle: c\n# yours\ntheme: x # why\n---\n");
});

test("a setting gets another name and keeps its value as written", () => {
  expect(editFrontMatter("---\ncolorSchema:  'dark' # at night\n---\n", { rename: { colorSchema: "colorScheme" } })).toBe(
    "---\ncolorScheme:  'dark' # at night\n---\n",
  );
});

test("front matter whose lines can't be told gets a new setting at its end, and no second one of a name", () => {
  const broken = "---\ntitle: [a\n---\n# A\n";
  expect(editFrontMatter(broken, { set: { title: "b", dialect: "lectern" } })).toBe("---\ntitle: [a\ndialect: lectern\n---\n# A\n");
});

test("front matter without settings goes", () => {
  expect(editFrontMatter("---\na: 1\n---\n\n# A\n", { set: { a: undefined } })).toBe("# A\n");
});

test("entries have the lines they were written on", () => {
  const text = "---\na: 1\nb:\n  c: 2\n  d:\n    - 3\nempty:\ntext: |\n  x\nlast: [1,\n  2]\n---\n";
  expect(frontMatterEntries(text).map(({ key, start, end }) => [key, text.slice(start, end)])).toEqual([
    ["a", "a: 1\n"],
    ["b", "b:\n  c: 2\n  d:\n    - 3\n"],
    ["empty", "empty:\n"],
    ["text", "text: |\n  x\n"],
    ["last", "last: [1,\n  2]\n"],
  ]);
});
