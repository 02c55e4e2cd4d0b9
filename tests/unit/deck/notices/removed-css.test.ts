import { expect, test } from "vitest";
import { noticesIn } from "@/tests/support/decks/notices";

const code = "css-removed";
const front = (css: string) => `---\nstyle: |\n${css.replaceAll(/^/gm, "  ")}\n---\n\n# One\n`;
const messages = (source: string) => noticesIn(source, code).map(({ message }) => message);

test("what is left out of a deck's CSS is named at its setting", () => {
  const css = "@import url(https://example.org/a.css);\nh1 { color: teal; position: fixed }\n@font-face { font-family: A; src: url(a.woff2) }";
  const [notice] = noticesIn(front(css), code);
  expect(notice?.message).toContain("@import url(https://example.org/a.css) · position: fixed · @font-face.");
  expect(notice?.about).toBe("style: |");
});

test("an attribute that may not be shown is named with that reason, a page number is not", () => {
  expect(messages(front("section::after { content: attr(data-marpit-pagination) '/' attr(data-marpit-pagination-total) }"))).toEqual([]);
  expect(messages(front("a::after { content: attr(href) }\nh1 { position: fixed }"))).toEqual([
    "Left out of this CSS, since slides may fetch and cover nothing: position: fixed. And since attr() shows page numbers alone: content: attr(href).",
  ]);
  expect(messages(front("a::after { content: attr(href) }"))).toEqual([
    "Left out of this CSS, since attr() shows page numbers alone: content: attr(href).",
  ]);
});

test("CSS of which nothing is left out says nothing, whatever comments stand in it", () => {
  expect(messages(front("/*! A theme. */\n/* two */\nh1 { color: teal }\n@media print { h1 { color: black } }"))).toEqual([]);
  expect(messages(front("h1 { }"))).toEqual([]);
  expect(messages("# One\n")).toEqual([]);
});

test("a long list is cut short, and says by how much", () => {
  const css = ["a", "b", "c", "d", "e", "f", "g"].map((name) => `.${name} { background: url(javascript:${name}) }`).join("\n");
  expect(messages(front(css))[0]).toMatch(/ and 2 more\.$/);
});

test("CSS that nests too deep is lost as a whole, and says so", () => {
  expect(messages(front(`h1 { width: ${"(".repeat(40)} }`))[0]).toContain("none of it is used");
});

test("a style block in a slide is named where it stands", () => {
  const [notice] = noticesIn("# One\n\n---\n\n# Two\n\n<style>\nh1 { position: sticky }\n</style>\n", code);
  expect([notice?.about, notice?.message]).toEqual(["<style", expect.stringContaining("position: sticky")]);
});
