import { expect, test, vi } from "vitest";
import katex from "katex";
import { createFormulaSetter, createMathRenderer } from "@/lib/stage/math";

const set = (tex: string, display = false) => createMathRenderer()(tex, display) ?? "";

test("a formula is set for the eye and for the ear", () => {
  const html = set("a^2");
  expect(html).toContain('class="katex-html" aria-hidden="true"');
  expect(html).toContain("<math");
});

test("a display formula stands for itself", () => {
  expect(set("x", true)).toContain("katex-display");
  expect(set("x")).not.toContain("katex-display");
});

test.each([
  ["\\foo", "There is no command \\foo."],
  ["{a", "A &quot;{&quot; is never closed."],
  ["a}", "A &quot;}&quot; closes nothing."],
  ["a & b", "needs an environment"],
  ["x^", "Something is missing after ^."],
  ["x^1^2", "Two superscripts follow each other"],
  ["\\frac{a}", "It ends in the middle of a command."],
  ["\\left( a", "A \\left has no \\right."],
  ["\\begin{foo}\\end{foo}", "There is no environment &quot;foo&quot;."],
  ["\\begin{matrix}a", "\\end is missing"],
  ["\\def\\a{\\a\\a}\\a", "Its macros run in circles"],
])("%s shows its TeX and says what is wrong", (tex, sentence) => {
  const html = set(tex);
  expect(html).toContain(`<code>${tex.replaceAll("&", "&amp;")}</code>`);
  expect(html).toContain(`This formula can't be set. `);
  expect(html).toContain(sentence);
});

test.each([
  "\\href{javascript:alert(1)}{x}",
  "\\url{https://far.example}",
  "\\includegraphics{https://far.example/a.png}",
  "\\htmlClass{slide}{x}",
  "\\htmlId{main}{x}",
  "\\htmlStyle{position:fixed}{x}",
  "\\htmlData{slide=1}{x}",
  '\\text{<img src=x onerror="alert(1)">}',
  "<script>alert(1)</script>",
  "\\color{red;background:url(https://far.example)}x",
])("%s links, loads and names nothing", (tex) => {
  const html = set(tex);
  expect(html).not.toMatch(/<(?:a|img|script|iframe)\b|\s(?:href|src|id|on\w+|data-\w+)="|style="[^"]*url\(/i);
});

test.each([
  ["braces", "{".repeat(3_000) + "}".repeat(3_000)],
  ["fractions", "\\frac1{".repeat(200) + "}".repeat(200)],
  ["length", "x".repeat(20_000)],
])("a formula without bounds in %s is refused before KaTeX begins", (_, tex) => {
  const work = vi.spyOn(katex, "renderToString");
  expect(set(tex)).toContain("This formula can't be set.");
  expect(work).not.toHaveBeenCalled();
  work.mockRestore();
});

test("macros of a formula's own make no more than a few times what a formula may hold", () => {
  const bomb = `\\def\\a{${"x".repeat(4_000)}}${"\\a".repeat(900)}`;
  expect(set(bomb)).toContain("Its macros run in circles, or too long.");
  expect(set("\\def\\half{\\tfrac12}\\half+\\half")).toContain("katex-html");
});

test("the same formula is set once", () => {
  const work = vi.spyOn(katex, "renderToString");
  const render = createMathRenderer();
  expect(render("x", false)).toBe(render("x", false));
  expect(work).toHaveBeenCalledOnce();
  work.mockRestore();
});

test("what is beyond the document's measure shows as it was written", () => {
  const render = createMathRenderer({ maxUnits: 5 });
  expect(render("abcd", false)).toContain("katex");
  expect(render("xyz", false)).toBeUndefined();
  expect(render("abcd", false)).toContain("katex");
});

test("what is refused can be asked for without its HTML", () => {
  const { problemOf } = createFormulaSetter();
  expect([problemOf("x^2", false), problemOf("\\nope", false)]).toEqual([undefined, "There is no command \\nope."]);
});
