import { readFileSync, statSync } from "node:fs";
import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { inEveryTheme, schemes, showScheme } from "@/lib/export/contact-sheet";
import { readStageAssets } from "@/lib/stage/assets";
import { slideCss, themeNames } from "@/lib/themes";
import { inProject } from "@/scripts/setup/root.mjs";
import { lookAtSlides, textsOf, type SheetFindings } from "@/tests/support/look-at-slides";

const file = inProject("docs/themes/specimen.md");
const assetsFolder = inProject("build/assets");
const chromium = { chromiumPath: process.env["CHROMIUM_PATH"], folder: inProject("build/chromium") };
const looks = themeNames.flatMap((theme) => schemes.map((scheme) => [theme, scheme] as const));

/** What Landslide is set in: the fonts that the 2014 decks relied on. */
const foundEverywhere = ["Helvetica Neue", "Trebuchet MS", "Georgia", "Consolas"];

/** One browser and one page a theme, turned from light to dark: each look is asked many things. */
const findings = new Map<string, SheetFindings>();
const onPhones = new Map<string, Awaited<ReturnType<typeof textsOf>>>();
const sheets = inEveryTheme(file, { assetsFolder, chromium }, async (page, theme) => {
  const seen: (readonly [string, SheetFindings])[] = [];
  for (const scheme of schemes) {
    await showScheme(page, scheme);
    seen.push([`${theme} ${scheme}`, await lookAtSlides(page)]);
  }
  await holdUpright(page);
  onPhones.set(theme, await textsOf(page));
  return seen;
});
for await (const [look, found] of sheets) findings.set(look, found);

describe.each(looks)("the specimen in %s, %s", (theme, scheme) => {
  const found = findings.get(`${theme} ${scheme}`);
  const texts = found?.texts ?? [];

  test("shows its words", () => expect(texts.length).toBeGreaterThan(300));

  test("keeps everything on its slides", () => {
    expect(found?.over).toEqual([]);
    expect(texts.filter(({ isOutside }) => isOutside).map(({ where }) => where)).toEqual([]);
    expect(found?.wrapped).toEqual([]);
  });

  test("has no text under 18 px", () => {
    expect(texts.filter(({ sizePx }) => sizePx < 18).map(({ where, sizePx }) => `${where}: ${sizePx} px`)).toEqual([]);
  });

  test("reads at 4.5:1 on what is painted behind it", () => {
    expect(texts.filter(({ contrast }) => contrast < 4.5).map(({ where, contrast }) => `${where}: ${contrast.toFixed(2)}`)).toEqual([]);
  });

  test("is set in its own fonts, and all of them came", async () => {
    expect(found?.missingFonts).toEqual([]);
    const { manifest } = await readStageAssets(assetsFolder);
    const own = manifest.themes[theme];
    const ours = new Set(
      manifest.fonts.filter((font) => own?.textFonts.includes(font.file) || own?.codeFonts.includes(font.file)).map((font) => font.family),
    );
    const first = (families: string) => families.split(",")[0]?.replaceAll('"', "") ?? "";
    const strange = [...new Set(texts.map(({ families }) => first(families)))].filter((family) => !ours.has(family));
    expect(strange.filter((family) => theme !== "landslide" || !foundEverywhere.includes(family))).toEqual([]);
  });
});

describe.each(themeNames)("the specimen on a phone held upright in %s", (theme) => {
  const texts = onPhones.get(theme) ?? [];

  test("has no text under 16 px", () => {
    expect(texts.length).toBeGreaterThan(300);
    expect(texts.filter(({ sizePx }) => sizePx < 16).map(({ where, sizePx }) => `${where}: ${sizePx} px`)).toEqual([]);
  });

  test("sets what stands under a statement smaller than the statement", () => {
    const sizeOf = (words: string) => texts.find(({ where }) => where.includes(words))?.sizePx;
    expect(sizeOf("It is what")).toBeLessThan(0.8 * (sizeOf("Slow trains run on time") ?? 0));
  });

  test("is no wider than the screen, but for code, tables and diagrams", () => {
    expect(texts.filter(({ isOutside, scrolls }) => isOutside && !scrolls).map(({ where }) => where)).toEqual([]);
  });
});

test("a page's fonts weigh at most 120 kB in any theme", async () => {
  const { manifest } = await readStageAssets(assetsFolder);
  for (const [theme, { textFonts, codeFonts }] of Object.entries(manifest.themes)) {
    const latin = manifest.fonts.filter(({ file: name, subset }) => subset === "latin" && [...textFonts, ...codeFonts].includes(name));
    const bytes = latin.reduce((sum, { file: name }) => sum + statSync(inProject("build/assets", name)).size, 0);
    expect(bytes, theme).toBeLessThanOrEqual(120_000);
  }
});

test("a page's styles stay within 40 kB in any theme, as they are written and fonts apart; the slides' own within 8 kB, as they are sent", async () => {
  const { manifest, text } = await readStageAssets(assetsFolder);
  for (const theme of themeNames) {
    expect(gzipSync(slideCss(theme)).byteLength, theme).toBeLessThanOrEqual(8_000);
    expect(Buffer.byteLength(slideCss(theme)) + Buffer.byteLength(text(manifest.stage)), theme).toBeLessThanOrEqual(40_000);
  }
});

test("a contact sheet of every look is kept, each under 300 kB", () => {
  for (const [theme, scheme] of looks) {
    const bytes = readFileSync(inProject(`docs/themes/${theme}-${scheme}.webp`)).byteLength;
    expect(bytes, `${theme} ${scheme}`).toBeLessThan(300_000);
  }
});

/** The page as a phone has it: no sheet, and slides flow as text. */
async function holdUpright(page: Page): Promise<void> {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.evaluate(() => {
    document.adoptedStyleSheets = [];
  });
}
