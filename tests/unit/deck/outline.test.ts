import { expect, test } from "vitest";
import { parseDeck, slideOutline } from "@/lib/deck";

const source =
  "---\ntitle: T\n---\n\n# One\n\n<!--\nsay\nthis\n-->\n\n## Part *two*\n\n---\n\n```js\n# no heading\n```\n\n# Last\n\n# Presenter Notes\n\nsay that\n";
const deck = parseDeck(source);

function outlineOf(index: number) {
  const slide = deck.slides[index];
  if (slide === undefined) throw new Error("There is no such slide.");
  return slideOutline(deck, slide);
}

test("headings stand where they are in the deck's text, with their levels", () => {
  expect(outlineOf(0).headings.map(({ level, title, start, end }) => [level, title, source.slice(start, end)])).toEqual([
    [1, "One", "# One"],
    [2, "Part two", "## Part *two*"],
  ]);
});

test("a heading in code or before notes is none", () => expect(outlineOf(1).headings.map(({ title }) => title)).toEqual(["Last"]));

test("comments and notes of several lines fold, and so does code", () => {
  const folds = [...outlineOf(0).folds, ...outlineOf(1).folds];
  expect(folds.map(({ kind, start, end }) => [kind, source.slice(start, end)])).toEqual([
    ["notes", "<!--\nsay\nthis\n-->"],
    ["block", "```js\n# no heading\n```"],
    ["notes", "# Presenter Notes\n\nsay that"],
  ]);
});
