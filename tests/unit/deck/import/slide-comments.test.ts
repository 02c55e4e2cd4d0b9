import { expect, test } from "vitest";
import { parseDeck } from "@/lib/deck";
import { hideText, writeNotes, writeSettings, writeSlide } from "@/lib/deck/import/slide-comments";

test.each([
  ["plain words", "plain words"],
  ["with a --> mark and <!-- another", "with a --> mark and <!-- another"],
  ["class: physics\nfooter: said", "class: physics\nfooter: said"],
  ["TOC of the talk", "TOC of the talk"],
])("notes arrive as they were said: %s", (said, heard) => {
  const deck = parseDeck(`${writeSlide({ content: "# Title", notes: said })}\n\n---\n\nNext\n`);
  expect(deck.slides.map(({ notes }) => notes)).toEqual([heard, ""]);
});

test("a setting's value is read as it was written", () => {
  const deck = parseDeck(`${writeSettings({ class: "a b", backgroundColor: "#102030", hidden: true })}\n\n# Title\n`);
  expect(deck.slides[0]?.settings).toMatchObject({ classes: ["a", "b"], hidden: true, style: { "background-color": "#102030" } });
});

test("a value can't end the comment that it stands in", () => {
  expect(writeSettings({ odd: "--> out" })).toBe('<!-- _odd: "--\\u003e out" -->');
});

test("hidden text shows neither on the slide nor in its notes", () => {
  const [slide] = parseDeck(`# Title\n\n${hideText("a (b)\n\nc")}\n`).slides;
  expect(slide).toMatchObject({ notes: "", words: 1 });
});

test("no notes are no comment", () => {
  expect(writeNotes("  ")).toBe("");
});
