import { expect, test } from "vitest";
import { parseDeck } from "@/lib/deck";
import { renderDocument, type DocumentOptions } from "@/lib/stage/document";
import { assets } from "@/tests/unit/stage/assets-in-memory";

const render = async (text: string, options: Partial<DocumentOptions> = {}) =>
  (await renderDocument({ deck: parseDeck(text), mode: "public", assets, ...options })).html;

test("formulas are set in slides, headers, footers and footnotes", async () => {
  const html = await render("---\nheader: $h$\nfooter: $f$\n---\n\nA $s$ and [^1]\n\n[^1]: with $n$");
  expect(html.match(/class="katex"/g)).toHaveLength(4);
});

test("the rules and faces that its formulas need come with the page, others and a page without formulas have none", async () => {
  const html = await render("$x$");
  expect(html).toContain("@layer structure{.katex .mathnormal{font-style:italic}}");
  expect(html).toContain("url(/assets/KaTeX_Math-Italic.woff2)");
  expect(html).not.toContain("KaTeX_AMS");
  expect(await render("$\\mathbb R$")).toContain(".katex .mathbb{font-family:KaTeX_AMS}");
  expect(await render("No formula, 5 $ at most")).not.toMatch(/katex/i);
});

test("a formula in the notes alone brings it too", async () => {
  const deck = "# A\n\n<!-- say $x$ slowly -->";
  expect(await render(deck, { mode: "present", notes: true })).toContain(".katex .mathnormal{");
  expect(await render(deck)).not.toMatch(/katex/i);
});

test("a file brings the rules, and the fonts that its formulas are set in", async () => {
  const html = await render("$x$", { mode: "file" });
  const files = [...html.matchAll(/base64,([\w+/=]+)\) format/g)].map((match) => Buffer.from(match[1] ?? "", "base64").toString());
  expect(files.filter((file) => file.startsWith("KaTeX"))).toEqual(["KaTeX_Main-Regular.woff2", "KaTeX_Math-Italic.woff2"]);
  expect(html).toContain(".katex .mathnormal{");
});

test("dollars are dollars where the deck says so", async () => {
  const html = await render("---\nmath: false\n---\n\nFrom $5 to $6$ and\n\n$$\nx\n$$");
  expect(html).toContain("From $5 to $6$ and");
  expect(html).not.toContain('class="math');
});
