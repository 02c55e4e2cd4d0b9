import { expect, test } from "vitest";
import { readSeparator } from "@/lib/deck/import/reveal/separators";

test.each([
  ["\r?\n---\r?\n", "a\n---\nb", ["a", "b"]],
  ["^\\r?\\n---\\r?\\n$", "a\n\n---\n\nb\n---\nc", ["a\n", "\nb\n---\nc"]],
  ["<!--s-->", "a<!--s-->b", ["a", "b"]],
  ["^\\n\\n\\n", "a\n\n\n\nb", ["a\n", "b"]],
  ["\\n-{4}\\s*\\n", "a\n----  \nb", ["a", "b"]],
  ["^---$|^===$", "a\n---\nb\n===\nc", ["a\n", "\nb\n", "\nc"]],
])("%j cuts where it says", (pattern, text, pieces) => {
  const separator = readSeparator(pattern);
  expect(separator && text.split(separator)).toEqual(pieces);
});

test.each(["(a+)+$", "\\w+", ".*", "[-=]+", "", "^", null])("%j is not run", (pattern) => {
  expect(readSeparator(pattern)).toBeUndefined();
});
