import fc from "fast-check";
import { expect, test } from "vitest";
import { applyTextEdits, deleteSlides, parseDeck, renderSlide } from "@/lib/deck";
import { lookOf, randomDeck } from "./random-decks";

function remove(source: string, ...indexes: readonly number[]): string {
  return applyTextEdits(source, deleteSlides(parseDeck(source), indexes));
}

test("a slide goes with the break before it", () => {
  expect(remove("# One\n\n---\n\n# Two\n\n---\n\n# Three\n", 1)).toBe("# One\n\n---\n\n# Three\n");
});

test("the last slide goes with its break", () => {
  expect(remove("# One\n\n---\n\n# Two\n", 1)).toBe("# One\n");
});

test("front matter stays when the first slide goes", () => {
  expect(remove("---\ntitle: T\n---\n\n# One\n\n---\n\n# Two\n", 0)).toBe("---\ntitle: T\n---\n\n# Two\n");
});

test("a deck whose slides all go is one empty slide", () => {
  const text = remove("# One\n\n---\n\n# Two\n", 0, 1);
  expect(text.trim()).toBe("");
});

test("a class for the slides from here on stays with those that had it", () => {
  expect(remove("# One\n\n---\n\n<!-- class: dark -->\n\n# Two\n\n---\n\n# Three\n\n---\n\n# Four\n", 1)).toBe(
    "# One\n\n---\n\n<!-- class: dark -->\n\n# Three\n\n---\n\n# Four\n",
  );
});

test("a class that the next slide sets anew is not carried over", () => {
  expect(remove("<!-- class: a -->\n\n# One\n\n---\n\n<!-- class: b -->\n\n# Two\n", 0)).toBe("<!-- class: b -->\n\n# Two\n");
});

test("a link definition that another slide uses stays, before that slide's notes", () => {
  const text = remove("# One\n\n[a][ref]\n\n???\n\nsay\n\n---\n\n# Two\n\n[ref]: https://example.org\n[other]: https://example.net\n", 1);
  expect(text).toBe("# One\n\n[a][ref]\n\n[ref]: https://example.org\n\n???\n\nsay\n");
});

test("a footnote that another slide uses stays", () => {
  const deck = parseDeck(remove("# One\n\n---\n\n# Notes\n\n[^1]: The note\n\n---\n\n# Two[^1]\n", 1));
  expect(deck.slides.map((slide) => renderSlide(slide)).at(-1)).toContain("The note");
});

test("a footnote stays with all its lines, those after a blank one too", () => {
  expect(remove("# One\n\n---\n\n[^1]: The note\n\n    goes on\n    and on\n\n---\n\n# Two[^1]\n", 1)).toBe(
    "# One\n\n[^1]: The note\n\n    goes on\n    and on\n\n---\n\n# Two[^1]\n",
  );
});

test("style for the whole deck stays", () => {
  expect(remove("# One\n\n---\n\n# Two\n\n<style>h1 { color: red }</style>\n", 1)).toBe("# One\n\n<style>h1 { color: red }</style>\n");
});

test("a rule that only looks like front matter is not made into it", () => {
  const source = "# One\n\n---\n\n\n\n---\n\nkey: value\n\n---\n\n# Four\n";
  const deck = parseDeck(remove(source, 0));
  expect([deck.slides.length, deck.frontMatter.values]).toEqual([3, {}]);
});

test("whatever goes, the other slides look as before", () => {
  fc.assert(
    fc.property(randomDeck, fc.array(fc.nat({ max: 8 }), { minLength: 1, maxLength: 3 }), (deck, picks) => {
      const gone = new Set(picks.map((pick) => pick % deck.slides.length));
      const left = deck.slides.map((_, index) => index).filter((index) => !gone.has(index));
      fc.pre(left.length > 0);
      const after = parseDeck(applyTextEdits(deck.source, deleteSlides(deck, [...gone])));
      // A footnote takes the indented lines under it along.
      const definitions = /(?:\\n)?\[(?:ref\]: [^\\"]*|\^1\]: [^\\"]*(?:\\n {2,}[^\\"]*)*)/g;
      const without = (look: unknown) => JSON.stringify(look).replace(definitions, "");
      expect(after.slides.map((_, index) => without(lookOf(after, index)))).toEqual(left.map((index) => without(lookOf(deck, index))));
    }),
    { numRuns: 300 },
  );
}, 60_000);
