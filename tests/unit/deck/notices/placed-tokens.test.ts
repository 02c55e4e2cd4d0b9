import { expect, test } from "vitest";
import { readSlideSource } from "@/lib/deck/slide-source";
import { placeTokens } from "@/lib/deck/notices/placed-tokens";

function placed(text: string, type: string): readonly string[] {
  const { blocks } = readSlideSource(text, { breaks: false });
  return placeTokens(blocks, text)
    .filter(({ token }) => token.type === type)
    .map(({ start, end }) => text.slice(start, end));
}

test("what is nested in lists and quotes is found at its own place", () => {
  expect(placed("> - **a** and *b*\n> - **a**\n", "strong")).toEqual(["**a**", "**a**"]);
});

test("the same words twice are two places", () => {
  const text = "![](a.png) ![](a.png)\n";
  expect(placed(text, "image")).toEqual(["![](a.png)", "![](a.png)"]);
});
