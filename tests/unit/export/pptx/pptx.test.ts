import { expect, test } from "vitest";
import { parseDeck } from "@/lib/deck";
import { exportPptx, type PptxOptions } from "@/lib/export/pptx/pptx";
import { hostileDeck } from "@/tests/support/decks/hostile-decks";
import { pathologicalTexts } from "@/tests/support/decks/pathological";
import { readPptx } from "@/tests/support/read-pptx";
import { assets } from "@/tests/unit/stage/assets-in-memory";

/** As on a server without a browser. */
async function make(markdown: string, options: Partial<PptxOptions> = {}) {
  const made = await exportPptx({
    deck: parseDeck(markdown),
    assets,
    read: async () => undefined,
    signal: new AbortController().signal,
    onSlide: () => undefined,
    ...options,
  });
  return { ...made, ...readPptx(made.bytes) };
}

const slide = (number: number) => `ppt/slides/slide${number}.xml`;

test("every slide that is shown is a slide, its heading the title, and hidden ones are not there", async () => {
  const { names, part, faults, slideCount } = await make("# One\n\n---\n\n<!-- _hidden: true -->\n\n# Secret\n\n---\n\n# Two & < three\n");
  expect(faults).toEqual([]);
  expect(slideCount).toBe(2);
  expect(names.filter((name) => /slides\/slide\d+\.xml$/.test(name))).toEqual([slide(1), slide(2)]);
  expect(part(slide(2))).toMatch(/<p:ph type="title"\/>[\s\S]*<a:t>Two &amp; &lt; three<\/a:t>/);
  expect(names.map(part).join("")).not.toContain("Secret");
});

test("a block is one text box: a list's items are its paragraphs, by level and with bullets", async () => {
  const { part } = await make("# List\n\n- one\n  - one and a half\n- two\n");
  const boxes = part(slide(1)).match(/<p:sp>[\s\S]*?<\/p:sp>/g) ?? [];
  const list = boxes.find((box) => box.includes("one and a half")) ?? "";
  expect(boxes).toHaveLength(2);
  expect([...list.matchAll(/lvl="(\d)"/g)].map(([, level]) => level)).toEqual(["0", "1", "0"]);
  expect(list.match(/<a:buChar/g)).toHaveLength(3);
});

test("numbered lists count from where they begin", async () => {
  const { part } = await make("# List\n\n3. three\n4. four\n");
  expect(part(slide(1))).toMatch(/<a:buAutoNum type="arabicPeriod" startAt="3"\/>[\s\S]*<a:buAutoNum type="arabicPeriod" startAt="4"\/>/);
});

test("a table is a table with its cells", async () => {
  const { part, faults } = await make("# Table\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n| 3 | 4 |\n");
  const [table = ""] = /<a:tbl>[\s\S]*<\/a:tbl>/.exec(part(slide(1))) ?? [];
  expect([...table.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, words]) => words)).toEqual(["a", "b", "1", "2", "3", "4"]);
  expect([table.match(/<a:tr /g)?.length, table.match(/<a:gridCol /g)?.length]).toEqual([3, 2]);
  expect(table).toContain('firstRow="1"');
  expect(faults).toEqual([]);
});

test("code is text in a fixed-width font, line by line, with its spaces", async () => {
  const { part } = await make("# Code\n\n```\nif (a) {\n  b();\n}\n```\n");
  const code = (part(slide(1)).match(/<p:sp>[\s\S]*?<\/p:sp>/g) ?? []).find((box) => box.includes("b();")) ?? "";
  expect([...code.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, words]) => words)).toEqual(["if (a) {", "  b();", "}"]);
  expect(code).toContain('typeface="JetBrains Mono" pitchFamily="49"');
  expect(code).toContain("<a:solidFill>");
});

test("of stepped code the first step's lines are in full colour, the others dim", async () => {
  const coloured = { ...assets, text: (file: string) => (file.startsWith("slides-") ? ".slide{--ink:#111;--muted:#888}" : assets.text(file)) };
  const { part } = await make("# Code\n\n```text {2|1}\nalpha\nbeta\n```\n", { assets: coloured });
  const colours = [...part(slide(1)).matchAll(/<a:rPr [^>]*><a:solidFill>(<[^>]*>)(?:(?!<a:t>).)*<a:t>(alpha|beta)/g)];
  expect(colours.map(([, colour, words]) => [words, colour])).toEqual([
    ["alpha", '<a:schemeClr val="tx2"/>'],
    ["beta", '<a:schemeClr val="tx1"/>'],
  ]);
});

