import { expect, test } from "vitest";
import { readSourceLines } from "@/lib/deck/import/source-lines";

function kinds(text: string): string {
  return readSourceLines(text)
    .map(({ kind }) => kind)
    .join(" ");
}

test.each([
  ["a fence and what is in it", "a\n```js\n---\n```\n---", "text fence code fence text"],
  ["a longer fence around a shorter one", "````\n```\n````\nx", "fence code fence text"],
  ["a fence that nobody closes", "~~~\na\n```", "fence code code"],
  ["a fence in a list", "- a\n\n      ```\n      b\n      ```\n\nc", "text blank fence code fence blank text"],
  ["backticks that are no fence", "``` a ``` b\nc", "text text"],
  ["a comment of several lines", "<!-- a\nb\n--> c\nd", "text comment comment text"],
  ["a comment that nobody closes", "<!-- a\nb", "text text"],
  ["a comment in code", "`<!--`\nb\n-->", "text text text"],
  ["indented code", "a\n\n    b\n\n    c\nd", "text blank indented blank indented text"],
  ["an indented paragraph of a list", "- a\n\n    b", "text blank text"],
  ["indented text that goes on", "a\n    b", "text text"],
])("%s", (_what, text, expected) => {
  expect(kinds(text)).toBe(expected);
});

test("lines know their number and offset", () => {
  expect(readSourceLines("a\n\nbc").map(({ number, start }) => [number, start])).toEqual([
    [1, 0],
    [2, 2],
    [3, 3],
  ]);
});

test("a fence that opens has its info string", () => {
  expect(readSourceLines("``` ts {1|2}\n```").map(({ info }) => info)).toEqual(["ts {1|2}", undefined]);
});
