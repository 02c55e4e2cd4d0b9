import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { mediaTypeOfName } from "@/lib/api/media-kind";
import { relativePath } from "@/lib/deck";
import { AppError } from "@/lib/errors";

const maxDeckBytes = 1024 * 1024;

/** All pictures of a deck together; beyond that a browser opens the file no more in reasonable time. */
const maxPictureBytes = 64 * 1024 * 1024;

/** The text of a deck file. Throws a sentence for what is no file, too large or no text. */
export async function readDeckFile(file: string): Promise<string> {
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

export interface Picture {
  readonly file: string;
  readonly dataUrl: string;
}

/** Reads every file that the deck names and that lies beside it; what lies elsewhere is left to the notices. */
export async function readPictures(named: ReadonlySet<string>, folder: string): Promise<ReadonlyMap<string, Picture>> {
  const pictures = new Map<string, Picture>();
  let left = maxPictureBytes;
  for (const url of named) {
    const file = localFile(url, folder);
    const type = file === undefined ? undefined : mediaTypeOfName(path.basename(file));
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
