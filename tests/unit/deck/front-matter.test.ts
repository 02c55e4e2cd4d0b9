import { expect, test } from "vitest";
import { parseDeck } from "@/lib/deck";

test("settings that nest without end are refused before YAML reads them, and the deck opens", () => {
  const deck = parseDeck(`---\na: ${"[".repeat(60)}\n---\n\n# One\n`);
  expect(deck.slides.map((slide) => slide.title)).toEqual(["One"]);
  expect(deck.notices.map(({ message }) => message).join()).toContain("nest deeper than 50 levels");
});

test("settings with as many brackets as anybody writes are read", () => {
  const deck = parseDeck(`---\ntitle: One\nkeywords: [${"[a], ".repeat(60)}b]\n---\n\n# Two\n`);
  expect(deck.title).toBe("One");
});

test("more quotation marks than any settings hold are not read, and said to be too many", () => {
  const { frontMatter, notices } = parseDeck(`---\na: ${'"'.repeat(2_001)}\n---\n`);
  expect([frontMatter.values, notices.map(({ message }) => message).join()]).toEqual([{}, expect.stringContaining("more than 2000 quotation marks")]);
});

test.each([
  ["title: Docker: the basics", "a value that holds a colon needs quotation marks around it", 2],
  ['title: "never closed\ntheme: ink', "a quotation mark is opened and never closed", 2],
  ["theme: ink\ntitle: 'never closed", "a quotation mark is opened and never closed", 3],
  ["title: One\nauthor", "each line takes a name, a colon, a space and a value, and this one does not", 3],
  ["title: One\nkeywords:[a]\ntheme: ink", "each line takes a name, a colon, a space and a value, and this one does not", 3],
  ["title: One\n  theme: ink", "the line below this one is indented and must not be", 2],
  ["title: One\n\ttheme: ink", "a line is indented by a tab. Use spaces", 3],
  ["author: @ana", "a value that begins with @ needs quotation marks around it", 2],
  ["title: One\nkeywords: [a, b\ntheme: ink", "a bracket is opened and never closed", 3],
  ['title: "C:\\docs"', "\\d means nothing between double quotation marks. Write \\\\ for a backslash", 2],
  ["title: 'it's'", "text follows a closing quotation mark", 2],
])("%j is explained without YAML's words, at its line", (body, reason, line) => {
  const [notice] = parseDeck(`---\n${body}\n---\n\n# One\n`).notices;
  expect(notice?.message).toBe(`The front matter can't be read: ${reason} (line ${line}). The deck's settings are not used until it is mended.`);
});

test("what hardly anybody runs into is told in YAML's own words", () => {
  const [notice] = parseDeck("---\ntitle: [a]]\n---\n\n# One\n").notices;
  expect(notice?.message).toMatch(/^The front matter can't be read: Unexpected flow-seq-end .* \(line 2\)\./);
});
