import path from "node:path";
import type { Page } from "playwright-core";
import { drawDiagrams } from "@/lib/browser/draw-diagrams";
import { findChromium, type FindChromiumOptions } from "@/lib/browser/find-chromium";
import { createPageBrowser } from "@/lib/browser/page-browser";
import { parseDeck } from "@/lib/deck";
import { AppError } from "@/lib/errors";
import { readDeckFile, readPictures } from "@/lib/export/deck-on-disk";
import { exportHtml } from "@/lib/export/html";
import { readStageAssets } from "@/lib/stage/assets";
import { namedAddresses } from "@/lib/stage/named-files";
import { themeNames, type ThemeName } from "@/lib/themes";

export interface ContactSheetOptions {
  /** Folder of the built assets. */
  readonly assetsFolder: string;
  readonly chromium: FindChromiumOptions;
  /** All where none is named. */
  readonly themes?: readonly ThemeName[];
}

/** All slides of a deck in one picture. */
export interface ContactSheet {
  readonly theme: ThemeName;
  readonly scheme: Scheme;
  /** WebP. */
  readonly bytes: Uint8Array;
}

export const schemes = ["light", "dark"] as const;
type Scheme = (typeof schemes)[number];

const columns = 4;
const slideWidthPx = 480;
const gapPx = 20;
const widthPx = columns * slideWidthPx + (columns + 1) * gapPx;
const quality = 0.82;
const timeoutMs = 60_000;

/** Slides beside each other, each as print has it: whole, with all its steps. */
const sheetCss = `
html, body { background: #77797d !important; }
.stage, .stage[hidden] { display: grid !important; grid-template-columns: repeat(${columns}, ${slideWidthPx}px); gap: ${gapPx}px; padding: ${gapPx}px; }
.stage > .frame:not(#_), .stage > .frame[hidden]:not(#_) { display: block; width: ${slideWidthPx}px; height: auto; aspect-ratio: 16 / 9; margin: 0; overflow: clip; }
.stage > .frame > .slide:not(#_) { position: absolute; height: var(--canvas-height); min-height: 0; transform: scale(${slideWidthPx / 1280}); }
:is(.stage-controls, .stage-progress, .stage-blank, .stage-help, .stage-announcer) { display: none !important; }
.slide [data-step] { visibility: visible !important; opacity: 1 !important; }`;

/** Shows a deck file in every theme and scheme, for looking at. Throws a sentence where there is no browser. */
export async function* drawContactSheets(file: string, options: ContactSheetOptions): AsyncGenerator<ContactSheet> {
  yield* inEveryTheme(file, options, async (page, theme) => {
    const sheets: ContactSheet[] = [];
    for (const scheme of schemes) {
      await showScheme(page, scheme);
      const png = (await page.screenshot({ fullPage: true, animations: "disabled" })).toString("base64");
      sheets.push({ theme, scheme, bytes: Buffer.from(await page.evaluate(asWebp, { png, quality }), "base64") });
    }
    return sheets;
  });
}

/** Lays a deck file out as a contact sheet, theme by theme, and yields what `look` makes of each. */
export async function* inEveryTheme<T>(
  file: string,
  { assetsFolder, chromium, themes = themeNames }: ContactSheetOptions,
  look: (page: Page, theme: ThemeName) => Promise<readonly T[]>,
): AsyncGenerator<T> {
  const deck = parseDeck(await readDeckFile(file));
  const pictures = await readPictures(namedAddresses(deck), path.dirname(path.resolve(file)));
  const assets = await readStageAssets(assetsFolder);
  const browser = createPageBrowser(() => findChromium(chromium));
  try {
    const diagrams = await drawDiagrams(
      browser,
      deck.slides.flatMap((slide) => slide.parts.diagrams),
      { assets },
    );
    const resolveUrl = (url: string, kind: string) => (kind === "link" ? url : (pictures.get(url)?.dataUrl ?? url));
    for (const theme of themes) {
      const { bytes } = await exportHtml({ deck, assets, theme, diagrams, resolveUrl });
      const html = new TextDecoder().decode(bytes);
      const seen = await browser.withPage({ html, files: new Map(), timeoutMs }, async (page) => {
        await page.setViewportSize({ width: widthPx, height: 900 });
        await page.evaluate(layOut, sheetCss);
        return look(page, theme);
      });
      if (!seen) throw new AppError("unavailable", "There is no browser here to draw with. Name one in CHROMIUM_PATH.");
      yield* seen;
    }
  } finally {
    await browser.stop();
  }
}

/** Turns all slides of a sheet to light or dark. */
export async function showScheme(page: Page, scheme: Scheme): Promise<void> {
  await page.evaluate((name) => document.querySelector(".stage")?.setAttribute("data-scheme", name), scheme);
}

/** Runs in the page, by itself: nothing of this file is there. */
async function layOut(css: string): Promise<void> {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [sheet];
  for (const frame of document.querySelectorAll(".stage > .frame")) frame.removeAttribute("hidden");
  document.body.getBoundingClientRect();
  await document.fonts.ready;
  window.dispatchEvent(new Event("beforeprint"));
}

/** Runs in the page, by itself. Playwright has no WebP, which is a third of the size here. */
async function asWebp({ png, quality }: { readonly png: string; readonly quality: number }): Promise<string> {
  const bytes = Uint8Array.from(atob(png), (sign) => sign.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  canvas.getContext("2d")?.drawImage(bitmap, 0, 0);
  const blob = await canvas.convertToBlob({ type: "image/webp", quality });
  const webp = new Uint8Array(await blob.arrayBuffer());
  let binary = "";
  for (let start = 0; start < webp.length; start += 0x8000) binary += String.fromCharCode(...webp.subarray(start, start + 0x8000));
  return btoa(binary);
}
