import { expect, test } from "vitest";
import { addSlide, applyTextEdits, parseDeck, type Deck } from "@/lib/deck";

function add(source: string, index: number, text?: string): string {
  return applyTextEdits(source, addSlide(parseDeck(source), index, text));
}

function titles(deck: Deck): readonly string[] {
  return deck.slides.map((slide) => slide.title);
}

test("an empty slide stands on a line of its own between two breaks", () => {
  expect(add("# One\n\n---\n\n# Two\n", 1)).toBe("# One\n\n---\n\n\n\n---\n\n# Two\n");
});

test("a slide is added behind the last", () => {
  expect(add("# One\n", 1, "# Two")).toBe("# One\n\n---\n\n# Two\n");
});

test("a slide is added behind a text without a last line end", () => {
  expect(titles(parseDeck(add("One", 1, "# Two")))).toEqual(["One", "Two"]);
});

test("a slide is added before the first without becoming front matter", () => {
  const deck = parseDeck(add("Name: value\n\n---\n\n# Two\n", 0));
  expect([titles(deck), deck.frontMatter.values]).toEqual([["", "Name: value", "Two"], {}]);
});

test("a slide is added behind front matter that ends the text", () => {
  const deck = parseDeck(add("---\ntitle: T\n---", 1, "# New"));
  expect([deck.slides.length, deck.frontMatter.values]).toEqual([2, { title: "T" }]);
});

test("an empty slide before a heading that breaks gets breaks of its own", () => {
  const deck = parseDeck(add("---\nheadingDivider: 1\n---\n# One\n\na\n\n# Two\n", 1));
  expect(titles(deck)).toEqual(["One", "", "Two"]);
});

test("a slide behind an open fence closes it first", () => {
  expect(titles(parseDeck(add("# One\n\n```js\nrun()\n", 1, "# Two")))).toEqual(["One", "Two"]);
});
