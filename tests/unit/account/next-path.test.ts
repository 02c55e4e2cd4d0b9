import { expect, test } from "vitest";
import { nextPath } from "@/components/account/next-path";

test("a path of this app is where it goes on", () => {
  expect(nextPath("/decks/1?x=2#3")).toBe("/decks/1?x=2#3");
  expect(nextPath("/")).toBe("/");
});

test.each([undefined, "", "decks", "//evil.example", "/\\evil.example", "https://evil.example", "/a\\b", "/a\nb", ["/decks", "/x"]])(
  "%j leads to the decks",
  (next) => {
    expect(nextPath(next)).toBe("/decks");
  },
);
