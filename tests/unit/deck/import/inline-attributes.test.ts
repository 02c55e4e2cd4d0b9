import { expect, test } from "vitest";
import { convertInlineAttributes, readInlineAttributes } from "@/lib/deck/import/inline-attributes";

test.each([
  ["![x](y.png){width=50%}", "![w:50% x](y.png)"],
  ["![x](y.png){.round}", '<img src="y.png" alt="x" class="round">'],
  ["[x]{.big #top}", '<span class="big" id="top">x</span>'],
  ["[a [b]{.c}]{.d}", '<span class="d">a <span class="c">b</span></span>'],
  ["[x](y){target=_blank}", "[x](y)"],
  ["`x`{.js} and `<b>x</b>`{=html}", "`x` and <b>x</b>"],
  ["`[x]{.big}`", "`[x]{.big}`"],
  ["{x | y} and [x]{not attributes}", "{x | y} and [x]{not attributes}"],
])("%s", (written, becomes) => {
  expect(convertInlineAttributes(written)).toBe(becomes);
});

test("classes may follow each other without a space", () => {
  expect(readInlineAttributes(".w-30.mt--10")?.classes).toEqual(["w-30", "mt--10"]);
});
