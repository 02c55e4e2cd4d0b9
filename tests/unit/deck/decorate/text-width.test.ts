import { expect, test } from "vitest";
import { textWidthIn } from "@/lib/deck/decorate/text-width";
import { elementsOf, parseHtml } from "@/lib/deck/sanitize/tree";

/** The width that the first `pre` of some HTML may have, on a slide 1000 pixels wide. */
function widthIn(html: string, isFlowing = false): number {
  const pre = elementsOf(parseHtml(html)).find((element) => element.tagName === "pre");
  if (!pre) throw new Error("There is no block of code.");
  return textWidthIn(pre, { width: 1000, isFlowing });
}

const other = '<div class="column"></div>';

test.each([
  ["nothing around it", "<pre></pre>", 1000],
  ["a box", '<div class="box"><pre></pre></div>', 1000],
  ["one of two columns", `<div class="columns"><div class="column"><pre></pre></div>${other}</div>`, 473],
  ["one of three columns", `<div class="columns"><div class="column"><pre></pre></div>${other}${other}</div>`, (1000 - 108) / 3],
  ["a column with a share", `<div class="columns"><div class="column" style="flex:0 1 40%"><pre></pre></div>${other}</div>`, 400],
  ["a column with a width", `<div class="columns"><div class="column" style="color:red;width:25%"><pre></pre></div>${other}</div>`, 250],
])("in %s: %s", (_, html, width) => {
  expect(widthIn(html)).toBe(width);
});

test("where text flows through two columns a block has one of them", () => {
  expect(widthIn("<pre></pre>", true)).toBe(473);
  expect(widthIn(`<div class="columns"><div class="column" style="width:50%"><pre></pre></div>${other}</div>`, true)).toBe(500);
});
