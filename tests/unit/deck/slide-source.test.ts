import { expect, test } from "vitest";
import { readSlideSource } from "@/lib/deck/slide-source";

// A pattern that can cut a run of comments in more than one way takes forever on these.
test("hundreds of comments in a row, the last one open, are that many notes", () => {
  const { notes } = readSlideSource(`${"<!-- said -->".repeat(300)}<!`, { breaks: false });
  expect(notes.split("\n\n")).toHaveLength(300);
});

test("thousands of comments that nobody closes are none", () => {
  expect(readSlideSource("<!-- ".repeat(20_000), { breaks: false }).notes).toBe("");
});

test("a comment in code is no note", () => {
  expect(readSlideSource("a `<!-- code -->` b <!-- said -->", { breaks: false }).notes).toBe("said");
});
