import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Page } from "playwright-core";
import { z } from "zod";
import { chooseFonts, type FontFile } from "@/lib/themes";

/**
 * What the themes' fonts lack. Readers' devices have it, a server often nothing but boxes to draw instead. Published in
 * parts of some hundred characters: a page is given those that it shows something of.
 */
const fallbacks = [
  {
    family: "Fallback Emoji",
    // In outlines: the colours that npm has are drawings inside a font, which Chromium leaves blank.
    package: "@fontsource-variable/noto-emoji",
    stem: "noto-emoji",
    // Below are signs of text, like © and ↔, that a font of letters has.
    needs: /[\u{2600}-\u{27bf}\u{2b00}-\u{2bff}\u{1f000}-\u{1faff}\u{231a}-\u{23ff}]|\u{20e3}/u,
    joins: /\u{200d}|\u{fe0f}|[\u{e0020}-\u{e007f}]/u,
  },
  // Where there is kana, Han characters are drawn as in Japan.
  {
    family: "Fallback Japanese",
    package: "@fontsource-variable/noto-sans-jp",
    stem: "noto-sans-jp",
    needs: /[\p{scx=Hiragana}\p{scx=Katakana}]/u,
    joins: /[\p{scx=Han}\u{ff00}-\u{ffef}]/u,
  },
  { family: "Fallback Korean", package: "@fontsource-variable/noto-sans-kr", stem: "noto-sans-kr", needs: /\p{scx=Hangul}/u, joins: undefined },
  {
    family: "Fallback Chinese",
    package: "@fontsource-variable/noto-sans-sc",
    stem: "noto-sans-sc",
    needs: /\p{sc=Han}/u,
    joins: /[\p{scx=Han}\u{ff00}-\u{ffef}]/u,
  },
] as const;

type Fallback = (typeof fallbacks)[number];
const rangesSchema = z.record(z.string(), z.string());

/** Gives pages the fonts that their text needs beyond the themes' own, from the packages in this folder. */
export function createFallbackFonts(modulesFolder: string): (page: Page) => Promise<void> {
  const listed = new Map<Fallback, Promise<readonly FontFile[]>>();
  const listOf = (fallback: Fallback) => {
    const known = listed.get(fallback) ?? listFiles(modulesFolder, fallback);
    listed.set(fallback, known);
    return known;
  };
  return async (page) => {
    const faces = [];
    for (const { fallback, text } of neededFallbacks(await page.evaluate(readText))) {
      for (const { family, unicodeRange, weight, file } of chooseFonts(await listOf(fallback), text)) {
        faces.push({ family, unicodeRange, weight, base64: await readFile(path.join(modulesFolder, file), "base64") });
      }
    }
    if (faces.length > 0) await page.evaluate(addFaces, faces);
  };
}

/** Which fallbacks a text needs, and for which of its characters. */
export function neededFallbacks(text: string): readonly { readonly fallback: Fallback; readonly text: string }[] {
  return fallbacks.flatMap((fallback) => {
    const { needs, joins } = fallback;
    if (!needs.test(text)) return [];
    const mine = [...new Set(text)].filter((character) => needs.test(character) || joins?.test(character) === true);
    return [{ fallback, text: mine.join("") }];
  });
}

async function listFiles(modulesFolder: string, { family, package: name, stem }: Fallback): Promise<readonly FontFile[]> {
  const ranges = rangesSchema.parse(JSON.parse(await readFile(path.join(modulesFolder, name, "unicode.json"), "utf8")));
  return Object.entries(ranges).map(([key, unicodeRange]) => {
    const subset = key.replaceAll(/[[\]]/g, "");
    const file = path.join(name, "files", `${stem}-${subset}-wght-normal.woff2`);
    return { family, style: "normal", weight: "100 900", subset, unicodeRange, file };
  });
}

// The functions below run in the page, each by itself: nothing of this file is there.

function readText(): string {
  return [...new Set(document.body.textContent ?? "")].join("");
}

/** After all that a theme names, so that they draw what nothing before them can. */
async function addFaces(faces: readonly { family: string; unicodeRange: string; weight: string; base64: string }[]): Promise<void> {
  const loaded = faces.map(({ family, unicodeRange, weight, base64 }) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const face = new FontFace(family, bytes, { unicodeRange, weight });
    document.fonts.add(face);
    return face.load();
  });
  await Promise.all(loaded);
  const families = [...new Set(faces.map(({ family }) => `"${family}"`))].join(", ");
  for (const stage of document.querySelectorAll<HTMLElement>(".stage")) {
    for (const name of ["--font-text", "--font-code"]) {
      const own = getComputedStyle(stage).getPropertyValue(name);
      if (own !== "") stage.style.setProperty(name, `${own}, ${families}`);
    }
  }
}
