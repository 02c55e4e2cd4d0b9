import { expect, test } from "vitest";
import { findSlideLevel, splitPandoc } from "@/lib/deck/import/pandoc/split-slides";

const titles = (text: string, level: number) => splitPandoc(text, level).map((slide) => slide.text.trim().split("\n")[0]);

test.each([
  ["# A\n\ntext\n\n## B\n\ntext", 1],
  ["# A\n\n## B\n\ntext", 2],
  ["# A\n\n## B\n\n::: x\n\n# C\n\ntext\n\n:::", 1],
  ["text", 6],
])("the slide level of %j is %i", (text, level) => {
  expect(findSlideLevel(text)).toBe(level);
});

test.each([
  ["a rule before a heading of the level adds nothing", "# A\n\n---\n\n## B\n\nx\n\n---\n\ny", 2, ["# A", "## B", "y"]],
  ["a rule before a higher heading makes an empty slide", "## A\n\nx\n\n---\n\n# B\n\ny", 2, ["## A", "", "# B"]],
  ["text before the first heading is a slide", "x\n\n## A\n\ny", 2, ["x", "## A"]],
  ["a heading under a line of text is none", "## A\n\nx\n## B\n\ny", 2, ["## A"]],
  ["a heading in a box starts no slide", "## A\n\n::: columns\n\n## B\n\n:::\n\n## C", 2, ["## A", "## C"]],
  ["a box that begins with a heading is a slide", "## A\n\n::: {.big}\n## B\n:::", 2, ["## A", "::: {.big}"]],
  ["level 0 cuts at rules alone", "## A\n\n## B\n\n---\n\n## C", 0, ["## A", "## C"]],
  ["rules and headings in code cut nothing", "## A\n\n```\n---\n\n## B\n```", 2, ["## A"]],
])("%s", (_, text, level, starts) => {
  expect(titles(text, level)).toEqual(starts);
});
