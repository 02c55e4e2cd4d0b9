import { expect, test } from "vitest";
import { parseDeck } from "@/lib/deck";
import { noticesIn } from "@/tests/support/decks/notices";

const code = "accidental-heading";

test("a break right under text is named, and mended by a blank line", () => {
  const [notice, ...others] = noticesIn("# One\n\nthe last words\n---\n\n# Two\n", code);
  expect(others).toEqual([]);
  expect(notice?.about).toBe("the last words\n---");
  expect(notice?.fixed).toBe("# One\n\nthe last words\n\n---\n\n# Two\n");
  expect(parseDeck(notice?.fixed ?? "").slides).toHaveLength(2);
});

test("two dashes right under text become a pause", () => {
  const [notice] = noticesIn("- one\n\nthe last words\n--\n\nmore\n", code);
  expect(notice?.fixed).toBe("- one\n\nthe last words\n\n. . .\n\nmore\n");
  expect(parseDeck(notice?.fixed ?? "").slides[0]?.fragments).toBe(1);
});

test("a heading underlined as long as its text is meant", () => {
  expect(noticesIn("What's a container?\n-------------------\n\nOne\n---\n\ntext\n", code)).toEqual([]);
});

test("positions hold with CRLF line ends", () => {
  const source = "# One\r\n\r\nthe last words\r\n---\r\n";
  expect(noticesIn(source, code)[0]?.about).toBe("the last words\r\n---");
});
