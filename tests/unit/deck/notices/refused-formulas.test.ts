import { expect, test } from "vitest";
import { parseDeck } from "@/lib/deck";
import { deckLinter } from "@/lib/deck/linter";
import { refusedFormulas } from "@/lib/deck/formula-notices";
import { seen } from "@/tests/support/decks/notices";

const formulaProblem = (tex: string) => (tex.includes("bad") ? "There is no command \\bad." : undefined);

function noticesOf(source: string) {
  return seen(source, deckLinter.around(parseDeck(source), { refusedFormulas: (deck) => refusedFormulas(deck, formulaProblem) }), "formula-refused");
}

test("a formula that is refused is named at its place with what is wrong", () => {
  expect(noticesOf("# A\n\n$x$\n\n---\n\n- all $\\bad$\n\n$$\n\\bad\n$$\n")).toEqual([
    { about: "$\\bad$", message: "This formula can't be set. There is no command \\bad.", fixed: undefined },
    { about: "$$\n\\bad\n$$", message: "This formula can't be set. There is no command \\bad.", fixed: undefined },
  ]);
});

test("its place is right with CRLF line ends", () => {
  expect(noticesOf("# A\r\n\r\n---\r\n\r\nText $\\bad$\r\n").map(({ about }) => about)).toEqual(["$\\bad$"]);
});

test("a deck without formulas asks nobody", () => {
  expect(noticesOf("---\nmath: false\n---\n\nbad $\\bad$\n")).toEqual([]);
});

test.each([
  ["a footnote", "# A\n\nText[^1]\n\n---\n\n# B\n\n[^1]: See $\\bad$ there.\n", "$\\bad$"],
  ["a header of a slide", "# A\n\n<!-- _header: on $\\bad$ -->\n", "$\\bad$"],
  ["the deck's footer", "---\nfooter: all $\\bad$\n---\n\n# A\n", "footer: all $\\bad$"],
  ["a footer in quotes", '---\nfooter: "all $\\\\bad$"\n---\n\n# A\n', 'footer: "all $\\\\bad$"'],
])("a formula in %s is named", (_where, source, about) => {
  expect(noticesOf(source).map((notice) => notice.about)).toEqual([about]);
});
