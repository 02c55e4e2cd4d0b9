import { expect, test } from "vitest";
import { sameRules, slideRules } from "@/components/editor/monaco/slide-rules";
import { parseDeck } from "@/lib/deck";

test("a written break is the rule of the slide after it", () => {
  expect(slideRules(parseDeck("# A\n\n---\n\n# B\n"))).toEqual([
    { kind: "implied", line: 1, slide: 1 },
    { kind: "written", line: 3, slide: 2 },
  ]);
});

test("front matter is no break: the first slide begins after it", () => {
  const [first] = slideRules(parseDeck("---\ntheme: ink\n---\n# A\n"));
  expect(first).toEqual({ kind: "implied", line: 4, slide: 1 });
});

test("a slide that headingDivider begins has its number at the heading", () => {
  const rules = slideRules(parseDeck("---\nheadingDivider: 1\n---\n# A\n\ntext\n\n# B\n"));
  expect(rules[1]).toEqual({ kind: "implied", line: 8, slide: 2 });
});

test("two breaks in a row are an empty slide between two rules", () => {
  expect(slideRules(parseDeck("A\n\n---\n\n---\n\nB\n")).map((rule) => rule.line)).toEqual([1, 3, 5]);
});

test("rules at other lines are other rules", () => {
  const before = slideRules(parseDeck("A\n\n---\n\nB\n"));
  expect(sameRules(before, slideRules(parseDeck("A\n\n---\n\nB and more\n")))).toBe(true);
  expect(sameRules(before, slideRules(parseDeck("A\n\n\n---\n\nB\n")))).toBe(false);
});
