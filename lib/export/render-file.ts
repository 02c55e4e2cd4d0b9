import path from "node:path";
import { drawDiagrams } from "@/lib/browser/draw-diagrams";
import { findChromium, type FindChromiumOptions } from "@/lib/browser/find-chromium";
import { createPageBrowser } from "@/lib/browser/page-browser";
import { AppError } from "@/lib/errors";
import { parseDeck, type Deck, type DiagramDrawing, type Notice } from "@/lib/deck";
import { readDeckFile, readPictures } from "@/lib/export/deck-on-disk";
import { exportHtml } from "@/lib/export/html";
import { readStageAssets, type StageAssets } from "@/lib/stage/assets";
import { namedAddresses } from "@/lib/stage/named-files";
import { themeNames } from "@/lib/themes";

export interface RenderFileOptions {
  /** Folder of the built assets. */
  readonly assetsFolder: string;
  readonly notes?: boolean;
  /** Instead of the theme that the deck names. */
  readonly theme?: string;
  /** Where to look for the browser that draws diagrams; without one their source shows. */
  readonly chromium?: FindChromiumOptions;
}

export interface RenderedFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly slideCount: number;
  readonly notices: readonly Notice[];
  /** Addresses of pictures and films that are not in the file. */
  readonly leftOut: readonly string[];
  /** Files that went into it: what a watcher has to watch. */
  readonly pictures: readonly string[];
  /** Diagrams that show their source, since there is no browser to draw them. */
  readonly undrawn: number;
}

/** Renders a deck file from disk into one self-contained page; pictures beside it go in. Throws sentences. */
export async function renderFile(file: string, { assetsFolder, notes, theme, chromium }: RenderFileOptions): Promise<RenderedFile> {
  if (theme !== undefined && !themeNames.some((name) => name === theme)) {
    throw new AppError("bad-request", `There is no theme called "${theme}"; choose one of ${themeNames.join(", ")}.`);
  }
  const deck = parseDeck(await readDeckFile(file));
  const pictures = await readPictures(namedAddresses(deck, { notes }), path.dirname(path.resolve(file)));
  const assets = await readStageAssets(assetsFolder);
  const diagrams = chromium && (await drawAll(deck, assets, chromium));
  const exported = await exportHtml({
    deck,
    assets,
    notes,
    theme,
    diagrams,
    resolveUrl: (url, kind) => (kind === "link" ? url : (pictures.get(url)?.dataUrl ?? url)),
  });
  return {
    bytes: exported.bytes,
    slideCount: exported.slideCount,
    notices: deck.notices,
    leftOut: exported.leftOut,
    pictures: [...pictures.values()].map((picture) => picture.file),
    undrawn: deck.slides.flatMap((slide) => slide.parts.diagrams).filter(({ hash }) => diagrams?.has(hash) !== true).length,
  };
}

/** Opens a browser only for a deck that holds diagrams. */
async function drawAll(deck: Deck, assets: StageAssets, chromium: FindChromiumOptions): Promise<ReadonlyMap<string, DiagramDrawing> | undefined> {
  const diagrams = deck.slides.flatMap((slide) => slide.parts.diagrams);
  if (diagrams.length === 0) return undefined;
  const browser = createPageBrowser(() => findChromium(chromium));
  try {
    return await drawDiagrams(browser, diagrams, { assets });
  } finally {
    await browser.stop();
  }
}
