import fc from "fast-check";
import { expect, test } from "vitest";
import { applyTextEdits, hideSlides, parseDeck, setSlideSettings, showSlides } from "@/lib/deck";
import { lookOf, randomDeck } from "./random-decks";

function set(source: string, changes: Readonly<Record<string, unknown>>, index = 0): string {
  return applyTextEdits(source, setSlideSettings(parseDeck(source), [index], changes));
}

test("a setting stands at the top of its slide", () => {
  expect(set("# One\n\n---\n\n# Two\n", { layout: "center" }, 1)).toBe("# One\n\n---\n\n<!-- _layout: center -->\n\n# Two\n");
});

test("a setting that is written already changes in place", () => {
  expect(set("# One\n\n<!-- _layout: center -->\n", { layout: "quote" })).toBe("# One\n\n<!-- _layout: quote -->\n");
});

test("a setting inside a note changes in place", () => {
  expect(set("# One\n\n<!-- Pause here. _duration: 2m -->\n", { duration: "90s" })).toBe("# One\n\n<!-- Pause here. _duration: 90s -->\n");
});

test("a setting without a value is taken out with its comment", () => {
  expect(set("<!-- _layout: center -->\n\n# One\n", { layout: undefined })).toBe("# One\n");
});

test("of several settings only the one is taken out", () => {
  expect(set("<!--\n_layout: center\n_class: a\n-->\n\n# One\n", { layout: undefined })).toBe("<!--\n_class: a\n-->\n\n# One\n");
});

test.each([
  ["a text on several lines", "<!--\n_footer: |\n  one\n  two\n_class: a\n-->\n\n# One\n", "<!--\n_class: a\n-->\n\n# One\n"],
  ["a list below its key", "<!--\n_class: a\n_footer:\n  - one\n  - two\n-->\n\n# One\n", "<!--\n_class: a\n-->\n\n# One\n"],
  ["a text on several lines that is all there is", "<!--\n_footer: >-\n  one\n\n  two\n-->\n\n# One\n", "# One\n"],
  ["the first of two beside the comment's start", "<!-- _footer: one\n_class: a -->\n\n# One\n", "<!-- \n_class: a -->\n\n# One\n"],
])("%s is taken out with all its lines", (_, source, expected) => {
  expect(set(source, { footer: undefined })).toBe(expected);
});

test("a value on several lines changes in place, with all its lines", () => {
  expect(set("<!--\n_footer: |\n  one\n  two\n_class: a\n-->\n\n# One\n", { footer: "three" })).toBe(
    "<!--\n_footer: three\n_class: a\n-->\n\n# One\n",
  );
  expect(set("<!--\n_class:\n  - a\n  - b\n-->\n\n# One\n", { class: "c" })).toBe("<!--\n_class: c\n-->\n\n# One\n");
});

test("a line inside a value on several lines is no setting", () => {
  const source = "<!--\n_footer: |\n  _class: a\n-->\n\n# One\n";
  expect(set(source, { class: undefined })).toBe(source);
});

test("a value that would end the comment or the line is quoted", () => {
  const deck = parseDeck(set("# One\n", { footer: "a --> b\n# c", backgroundColor: "#fff" }));
  expect([deck.slides[0]?.settings.footer, deck.slides[0]?.settings.style["background-color"]]).toEqual(["a --> b\n# c", "#fff"]);
});

test("where a heading breaks the setting stands under it", () => {
  const source = "---\nheadingDivider: 1\n---\n# One\n\na\n\n# Two\n\nb\n";
  expect(parseDeck(set(source, { layout: "center" }, 1)).slides.map((slide) => slide.settings.layout)).toEqual(["title", "center"]);
});

test("a comment in code is code", () => {
  const source = "```html\n<!-- _layout: center -->\n```\n";
  expect(set(source, { layout: undefined })).toBe(source);
});

test("a hidden slide is shown again by taking the setting out", () => {
  const source = "# One\n\n---\n\n# Two\n";
  const hidden = applyTextEdits(source, hideSlides(parseDeck(source), [1]));
  expect(applyTextEdits(hidden, showSlides(parseDeck(hidden), [1]))).toBe(source);
});

test("a slide that inherits being hidden is shown against it", () => {
  const source = "<!-- hidden: true -->\n\n# One\n\n---\n\n# Two\n";
  const deck = parseDeck(applyTextEdits(source, showSlides(parseDeck(source), [1])));
  expect(deck.slides.map((slide) => slide.settings.hidden)).toEqual([true, false]);
});

test("hiding a slide changes nothing else about any", () => {
  fc.assert(
    fc.property(randomDeck, fc.nat({ max: 8 }), (deck, pick) => {
      const index = pick % deck.slides.length;
      const after = parseDeck(applyTextEdits(deck.source, hideSlides(deck, [index])));
      const hidden = JSON.stringify(lookOf(deck, index)).replace('"hidden":false', '"hidden":true');
      expect(after.slides.map((_, at) => JSON.stringify(lookOf(after, at)))).toEqual(
        deck.slides.map((_, at) => (at === index ? hidden : JSON.stringify(lookOf(deck, at)))),
      );
    }),
    { numRuns: 200 },
  );
}, 60_000);
