import type { Page } from "playwright-core";
import type { PageBrowser } from "@/lib/browser/page-browser";
import { makeReady, readSlide, readThemeColors, showOnly } from "@/lib/browser/slides/in-page";
import { themeColorNames, type Box, type SlideTree, type ThemeColors, type TreeElement } from "@/lib/browser/slides/slide-tree";

export interface ReadSlidesOptions {
  /** A stage document that asks for nothing (mode `file`). */
  readonly html: string;
  readonly aspectRatio: "16:9" | "4:3";
  readonly signal: AbortSignal;
  /** Told before each slide is read. */
  readonly onSlide: (done: number, of: number) => void;
}

/** A document's slides as the browser laid them out, with pictures (PNG) of what only pictures can show. */
export interface ReadSlides {
  readonly slides: readonly (SlideTree & { readonly pictures: ReadonlyMap<string, Buffer>; readonly ground: Ground | undefined })[];
  readonly colors: ThemeColors;
}

/** The picture behind a slide. */
export interface Ground {
  readonly bytes: Buffer;
  readonly type: "png" | "jpeg";
}

/** A deck of a thousand slides takes a minute; of pictures it may take no more than these. */
const timeoutMs = 180_000;
const maxPictures = 600;
const pixelsPerPixel = 2;

/** Reads slides in the server's browser; undefined where there is none. */
export function readSlides(browser: PageBrowser, { html, aspectRatio, signal, onSlide }: ReadSlidesOptions): Promise<ReadSlides | undefined> {
  const size = { width: aspectRatio === "4:3" ? 960 : 1280, height: 720 };
  return browser.withPage({ html, files: new Map(), timeoutMs, signal, scale: pixelsPerPixel }, async (page) => {
    await page.setViewportSize(size);
    const count = await page.evaluate(makeReady);
    const slides: ReadSlides["slides"][number][] = [];
    let taken = 0;
    for (let index = 0; index < count; index++) {
      signal.throwIfAborted();
      onSlide(index, count);
      const slide = await page.evaluate(readSlide, index);
      const pieces = piecesOf(slide.root).slice(0, maxPictures - taken);
      const pictures = await takePieces(page, pieces, size);
      taken += pieces.length;
      const hasGround = !slide.background.isPlain && taken < maxPictures;
      if (hasGround) taken += 1;
      slides.push({ ...slide, pictures, ground: hasGround ? await takeGround(page, slide) : undefined });
    }
    return { slides, colors: await page.evaluate(readThemeColors, themeColorNames) };
  });
}

function piecesOf(element: TreeElement): readonly TreeElement[] {
  if (element.picture !== undefined) return [element];
  return element.children.flatMap((child) => (child.kind === "element" ? piecesOf(child) : []));
}

/** Behind a piece is nothing, so that it can be moved. What stands beside the canvas has no picture. */
async function takePieces(page: Page, pieces: readonly TreeElement[], size: { readonly width: number; readonly height: number }) {
  const pictures = new Map<string, Buffer>();
  for (const { picture, box } of pieces) {
    const clip = within(box, size);
    if (picture === undefined || clip === undefined) continue;
    await page.evaluate(showOnly, { piece: picture });
    pictures.set(picture, await page.screenshot({ clip, omitBackground: true, animations: "disabled" }));
  }
  if (pieces.length > 0) await page.evaluate(showOnly, "all" as const);
  return pictures;
}

/** What is drawn is smaller and sharper as PNG, a photograph as JPEG. */
async function takeGround(page: Page, { root }: SlideTree): Promise<Ground> {
  const isPhoto = root.children.some((child) => child.kind === "element" && child.classes.includes("slide-background"));
  await page.evaluate(showOnly, "ground" as const);
  const bytes = await page.screenshot(isPhoto ? { type: "jpeg", quality: 85 } : { type: "png" });
  await page.evaluate(showOnly, "all" as const);
  return { bytes, type: isPhoto ? "jpeg" : "png" };
}

/** What of a box lies on the canvas. */
export function within(box: Box, size: { readonly width: number; readonly height: number }): Box | undefined {
  const x = Math.max(0, box.x);
  const y = Math.max(0, box.y);
  const width = Math.min(box.x + box.width, size.width) - x;
  const height = Math.min(box.y + box.height, size.height) - y;
  return width >= 1 && height >= 1 ? { x, y, width, height } : undefined;
}
