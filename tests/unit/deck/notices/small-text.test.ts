import { expect, test } from "vitest";
import { noticesIn } from "@/tests/support/decks/notices";

test("sizes under 18 px are named and raised", () => {
  const [notice] = noticesIn('# One\n\n<div style="font-size: 9pt">small</div>\n', "small-text");
  expect(notice?.about).toBe("font-size: 9pt");
  expect(notice?.message).toContain("12 px");
  expect(notice?.fixed).toContain("font-size: 18px");
});

test("styles and font elements count too", () => {
  expect(noticesIn('<style>\np { font-size: .4em }\n</style>\n\n<font size="1">x</font>\n', "small-text")).toHaveLength(2);
});

test("18 px, and a size of nothing, are fine", () => {
  expect(noticesIn('<p style="font-size: 18px">a</p>\n\n<p style="font-size:0">b</p>\n\n`font-size: 3px`\n', "small-text")).toEqual([]);
});
