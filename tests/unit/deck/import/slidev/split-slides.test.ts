import { expect, test } from "vitest";
import { splitSlidev } from "@/lib/deck/import/slidev/split-slides";

// The counts are those of @slidev/parser 52 for the same texts.
test.each([
  ["a\n\n---\n\nb", 2],
  ["a\n---\nb: c\n---\n\nd", 2],
  ["Title\n---\n\nb", 2],
  ["a\n\n----\nb\n\n---x\n\nc", 3],
  ["```\n\n---\n\n```\n\n---\n\nb", 2],
  ["~~~\n\n---\n\n~~~", 2],
  ["<!--\n\n---\n\n-->\n\nb", 1],
  ["a\n\n---\n", 2],
  ["a\n\n---", 1],
  ["---\n\na\n\n---\n\nb", 2],
  ["a\n\n---\n# B\n\nno end", 2],
  ["", 1],
])("%j is %i slides", (text, count) => {
  expect(splitSlidev(text)).toHaveLength(count);
});

test("what slides say stands in the text where they say it", () => {
  const text = "---\ntheme: x\n---\n\n# One\n\n---\nlayout: center\n---\n\n# Two\n";
  for (const { content, contentStart, yaml, yamlStart } of splitSlidev(text)) {
    expect(text.slice(contentStart, contentStart + content.length)).toBe(content);
    expect(text.slice(yamlStart, yamlStart + (yaml?.length ?? 0))).toBe(yaml ?? "");
  }
});
