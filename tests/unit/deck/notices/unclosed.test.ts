import { expect, test } from "vitest";
import { parseDeck } from "@/lib/deck";
import { noticesIn } from "@/tests/support/decks/notices";

test("code that nobody closed is closed before the next break", () => {
  const source = "# One\n\n```js\nlet a;\n\n---\n\n# Two\n";
  const [notice] = noticesIn(source, "unclosed-code");
  expect(notice?.about).toBe("```js");
  expect(notice?.message).toContain("breaks below it");
  expect(parseDeck(notice?.fixed ?? "").slides.map((slide) => slide.title)).toEqual(["One", "Two"]);
  expect(noticesIn(notice?.fixed ?? "", "unclosed-code")).toEqual([]);
});

test("code that nobody closed is closed at the end where no break follows", () => {
  const [notice] = noticesIn("~~~~\nlet a;\n~~~\n", "unclosed-code");
  expect(notice?.fixed).toBe("~~~~\nlet a;\n~~~\n~~~~\n");
});

test("closed code says nothing, whatever it holds", () => {
  expect(noticesIn("````md\n```js\n````\n\n```\n\n```\n", "unclosed-code")).toEqual([]);
});

test("a comment that nobody closed is closed at the end of its line", () => {
  const [notice] = noticesIn("# One\n\n<!-- a note\n\ntext\n", "unclosed-comment");
  expect(notice?.about).toBe("<!--");
  expect(notice?.fixed).toBe("# One\n\n<!-- a note -->\n\ntext\n");
});

test("a box that nobody closed ends with its slide", () => {
  const [notice] = noticesIn("::: columns\n\n::: column\none\n:::\n\n---\n\ntwo\n", "unclosed-box");
  expect(notice?.about).toBe("::: columns");
  expect(noticesIn(notice?.fixed ?? "", "unclosed-box")).toEqual([]);
  expect(parseDeck(notice?.fixed ?? "").slides).toHaveLength(2);
});
