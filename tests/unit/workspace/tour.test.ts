import { expect, test } from "vitest";
import { parseDeck, renderDeck } from "@/lib/deck";
import { highlightersFor } from "@/lib/stage/grammars/highlighters";
import { tourMarkdown } from "@/lib/workspace/decks/tour";

const deck = parseDeck(tourMarkdown);

test("the tour has five slides, each with a title", () => {
  expect(deck.slides.map((slide) => slide.title)).toEqual([
    "Write a talk together",
    "Three dashes make a slide",
    "Code is set as code",
    "Bring your co-authors",
    "Stand up and show it",
  ]);
});

test("the language has nothing to say about the tour", () => {
  expect(deck.notices).toEqual([]);
});

test("the tour shows notes on its first slide without leaking them", () => {
  expect(deck.slides[0]?.notes).toContain("speaker note");
  expect(renderDeck(deck).join("")).not.toContain("speaker note");
});

test("its code is highlighted", async () => {
  expect(renderDeck(deck, { highlighters: await highlightersFor(deck.slides) })[2]).toMatch(/hljs-keyword/);
});

test("nothing in it is true of a wide window alone: a phone shows the text or the slides", () => {
  expect(tourMarkdown).not.toMatch(/on the (left|right)/);
});
