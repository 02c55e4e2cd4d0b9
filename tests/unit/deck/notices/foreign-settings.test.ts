import { expect, test } from "vitest";
import { parseDeck } from "@/lib/deck";
import { noticesIn } from "@/tests/support/decks/notices";

const code = "foreign-settings";

test("a slide's front matter is named, and becomes settings", () => {
  const [notice] = noticesIn("# One\n\n---\nlayout: section\nclass: wide\n---\n\n# Two\n", code);
  expect(notice?.about).toBe("layout: section\nclass: wide\n---");
  const slide = parseDeck(notice?.fixed ?? "").slides[1];
  expect(slide?.settings).toMatchObject({ layout: "section", classes: ["wide"] });
  expect(slide?.title).toBe("Two");
});

test("a heading with a colon is a heading", () => {
  expect(noticesIn("# One\n\n---\n\nNote: this is a title\nof two lines\n---\n\ntext\n", code)).toEqual([]);
});
