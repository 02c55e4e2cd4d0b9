import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { createMathRenderer } from "@/lib/stage/math";
import { chooseMathFonts, type MathFont } from "@/lib/stage/math-fonts";

const css = readFileSync("node_modules/katex/dist/katex.min.css", "utf8");
const all: readonly MathFont[] = Array.from(css.matchAll(/fonts\/([\w-]+)\.woff2/g), ([, stem = ""]) => ({
  family: stem.replace(/-.*/, ""),
  style: "normal",
  weight: "400",
  stem,
  file: stem,
}));
const stems = (tex: string) => chooseMathFonts(all, createMathRenderer()(tex, true) ?? "").map((font) => font.stem.replace("KaTeX_", ""));

test.each([
  ["x + 1", ["Main-Regular", "Math-Italic"]],
  ["1 + 1", ["Main-Regular"]],
  ["\\mathbb R", ["AMS-Regular", "Main-Regular"]],
  ["\\mathcal L", ["Caligraphic-Regular", "Main-Regular"]],
  ["\\mathfrak g", ["Fraktur-Regular", "Main-Regular"]],
  ["\\mathbf 1", ["Main-Bold", "Main-Regular"]],
  ["\\sum 1", ["Main-Regular", "Size2-Regular"]],
  ["\\texttt{1}", ["Main-Regular", "Typewriter-Regular"]],
  ["\\bigl( \\Bigl( \\biggl( \\Biggl(", ["Main-Regular", "Size1-Regular", "Size2-Regular", "Size3-Regular", "Size4-Regular"]],
])("%s is set in %j", (tex, expected) => {
  expect(stems(tex)).toEqual(expected);
});

test("every class by which KaTeX's stylesheet asks for a font brings that font", () => {
  const rules = css.replace(/@font-face\{[^}]*\}/g, "").matchAll(/([^{}]+)\{[^}]*font-family:(KaTeX_\w+)[^}]*\}/g);
  const missing = Array.from(rules, ([, selectors = "", family = ""]) =>
    selectors.split(",").filter((selector) => {
      const classes = selector
        .replace(".katex ", "")
        .replaceAll(/ ?>span/g, "")
        .split(" ")
        .map((part) => `class="${part.slice(1).replaceAll(".", " ")}"`);
      return !chooseMathFonts(all, `class="katex" ${classes.join(" ")}`).some((font) => font.family === family);
    }),
  ).flat();
  expect(missing).toEqual([]);
});

test("a page without formulas needs none", () => {
  expect(chooseMathFonts(all, "<p>mathbb</p>")).toEqual([]);
});
