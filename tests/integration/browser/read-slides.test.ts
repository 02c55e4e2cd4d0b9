import { afterAll, expect, test } from "vitest";
import { findChromium } from "@/lib/browser/find-chromium";
import { createPageBrowser } from "@/lib/browser/page-browser";
import { readSlides } from "@/lib/browser/slides/read-slides";
import { parseDeck } from "@/lib/deck";
import { exportPptx } from "@/lib/export/pptx/pptx";
import { readStageAssets } from "@/lib/stage/assets";
import { inProject } from "@/scripts/setup/root.mjs";
import { readPptx } from "@/tests/support/read-pptx";

const browser = createPageBrowser(() => findChromium({ chromiumPath: process.env["CHROMIUM_PATH"], folder: inProject("build/chromium") }));
afterAll(() => browser.stop());
const assets = await readStageAssets(inProject("build/assets"));

async function make(markdown: string) {
  const steps: string[] = [];
  const made = await exportPptx({
    deck: parseDeck(markdown),
    assets,
    read: (options) => readSlides(browser, options),
    signal: new AbortController().signal,
    onSlide: (done, of) => steps.push(`${done}/${of}`),
  });
  return { steps, isSimple: made.isSimple, ...readPptx(made.bytes) };
}

const boxOf = (xml: string, words: string) => {
  const shape = (xml.match(/<p:(?:sp|graphicFrame|pic)>[\s\S]*?<\/p:(?:sp|graphicFrame|pic)>/g) ?? []).find((part) => part.includes(words)) ?? "";
  const [, x = 0, y = 0, width = 0] = /<a:off x="(-?\d+)" y="(-?\d+)"\/><a:ext cx="(\d+)"/.exec(shape)?.map(Number) ?? [];
  return { x: x / 9525, y: y / 9525, width: width / 9525 };
};

test("shapes stand where the slide shows them: columns side by side, under the title", async () => {
  const { part, isSimple, faults, steps } = await make(
    "# Title\n\n---\n\n## Head\n\n::: columns\n\n::: column\n\nLeft words\n\n:::\n\n::: column\n\nRight words\n\n:::\n\n:::\n",
  );
  const xml = part("ppt/slides/slide2.xml");
  const [head, left, right] = [boxOf(xml, "Head"), boxOf(xml, "Left words"), boxOf(xml, "Right words")];
  expect([isSimple, faults]).toEqual([false, []]);
  expect(left.y).toBeGreaterThan(head.y);
  expect(Math.round(left.y)).toBe(Math.round(right.y));
  expect(right.x).toBeGreaterThan(640);
  expect(steps).toEqual(["0/2", "1/2"]);
});

test("what only a picture can show is one, with words: formulas, charts, drawings", async () => {
  const { part, names } = await make("## Two\n\n$$\n\\frac{a}{b}\n$$\n\n```chart bar\nx, n\na, 1\nb, 2\n```\n");
  const xml = part("ppt/slides/slide1.xml");
  expect(names.filter((name) => name.startsWith("ppt/media/"))).toHaveLength(2);
  expect([...xml.matchAll(/descr="([^"]+)"/g)].map(([, words]) => words)).toEqual(["\\frac{a}{b}", expect.stringContaining("Bar chart")]);
});

test("a theme's ornament lies behind as one picture; a plain slide has its colour by the theme's name", async () => {
  const { part } = await make("---\ntheme: lectern\n---\n\n# Title\n\n---\n\n## Plain\n\ntext\n");
  expect(part("ppt/slides/slide1.xml")).toMatch(/<p:bgPr><a:blipFill>/);
  expect(part("ppt/slides/slide2.xml")).toMatch(/<p:bgPr><a:solidFill><a:schemeClr val="bg1"\/>/);
  expect(part("ppt/theme/theme1.xml")).toMatch(/<a:lt1><a:srgbClr val="FFFFFF"\/>[\s\S]*<a:latin typeface="Inter"\/>/);
});

test("a page number has the words that the deck's style puts around it", async () => {
  const style =
    "---\npaginate: true\nstyle: \"section::after { content: attr(data-marpit-pagination) ' of ' attr(data-marpit-pagination-total) }\"\n---\n\n";
  const { part } = await make(`${style}# Title\n\n---\n\n## Plain\n`);
  const xml = part("ppt/slides/slide2.xml");
  expect([xml.includes("<a:t>2 of 2</a:t>"), xml.includes("slidenum")]).toEqual([true, false]);
});

test("code has its colours", async () => {
  const xml = (await make("## Code\n\n```js\nconst answer = 42;\n```\n")).part("ppt/slides/slide1.xml");
  const colors = [...xml.matchAll(/val="([0-9A-F]{6})"\/><\/a:solidFill><a:latin typeface="JetBrains Mono"/g)].map(([, color]) => color);
  expect(new Set(colors).size).toBeGreaterThan(1);
});

test("stepped code stands as at its first step: those lines in their colours with a mark behind them, the others in one that is dim", async () => {
  const xml = (await make("## Code\n\n```js {2|3}\nconst first = 1;\nconst answer = 42;\nconst last = 3;\n```\n")).part("ppt/slides/slide1.xml");
  const lines = (xml.match(/<a:p>[\s\S]*?<\/a:p>/g) ?? []).filter((line) => line.includes("const"));
  const colours = lines.map((line) => new Set([...line.matchAll(/val="([0-9A-F]{6})"\/><\/a:solidFill>/g)].map(([, colour]) => colour)).size);
  expect(lines.map((line) => /<a:highlight>/.test(line))).toEqual([false, true, false]);
  expect(colours).toEqual([1, expect.any(Number), 1]);
  expect(colours[1]).toBeGreaterThan(1);
});
