import fc from "fast-check";
import { expect, test } from "vitest";
import { applyTextEdits, duplicateSlides, parseDeck } from "@/lib/deck";
import { lookOf, randomDeck } from "./random-decks";

test("a copy stands behind its slide", () => {
  const source = "# One\n\n---\n\n# Two\n";
  expect(applyTextEdits(source, duplicateSlides(parseDeck(source), [0]))).toBe("# One\n\n---\n\n# One\n\n---\n\n# Two\n");
});

test("several are copied together, behind the last of them", () => {
  const source = "a\n\n---\n\nb\n\n---\n\nc\n\n---\n\nd\n";
  const deck = parseDeck(applyTextEdits(source, duplicateSlides(parseDeck(source), [2, 0])));
  expect(deck.slides.map((slide) => slide.title)).toEqual(["a", "b", "c", "a", "c", "d"]);
});

test("a copy of settings for the slides from here on is the same text", () => {
  const source = "<!-- class: dark -->\n\n# One\n\n---\n\n# Two\n";
  expect(applyTextEdits(source, duplicateSlides(parseDeck(source), [0]))).toBe(
    "<!-- class: dark -->\n\n# One\n\n---\n\n<!-- class: dark -->\n\n# One\n\n---\n\n# Two\n",
  );
});

test("whatever is copied looks like its slide, and the others as before", () => {
  fc.assert(
    fc.property(randomDeck, fc.nat({ max: 8 }), (deck, pick) => {
      const index = pick % deck.slides.length;
      const after = parseDeck(applyTextEdits(deck.source, duplicateSlides(deck, [index])));
      const order = deck.slides.map((_, at) => at).toSpliced(index + 1, 0, index);
      expect(after.slides.map((_, at) => lookOf(after, at))).toEqual(order.map((at) => lookOf(deck, at)));
    }),
    { numRuns: 200 },
  );
}, 60_000);
