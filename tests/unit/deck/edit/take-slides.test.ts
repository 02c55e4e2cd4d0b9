import { expect, test } from "vitest";
import { addSlides, applyTextEdits, parseDeck, renderDeck, takeSlides } from "@/lib/deck";

const take = (from: string, indexes: readonly number[], into = "") => takeSlides(parseDeck(from), indexes, parseDeck(into));

test("definitions that stand on other slides come along, those of others don't", () => {
  const from = "# One\n\nSee [the paper][p].[^n]\n\n---\n\n# Two\n\n[p]: https://a.invalid/p\n[q]: https://a.invalid/q\n\n[^n]: A note.";
  expect(take(from, [0])).toEqual(["# One\n\nSee [the paper][p].[^n]\n\n[p]: https://a.invalid/p\n\n[^n]: A note."]);
  expect(take("# One\n\n[a](b)", [0])).toEqual(["# One\n\n[a](b)"]);
});

test("a definition comes once, with the first slide that uses it, and not where one of the slides has it", () => {
  const from = "[a]\n\n---\n\n[a] [b]\n\n---\n\n[b]: https://b.invalid\n\n---\n\n[a]: https://a.invalid";
  expect(take(from, [0, 1, 2])).toEqual(["[a]\n\n[a]: https://a.invalid", "[a] [b]", "[b]: https://b.invalid"]);
});

test("what the other deck defines alike is not brought again", () => {
  expect(take("[a]\n\n---\n\n[a]: https://a.invalid", [0], "[A]: https://a.invalid")).toEqual(["[a]"]);
});

test("a footnote brings the link that it names", () => {
  const from = "Text[^1]\n\n---\n\n[^1]: See [paper].\n\n[paper]: https://p.invalid";
  expect(take(from, [0])).toEqual(["Text[^1]\n\n[^1]: See [paper].\n\n[paper]: https://p.invalid"]);
});

test("definitions come before the speaker notes", () => {
  expect(take("[a]\n\n???\n\nSay it.\n\n---\n\n[a]: https://a.invalid", [0])).toEqual(["[a]\n\n[a]: https://a.invalid\n\n???\n\nSay it."]);
});

test.each([
  ["a full reference", "[text][a]", "[text][a-2]"],
  ["a reference of one bracket", "[A]", "[A][a-2]"],
  ["a reference of an empty second bracket", "[A][]", "[A][a-2]"],
  ["a picture", "![text][a]", "![text][a-2]"],
  ["a picture in a link", "[![text][a]](https://x.invalid)", "[![text][a-2]](https://x.invalid)"],
])("%s gets the new label where the other deck means something else by it", (_what, written, renamed) => {
  const [text] = take(`${written}\n\n[a]: https://a.invalid`, [0], "[a]: https://other.invalid");
  expect(text).toBe(`${renamed}\n\n[a-2]: https://a.invalid`);
});

test.each([
  ["a link with its address", "[a](https://x.invalid)"],
  ["what has another label", "[a][b]"],
  ["a span of code", "`[a]`"],
  ["a block of code", "```\n[a]: x\n```\n\n- ```\n  [a]\n  ```"],
])("%s is called by no label, and stays", (_what, written) => {
  expect(take(`${written}\n\n[a]: https://a.invalid`, [0], "[a]: https://other.invalid")).toEqual([`${written}\n\n[a-2]: https://a.invalid`]);
});

test("a new label is one that neither deck has", () => {
  const from = "[a] [a-2]\n\n[a]: https://a.invalid\n[a-2]: https://a2.invalid";
  expect(take(from, [0], "[a]: https://x.invalid\n[a-3]: https://y.invalid")[0]).toMatch(/^\[a\]\[a-4\] \[a-2\]\n/);
});

test("footnotes of both decks keep their texts", () => {
  const into = "Mine[^1]\n\n[^1]: My note.";
  const deck = parseDeck(into);
  const texts = takeSlides(parseDeck("Theirs[^1]\n\n---\n\n[^1]: Their note."), [0], deck);
  const slides = renderDeck(parseDeck(applyTextEdits(into, addSlides(deck, 0, texts))));
  expect(slides.map((slide) => /(?:My|Their) note/.exec(slide)?.[0])).toEqual(["Their note", "My note"]);
});
