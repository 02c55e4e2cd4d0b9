import { afterAll, expect, test } from "vitest";
import { findChromium } from "@/lib/browser/find-chromium";
import { createPageBrowser } from "@/lib/browser/page-browser";
import { printDocument } from "@/lib/browser/print-document";
import { parseDeck } from "@/lib/deck";
import { readStageAssets } from "@/lib/stage/assets";
import { renderDocument } from "@/lib/stage/document";
import { inProject } from "@/scripts/setup/root.mjs";

const browser = createPageBrowser(() => findChromium({ chromiumPath: process.env["CHROMIUM_PATH"], folder: inProject("build/chromium") }), {
  modulesFolder: inProject("node_modules"),
});
afterAll(() => browser.stop());
const assets = await readStageAssets(inProject("build/assets"));

async function print(markdown: string, { notes = false, signal = new AbortController().signal } = {}): Promise<string> {
  const { html } = await renderDocument({ deck: parseDeck(markdown), mode: "file", assets, notes });
  const printed = await printDocument(browser, { html, notes, timeoutMs: 30_000, signal, onLaidOut: () => undefined });
  if (!printed) throw new Error("there is no browser to print with");
  return printed.toString("latin1");
}

/** Skia writes a page's dictionary as plain text. Sizes are in points, of which a CSS pixel has three quarters. */
const pagesOf = (pdf: string) => pdf.match(/\/Type ?\/Page\b(?!s)/g)?.length ?? 0;
const sizesOf = (pdf: string) =>
  [...pdf.matchAll(/\/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) => [Number(width) / 0.75, Number(height) / 0.75]);

/** Titles of the outline: entries lead somewhere, the document's own title does not. */
const outlineOf = (pdf: string) => [...pdf.matchAll(/\/Title \(([^)]*)\)\s*\/Dest\b/g)].map(([, title]) => title);

const long = Array.from({ length: 60 }, (_, index) => `- line ${index}`).join("\n");

test("a page a slide: hidden ones have none, one that runs over has one that is taller", async () => {
  const pdf = await print(`# One\n\n---\n\n# Long\n\n${long}\n\n---\n\n<!-- _hidden: true -->\n\n# Hidden\n\n---\n\n# Last\n`);
  expect(pagesOf(pdf)).toBe(3);
  const [first, second, third] = sizesOf(pdf);
  expect([first, third]).toEqual([
    [1280, 720],
    [1280, 720],
  ]);
  expect(second?.[1]).toBeGreaterThan(1_000);
});

test("4:3 slides are printed as such", async () => {
  expect(sizesOf(await print("---\naspectRatio: 4:3\n---\n\n# One\n\n---\n\n# Two\n"))).toEqual([
    [960, 720],
    [960, 720],
  ]);
});

test("it has an outline, tags and links", async () => {
  const pdf = await print("# One\n\n[a link](https://example.invalid/there)\n");
  for (const part of ["/Outlines", "/StructTreeRoot", "https://example.invalid/there"]) expect(pdf).toContain(part);
});

test("its outline names every slide, also one without a heading", async () => {
  const pdf = await print("# One\n\n---\n\nWords alone\n\n---\n\n> Said once.\n\n---\n\n## Four\n");
  expect(new Set(outlineOf(pdf))).toEqual(new Set(["One", "Words alone", "Said once.", "Four"]));
  expect(pagesOf(pdf)).toBe(4);
});

test("emoji and East Asian text bring fonts of their own, that the server needs not have", async () => {
  const fallbacks = async (markdown: string) => {
    const { html } = await renderDocument({ deck: parseDeck(markdown), mode: "file", assets });
    return browser.withPage({ html, files: new Map(), timeoutMs: 30_000 }, (page) =>
      page.evaluate(() => ({
        faces: [...document.fonts].filter(({ family }) => family.includes("Fallback")).map(({ family, status }) => `${family} ${status}`),
        named: getComputedStyle(document.querySelector("h1") ?? document.body)
          .fontFamily.split(", ")
          .filter((family) => family.includes("Fallback")),
      })),
    );
  };
  expect(await fallbacks("# Plain © text ↔")).toEqual({ faces: [], named: [] });
  const seen = await fallbacks("# 한국어\n\n- 🚀 up\n");
  expect(new Set(seen?.faces.map((face) => face.replaceAll('"', "")))).toEqual(new Set(["Fallback Emoji loaded", "Fallback Korean loaded"]));
  expect(seen?.named).toEqual(['"Fallback Emoji"', '"Fallback Korean"']);
});

test("with notes each slide has an upright page, and long notes go on to the next", async () => {
  const notes = Array.from({ length: 120 }, (_, index) => `What is said, ${index}.`).join("\n\n");
  const sizes = sizesOf(await print(`# One\n\n<!-- short -->\n\n---\n\n# Two\n\n<!--\n${notes}\n-->\n`, { notes: true }));
  expect(sizes.length).toBeGreaterThan(2);
  for (const [width = 0, height = 0] of sizes) expect(height).toBeGreaterThan(width);
});

test("given up before its turn, it is not printed", async () => {
  await expect(print("# One", { signal: AbortSignal.abort(new Error("given up")) })).rejects.toThrow("given up");
});
