import fc from "fast-check";
import { expect, test } from "vitest";
import { applyTextEdits, moveSlides, parseDeck, placeBefore, type Deck } from "@/lib/deck";
import { lookOf, randomDeck } from "./random-decks";

function move(source: string, indexes: readonly number[], to: number): string {
  return applyTextEdits(source, moveSlides(parseDeck(source), indexes, to));
}

test("a slide moves behind another, and the breaks stay between them", () => {
  expect(move("# One\n\n---\n\n# Two\n\n---\n\n# Three\n", [0], 1)).toBe("# Two\n\n---\n\n# One\n\n---\n\n# Three\n");
});

test("a slide moves to the end of a text without a last line end", () => {
  expect(move("One\n\n---\n\nTwo", [0], 1)).toBe("Two\n\n---\n\nOne");
});

test("moved to where it stands nothing is edited", () => {
  expect(moveSlides(parseDeck("# One\n\n---\n\n# Two\n"), [1], 1)).toEqual([]);
});

test("the edits are the slide's own text and its break, nothing else", () => {
  const deck = parseDeck(Array.from({ length: 50 }, (_, index) => `# Slide ${index}\n\ntext`).join("\n\n---\n\n"));
  const edits = moveSlides(deck, [10], 40);
  expect(edits.map(({ start, end, text }) => [end - start, text.length])).toEqual([
    [23, 0],
    [0, 23],
  ]);
});

test("breaks are written as the deck writes them", () => {
  expect(move("# One\n\n***\n\n# Two\n\n***\n\n# Three\n", [2], 0)).toBe("# Three\n\n***\n\n# One\n\n***\n\n# Two\n");
});

test("where headings break no rule is written", () => {
  expect(move("---\nheadingDivider: 1\n---\n\n# One\n\na\n\n# Two\n\nb\n\n# Three\n", [2], 0)).toBe(
    "---\nheadingDivider: 1\n---\n\n# Three\n\n# One\n\na\n\n# Two\n\nb\n",
  );
});

test("a class for the slides from here on stays with those that had it", () => {
  expect(move("# One\n\n---\n\n<!-- class: dark -->\n\n# Two\n\n---\n\n# Three\n", [1], 0)).toBe(
    "<!-- _class: dark -->\n\n# Two\n\n---\n\n# One\n\n---\n\n<!-- class: dark -->\n\n# Three\n",
  );
});

test("an inherited class goes along with a slide", () => {
  expect(move("# One\n\n---\n\n<!-- class: dark -->\n\n# Two\n\n---\n\n# Three\n", [2], 0)).toBe(
    "<!-- _class: dark -->\n\n# Three\n\n---\n\n# One\n\n---\n\n<!-- class: dark -->\n\n# Two\n",
  );
});

test("a fence that nobody closed is closed before a slide follows it", () => {
  expect(move("# One\n\n---\n\n```js\nrun()\n", [1], 0)).toBe("```js\nrun()\n```\n\n---\n\n# One\n");
});

test("whatever moves, all slides look as before, in the new order", () => {
  fc.assert(
    fc.property(randomDeck, fc.array(fc.nat({ max: 8 }), { minLength: 1, maxLength: 3 }), fc.nat({ max: 8 }), (deck, picks, target) => {
      const chosen = [...new Set(picks.map((pick) => pick % deck.slides.length))].toSorted((a, b) => a - b);
      const rest = deck.slides.map((_, index) => index).filter((index) => !chosen.includes(index));
      const to = target % (rest.length + 1);
      const order = rest.toSpliced(to, 0, ...chosen);
      const moved = parseDeck(applyTextEdits(deck.source, moveSlides(deck, chosen, to)));
      expect(looks(moved)).toEqual(order.map((index) => lookOf(deck, index)));
      expect(moved.frontMatter.values).toEqual(deck.frontMatter.values);
    }),
    { numRuns: 300 },
  );
}, 60_000);

test("a place before a slide counts without those that move", () => {
  const deck = parseDeck("a\n\n---\n\nb\n\n---\n\nc\n\n---\n\nd\n");
  expect([placeBefore(deck, [1], 0), placeBefore(deck, [1], 3), placeBefore(deck, [0, 1], 4)]).toEqual([0, 2, 2]);
});

function looks(deck: Deck): unknown[] {
  return deck.slides.map((_, index) => lookOf(deck, index));
}
