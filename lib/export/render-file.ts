import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { drawDiagrams } from "@/lib/browser/draw-diagrams";
import { findChromium, type FindChromiumOptions } from "@/lib/browser/find-chromium";
import { createPageBrowser } from "@/lib/browser/page-browser";
import { AppError } from "@/lib/errors";
import { parseDeck, relativePath, type Deck, type DiagramDrawing, type Notice } from "@/lib/deck";
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

const maxDeckBytes = 1024 * 1024;

/** All pictures of a deck together; beyond that a browser opens the file no more in reasonable time. */
const maxPictureBytes = 64 * 1024 * 1024;

const pictureTypes: Readonly<Record<string, string>> = {
  ".avif": "image/avif",
  ".gif": "image/gif",
  ".jpeg": "image/jpeg",
  ".jpg": "image/jpeg",
  ".m4a": "audio/mp4",
  ".mp3": "audio/mpeg",
  ".mp4": "video/mp4",
  ".ogg": "audio/ogg",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".webm": "video/webm",
  ".webp": "image/webp",
};

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

async function readDeckFile(file: string): Promise<string> {
  const name = path.basename(file);
  const info = await stat(file).catch((error: unknown) => {
    throw new AppError("not-found", `There is no file ${file}.`, { cause: error });
  });
  if (!info.isFile()) throw new AppError("bad-request", `${file} is a folder; name the Markdown file in it.`);
  if (info.size > maxDeckBytes)
    throw new AppError("too-large", `${name} holds ${Math.ceil(info.size / 1024)} kB; a deck may have up to ${maxDeckBytes / 1024} kB.`);
  const bytes = await readFile(file).catch((error: unknown) => {
    throw new AppError("bad-request", `${name} can't be read: this user has no right to.`, { cause: error });
  });
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    if (!text.includes("\0")) return text;
  } catch (error) {
    throw new AppError("unsupported-media", notText(name), { cause: error });
  }
  throw new AppError("unsupported-media", notText(name));
}

function notText(name: string): string {
  return `${name} is not UTF-8 text. Save it as Markdown in UTF-8 and render it again.`;
}

interface Picture {
  readonly file: string;
  readonly dataUrl: string;
}

/** Reads every file that the deck names and that lies beside it; what lies elsewhere is left to the notices. */
async function readPictures(named: ReadonlySet<string>, folder: string): Promise<ReadonlyMap<string, Picture>> {
  const pictures = new Map<string, Picture>();
  let left = maxPictureBytes;
  for (const url of named) {
    const file = localFile(url, folder);
    const type = file === undefined ? undefined : pictureTypes[path.extname(file).toLowerCase()];
    if (file === undefined || type === undefined) continue;
    const bytes = await readFile(file).catch(missing);
    if (bytes === undefined || bytes.length > left) continue;
    left -= bytes.length;
    pictures.set(url, { file, dataUrl: `data:${type};base64,${bytes.toString("base64")}` });
  }
  return pictures;
}

/** The file that a relative address means; undefined where it leads out of the deck's folder or to the network. */
function localFile(url: string, folder: string): string | undefined {
  const relative = relativePath(url);
  return relative === undefined ? undefined : path.join(folder, relative);
}

function missing(error: unknown): undefined {
  if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "EISDIR" || error.code === "EACCES")) return;
  throw error;
}
