import { expect, test } from "vitest";
import { parseDeck } from "@/lib/deck";
import { noticesIn } from "@/tests/support/decks/notices";

const code = "swallowed-break";

test("a break right behind HTML is named, and freed by a blank line", () => {
  const source = "<div>\none\n</div>\n---\n\n# Two\n";
  const [notice] = noticesIn(source, code);
  expect(notice?.about).toBe("---");
  expect(parseDeck(source).slides).toHaveLength(1);
  expect(parseDeck(notice?.fixed ?? "").slides).toHaveLength(2);
  expect(noticesIn(notice?.fixed ?? "", code)).toEqual([]);
});

test("a rule in a comment, a style or preformatted text is text", () => {
  expect(noticesIn("<!--\n---\n-->\n\n<style>\n---\n</style>\n\n<pre>\n---\n</pre>\n", code)).toEqual([]);
});
