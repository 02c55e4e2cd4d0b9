import { expect, test } from "vitest";
import { createMathRenderer } from "@/lib/stage/math";
import { chooseMathRules } from "@/lib/stage/math-rules";
import { readKatex } from "@/scripts/assets/katex.mjs";
import { root } from "@/scripts/setup/root.mjs";

const { rules } = await readKatex(root);
const chosen = (tex: string) => chooseMathRules(rules, createMathRenderer()(tex, true) ?? "");

test("a formula brings the rules of its classes, and none of others", () => {
  const css = chosen("x^2");
  for (const kept of [".katex{", ".katex .base{", ".katex .mathnormal{", ".katex .msupsub{", ".sizing.reset-size6.size3{", ".katex-display{"])
    expect(css).toContain(kept);
  for (const left of [".mfrac", ".mathbb", ".mtable", ".size11", ".stretchy"]) expect(css).not.toContain(left);
});

test.each([
  ["\\frac{a}{b}", ".katex .mfrac .frac-line{"],
  ["\\bigl( x", ".katex .delimsizing.size1{"],
  ["\\overbrace{a+b}", ".katex .stretchy{"],
  ["\\hat{f}", ".katex .accent .accent-body:not(.accent-full){"],
  ["\\begin{matrix} a & b \\end{matrix}", ".katex .mtable .col-align-c>.vlist-t{"],
])("%s is set by %s", (tex, expected) => {
  expect(chosen(tex)).toContain(expected);
});

test("what is left out is a layer of the same name, and most of the sheet", () => {
  const css = chosen("e^{i\\pi} + \\sum_{k=0}^{n} \\frac{\\sqrt{k}}{2} = \\mathbb{R}");
  expect(css).toMatch(/^@layer structure\{.*\}\}$/s);
  expect(css.length).toBeLessThan(rules.length / 3);
});

test("speaker notes, as the page carries them, count too", () => {
  const notes = JSON.stringify([createMathRenderer()("\\frac12", false)]);
  expect(chooseMathRules(rules, notes)).toContain(".mfrac .frac-line{");
});