test("a picture keeps its shape where nobody measured it", async () => {
  const { part } = await make("# A\n\n![A dot](dot.png)\n", { resolveUrl: () => `data:image/png;base64,${png}` });
  const [, width, height] = /<p:pic>[\s\S]*<a:ext cx="(\d+)" cy="(\d+)"/.exec(part(slide(1))) ?? [];
  expect(width).toBe(height);
});

/** One pixel. */
const png = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

test("a picture is in the file once, with its words, however often it is shown", async () => {
  const { names, part, faults } = await make("# A\n\n![A dot](dot.png)\n\n---\n\n# B\n\n![The same](dot.png)\n", {
    resolveUrl: () => `data:image/png;base64,${png}`,
  });
  expect(names.filter((name) => name.startsWith("ppt/media/"))).toHaveLength(1);
  expect(part(slide(1))).toContain('descr="A dot"');
  expect(part(slide(2))).toContain('descr="The same"');
  expect(faults).toEqual([]);
});

test("speaker notes are in no byte of it unless they are asked for", async () => {
  const markdown = "# A\n\n<!--\ncanary one\n\n- canary two\n-->\n\n---\n\n# B\n";
  const without = await make(markdown);
  expect(without.names.map(without.part).join("")).not.toContain("canary");
  expect(without.names.some((name) => name.includes("notes"))).toBe(false);
  const { part, faults } = await make(markdown, { notes: true });
  const words = [...part("ppt/notesSlides/notesSlide1.xml").matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, text]) => text);
  expect(words).toEqual(["canary one", "• canary two"]);
  expect(faults).toEqual([]);
});

test("links lead out, or to a slide of the deck; what is no address leads nowhere", async () => {
  const { part, faults } = await make("# A\n\n[out](https://example.invalid/x?a=1&b=2) [in](#there) [gone](#nowhere)\n\n---\n\n# There\n");
  const relations = part("ppt/slides/_rels/slide1.xml.rels");
  expect(relations).toContain('Target="https://example.invalid/x?a=1&amp;b=2" TargetMode="External"');
  expect(relations).toContain('Target="slide2.xml"');
  expect(part(slide(1)).match(/<a:hlinkClick /g)).toHaveLength(2);
  expect(part(slide(1))).toContain('action="ppaction://hlinksldjump"');
  expect(faults).toEqual([]);
});

test("4:3 slides have that shape", async () => {
  expect((await make("---\naspectRatio: 4:3\n---\n\n# A\n")).part("ppt/presentation.xml")).toContain('<p:sldSz cx="9144000" cy="6858000"/>');
});

test("signs that XML has no place for are left out", async () => {
  const { faults, part } = await make("# A\u0001B\ud800C\u000b\n\ntext \u{1f600}\n");
  expect(faults).toEqual([]);
  expect(part(slide(1))).toContain("\u{1f600}");
});

test("a slide without a heading has a name all the same", async () => {
  expect((await make("Just words\n\n---\n\n***\n")).part(slide(1))).toContain('<p:ph type="title"/>');
});

test("formulas within a line are text, raised and slanted as they are written", async () => {
  const { part } = await make("# A\n\nIt is $x^2 = \\frac{a+b}{c}$ here.\n");
  const runs = [...part(slide(1)).matchAll(/<a:rPr ([^>]*)>[\s\S]*?<a:t>([^<]*)<\/a:t>/g)].map(([, look = "", text]) => [
    text,
    /baseline="3/.test(look),
  ]);
  expect(runs).toContainEqual(["2", true]);
  expect(runs.map(([text]) => text).join("")).toContain("x2 = (a + b)/c");
});

test("the same deck makes the same bytes", async () => {
  expect((await make("# A")).bytes).toEqual((await make("# A")).bytes);
});

test("given up, it is not made", async () => {
  await expect(make("# A", { signal: AbortSignal.abort(new Error("given up")) })).rejects.toThrow("given up");
});

test("no text breaks the file", async () => {
  const pathological = Object.values(pathologicalTexts).map((text) => text.slice(0, 300));
  const hostile = hostileDeck(() => true).markdown.slice(0, 30_000);
  for (const text of [hostile, pathological.join("\n\n---\n\n")]) expect((await make(text, { notes: true })).faults).toEqual([]);
});
