import { expect, test } from "vitest";
import { readImageKeywords } from "@/lib/deck/syntax/image-keywords";

test("sizes take lengths, a bare number is pixels, and the words stay", () => {
  expect(readImageKeywords("A harbour w:300 height:20% at dawn")).toMatchObject({ alt: "A harbour at dawn", style: "width: 300px; height: 20%" });
});

test("what only looks like a size stays a word", () => {
  expect(readImageKeywords("w:wide h:1;color:red")).toMatchObject({ alt: "w:wide h:1;color:red", style: "" });
});

test.each([
  ["blur", "blur(10px)"],
  ["brightness:.5", "brightness(.5)"],
  ["hue-rotate:90deg", "hue-rotate(90deg)"],
  ["drop-shadow", "drop-shadow(0 5px 10px rgba(0,0,0,.4))"],
  ["drop-shadow:0,5px,10px,rgba(0,0,0,.4)", "drop-shadow(0 5px 10px rgba(0,0,0,.4))"],
  ["drop-shadow:2px,2px,#000", "drop-shadow(2px 2px #000)"],
  ["sepia:50% invert", "sepia(50%) invert(1)"],
])("the filter %s is %s", (text, filter) => {
  expect(readImageKeywords(text).style).toBe(`filter: ${filter}`);
});

test("a filter's name in a description describes", () => {
  expect(readImageKeywords("A high contrast photo")).toMatchObject({ alt: "A high contrast photo", style: "" });
});

test("on a background it asks", () => {
  expect(readImageKeywords("bg contrast A photo")).toMatchObject({ alt: "A photo", style: "filter: contrast(2)" });
});

test.each(["blur:url(x)", "drop-shadow:0,0,expression(1)", "drop-shadow:0", "brightness:1)url(x"])("%s is no filter", (text) => {
  expect(readImageKeywords(text)).toMatchObject({ alt: text, style: "" });
});

test("a background has a size, a side with its share, and a direction", () => {
  expect(readImageKeywords("bg left:33% fit vertical")).toEqual({
    alt: "",
    background: "left",
    style: "",
    size: "contain",
    split: "33%",
    isVertical: true,
  });
});

test("without bg those are words", () => {
  expect(readImageKeywords("left cover")).toMatchObject({ alt: "left cover", background: "", size: "" });
});
