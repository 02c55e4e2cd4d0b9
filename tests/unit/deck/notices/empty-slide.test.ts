import { expect, test } from "vitest";
import { parseDeck } from "@/lib/deck";
import { noticesIn } from "@/tests/support/decks/notices";

test("an empty slide between two others is named and can go", () => {
  const [notice] = noticesIn("# One\n\n---\n\n---\n\n# Two\n", "empty-slide");
  expect(notice?.message).toBe("Slide 2 is empty.");
  expect(parseDeck(notice?.fixed ?? "").slides.map((slide) => slide.title)).toEqual(["One", "Two"]);
});

test("an empty first or last slide can go too", () => {
  const first = noticesIn("---\n\n# One\n", "empty-slide")[0]?.fixed ?? "";
  expect(parseDeck(first).slides.map((slide) => slide.title)).toEqual(["One"]);
  const last = noticesIn("# One\n\n---\n", "empty-slide")[0]?.fixed ?? "";
  expect(parseDeck(last).slides.map((slide) => slide.title)).toEqual(["One"]);
});

test("notes without a slide are named as such", () => {
  const source = "# One\n\n---\n\n<!-- say hello -->\n\n---\n\n# Two\n";
  expect(noticesIn(source, "notes-without-slide").map(({ about }) => about)).toEqual(["<!-- say hello -->"]);
  expect(noticesIn(source, "empty-slide")).toEqual([]);
});

test("a new deck, and a slide that is all background, are not empty", () => {
  expect(noticesIn("", "empty-slide")).toEqual([]);
  expect(noticesIn("# One\n\n---\n\n<!-- _backgroundColor: red -->\n\n---\n\n![bg](a.png)\n", "empty-slide")).toEqual([]);
});
