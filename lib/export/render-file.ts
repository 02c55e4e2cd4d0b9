import path from "node:path";
import { drawDiagrams } from "@/lib/browser/draw-diagrams";
import { findChromium, type FindChromiumOptions } from "@/lib/browser/find-chromium";
import { createPageBrowser } from "@/lib/browser/page-browser";
import { AppError } from "@/lib/errors";
import { dialectLabel, dialects, importDeck, parseDeck, slideAt, type Deck, type Dialect, type DiagramDrawing, type Notice } from "@/lib/deck";
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
  /** The dialect that it is written in, instead of what its text tells. */
  readonly as?: string;
  /** Where to look for the browser that draws diagrams; without one their source shows. */
  readonly chromium?: FindChromiumOptions;
}

export interface RenderedFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly slideCount: number;
  /** The tool whose words were turned into the deck language, and what spoke for that tool. */
  readonly convertedFrom: { readonly label: string; readonly evidence: readonly string[] } | undefined;
  readonly remarks: readonly Remark[];
  /** Addresses of pictures and films that are not in the file. */
  readonly leftOut: readonly string[];
  /** Files that went into it: what a watcher has to watch. */
  readonly pictures: readonly string[];
  /** Diagrams that show their source, since there is no browser to draw them. */
  readonly undrawn: number;
}

/** Something to know about the deck: at a line of the file or, where it was converted on its way, on a slide alone. */
export interface Remark extends Pick<Notice, "severity" | "message"> {
  readonly line?: number;
  /** The first slide is 1. */
  readonly slide?: number;
}

/**
 * Renders a deck file from disk, of any dialect, into one self-contained page; pictures beside it go in. Throws sentences.
 */
export async function renderFile(file: string, { assetsFolder, notes, theme, as = "auto", chromium }: RenderFileOptions): Promise<RenderedFile> {
  if (theme !== undefined && !themeNames.some((name) => name === theme)) {
    throw new AppError("bad-request", `There is no theme called "${theme}"; choose one of ${themeNames.join(", ")}.`);
  }
  const source = await readDeckFile(file);
  const imported = importDeck(source, readDialect(as));
  const isConverted = imported.markdown !== importDeck(source, "lectern").markdown;
  const deck = parseDeck(imported.markdown);
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
    convertedFrom: isConverted ? { label: dialectLabel(imported.dialect), evidence: imported.evidence } : undefined,
    remarks: [...imported.notices.map(atLine), ...(isConverted ? remarksOnSlides(deck) : deck.notices.map(atLine))],
    leftOut: exported.leftOut,
    pictures: [...pictures.values()].map((picture) => picture.file),
    undrawn: deck.slides.flatMap((slide) => slide.parts.diagrams).filter(({ hash }) => diagrams?.has(hash) !== true).length,
  };
}

function readDialect(name: string): Dialect | "auto" {
  const found = ["auto" as const, ...dialects].find((dialect) => dialect === name);
  if (found === undefined) throw new AppError("bad-request", `There is no dialect called "${name}"; choose one of ${dialects.join(", ")}.`);
  return found;
}

function atLine({ severity, message, range }: Notice): Remark {
  return { severity, message, line: range.startLine };
}

/** What was not understood is named at its line already. */
function remarksOnSlides(deck: Deck): readonly Remark[] {
  return deck.notices
    .filter(({ severity }) => severity !== "info")
    .map(({ severity, message, range }) => ({ severity, message, slide: slideAt(deck, range.start) + 1 }));
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
