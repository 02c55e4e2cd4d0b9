import type { DeckId } from "@/lib/api/ids";
import { widthFor, type PictureWidth } from "@/lib/api/picture-sizes";
import { deckFilePath, type Deck, type RenderOptions } from "@/lib/deck";
import { namedFiles } from "@/lib/stage/named-files";
import { openFileStore } from "@/lib/workspace/files/open-file-store";
import { listFiles } from "@/lib/workspace/files/list";
import { sizedPicture, type SizedGround } from "@/lib/workspace/files/sizes/sized";

/** All files in one document together; beyond that a browser opens it no more in reasonable time. */
const maxInlineBytes = 64 * 1024 * 1024;

export interface InlineOptions {
  readonly deck: Deck;
  readonly notes?: boolean;
  /** Pixels across that are enough for a picture; without it pictures come as they are. */
  readonly pictureWidth?: PictureWidth;
}

/**
 * How a document in one file finds the deck's own files: in itself, as data addresses. What is not there, or would make it
 * too large, keeps its address, and the document says that it had to stay away.
 */
export async function inlineAddresses(
  ground: SizedGround,
  deckId: DeckId,
  { deck, notes, pictureWidth }: InlineOptions,
): Promise<NonNullable<RenderOptions["resolveUrl"]>> {
  const files = await readDataUrls(ground, deckId, { paths: namedFiles(deck, { notes }), pictureWidth });
  return (url, kind) => (kind === "link" ? url : (files.get(deckFilePath(url) ?? "") ?? url));
}

async function readDataUrls(
  ground: SizedGround,
  deckId: DeckId,
  { paths, pictureWidth }: Pick<InlineOptions, "pictureWidth"> & { readonly paths: ReadonlySet<string> },
): Promise<ReadonlyMap<string, string>> {
  const urls = new Map<string, string>();
  if (paths.size === 0) return urls;
  const store = openFileStore(ground);
  let left = maxInlineBytes;
  for (const file of await listFiles(ground, deckId)) {
    if (!paths.has(file.path)) continue;
    const width = pictureWidth && widthFor(file.width, pictureWidth);
    const sized = width && (await sizedPicture(ground, deckId, { file, width }));
    const isSized = sized?.state === "sized";
    if (!isSized && file.byteCount > left) continue;
    const bytes = isSized ? sized.bytes : await store.get(deckId, file.sha256);
    if (!bytes || bytes.byteLength > left) continue;
    left -= bytes.byteLength;
    const type = isSized ? `image/webp;w=${width};of=${file.width}` : file.mediaType;
    urls.set(file.path, `data:${type};base64,${Buffer.from(bytes).toString("base64")}`);
  }
  return urls;
}
