import { expect, test } from "vitest";
import { findComments, maskCode } from "@/lib/deck/import/masked-text";

test("code is blotted out and everything else stays at its offset", () => {
  const text = "a `b` c\n\n```js\nd\n```\n\ne <!-- f --> g";
  const masked = maskCode(text, { comments: true });
  expect(masked).toHaveLength(text.length);
  expect(masked.replaceAll("\ue000", ".")).toBe("a ... c\n\n.....\n.\n...\n\ne .......... g");
});

test("a run of backticks that nobody closes is text", () => {
  expect(maskCode("a `` b ` c")).toBe("a `` b ` c");
});

test("comments are found in order, and one that nobody closes is none", () => {
  expect(findComments("<!--a--> <!-- b --> <!-- c").map(({ inside }) => inside)).toEqual(["a", " b "]);
});
