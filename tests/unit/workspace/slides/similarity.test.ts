import { expect, test } from "vitest";
import { findAlike, overlap, sharedEnds, wordsOf } from "@/lib/workspace/slides/similarity";

test("words are told apart by letters alone, and scripts without spaces by character", () => {
  expect([...wordsOf("# One, two – ONE! 日本")]).toEqual(["one", "two", "日", "本"]);
});

test("a part of a text overlaps with it wholly, another text not at all", () => {
  expect([overlap(wordsOf("b c"), wordsOf("a b c d")), overlap(wordsOf("a"), wordsOf("b")), overlap(wordsOf(""), wordsOf("a"))]).toEqual([1, 0, 0]);
});

test("what one edit in the middle left is shared, whatever marks stand around it", () => {
  expect([sharedEnds("# Two", "## Tw-o"), sharedEnds("abcd", "abxcd"), sharedEnds("# One", "# Two"), sharedEnds("#", "#")]).toEqual([1, 0.8, 0, 0]);
});

test("alike are those that share at least so many words", () => {
  const left = new Map([["new", wordsOf("a b c d")]]);
  const right = new Map([
    ["near", wordsOf("a b c x")],
    ["far", wordsOf("a x y z")],
  ]);
  expect(findAlike(left, right, 0.5)).toEqual([{ of: "new", to: "near", likeness: 0.75 }]);
});

test("words that everything has in common make nothing alike, so that a large deck costs no squares", () => {
  const many = new Map(Array.from({ length: 100 }, (_, index) => [index, wordsOf("the same words")]));
  expect(findAlike(many, many, 0.1)).toEqual([]);
});
