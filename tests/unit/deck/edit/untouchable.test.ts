import { expect, test } from "vitest";
import { parseDeck, untouchableStretches } from "@/lib/deck";

function stretchesOf(text: string): string[] {
  return untouchableStretches(parseDeck(text), 0, text.length).map(({ start, end }) => text.slice(start, end).trim());
}

test("front matter and breaks", () => expect(stretchesOf("---\ntitle: T\n---\n\n# A\n\n---\n\n# B\n")).toEqual(["---\ntitle: T\n---", "---"]));
test("code of every kind", () => expect(stretchesOf("```js\na\n```\n\n    b\n\ntext\n")).toEqual(["```js\na\n```", "b"]));
test("fences inside lists and quotes", () =>
  expect(stretchesOf("- a\n  ```\n  b\n  ```\n- c\n\n> ~~~\n> d\n> ~~~\n")).toEqual(["```\n  b\n  ```", "> ~~~\n> d\n> ~~~"]));
test("comments, boxes and pauses", () =>
  expect(stretchesOf("<!-- x -->\n\n::: columns\n\na\n\n:::\n\n. . .\n")).toEqual(["<!-- x -->", "::: columns", ":::", ". . ."]));
test("words are no such stretch", () => expect(stretchesOf("# A\n\n- one\n\n> two\n")).toEqual([]));
