import { expect, test } from "vitest";
import { sizeWords, slideWords, usageWords } from "@/components/editor/library/file-words";

test.each([
  [0, "0 B"],
  [999, "999 B"],
  [1000, "1 KB"],
  [150_000, "146 KB"],
  [3_565_158, "3.4 MB"],
  [262_144_000, "250 MB"],
])("%i bytes are %s", (bytes, words) => {
  expect(sizeWords(bytes)).toBe(words);
});

test.each([
  [[], "Unused"],
  [[3], "Slide 3"],
  [[1, 4], "Slides 1 and 4"],
  [[1, 2, 9], "Slides 1, 2 and 9"],
  [[1, 2, 3, 4], "4 slides"],
])("a file on %j is called %s", (slides, words) => {
  expect(slideWords(slides)).toBe(words);
});

test("how much room is left is said, and what to do where none is", () => {
  expect(usageWords(1, { bytes: 1024 * 1024, maxBytes: 250 * 1024 * 1024 })).toBe("One file, 1.0 MB of 250 MB. 249 MB are left.");
  expect(usageWords(2, { bytes: 5, maxBytes: 5 })).toMatch(/no room left: delete what is unused/);
});
