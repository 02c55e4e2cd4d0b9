import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanFilePath, deckFilePath } from "@/lib/deck";

test.each([
  ["chart.png", "chart.png"],
  ["./img/chart.png", "img/chart.png"],
  ["/img//chart.png", "img/chart.png"],
  ["img\\chart.png", "img/chart.png"],
  ["My%20Chart.png", "My-Chart.png"],
  ["My Chart (final).png", "My-Chart-final.png"],
  ["größe.png?v=2#top", "größe.png"],
  ["gro\u0308ße.png", "größe.png"],
  ["100%.png", "100.png"],
])("%s means the deck's file %s", (url, path) => {
  expect(deckFilePath(url)).toBe(path);
});

test.each([
  "https://example.invalid/a.png",
  "//example.invalid/a.png",
  "data:image/png;base64,AA",
  "#intro",
  "",
  ".",
  "../secret.png",
  "a/../../b",
  "%2e%2e/b",
])("%j is no file of the deck", (url) => {
  expect(deckFilePath(url)).toBeUndefined();
});

test.each([" .0", "(.一", "-.-.a", "x/ .hidden"])("the path that %j becomes stays as it is", (name) => {
  const path = cleanFilePath(name);
  expect(path).not.toMatch(/(?:^|\/)[-.]/);
  expect(cleanFilePath(path ?? "")).toBe(path);
});

test("a path that was cleaned stays as it is, and is an address of itself", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (name) => {
      const path = cleanFilePath(name);
      if (path === undefined) return;
      expect(cleanFilePath(path)).toBe(path);
      expect(deckFilePath(path)).toBe(path);
    }),
  );
});
