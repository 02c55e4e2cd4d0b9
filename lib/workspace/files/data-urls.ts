import type { DeckId } from "@/lib/api/ids";
import { deckFilePath, type Deck, type RenderOptions } from "@/lib/deck";
import { namedFiles } from "@/lib/stage/named-files";
import { openFileStore, type FileGround } from "@/lib/workspace/files/open-file-store";
import { listFiles } from "@/lib/workspace/files/list";

/** All files in one document together; beyond that a browser opens it no more in reasonable time. */
const maxInlineBytes = 64 * 1024 * 1024;

/**
 * How a document in one file finds the deck's own files: in itself, as data addresses. What is not there, or would make it
 * too large, keeps its address, and the document says that it had to stay away.
 */
export async function inlineAddresses(
  ground: FileGround,
  deckId: DeckId,
  { deck, notes }: { readonly deck: Deck; readonly notes?: boolean },
): Promise<NonNullable<RenderOptions["resolveUrl"]>> {
  const files = await readDataUrls(ground, deckId, namedFiles(deck, { notes }));
  return (url, kind) => (kind === "link" ? url : (files.get(deckFilePath(url) ?? "") ?? url));
}

async function readDataUrls(ground: FileGround, deckId: DeckId, paths: ReadonlySet<string>): Promise<ReadonlyMap<string, string>> {
  const urls = new Map<string, string>();
  if (paths.size === 0) return urls;
  const store = openFileStore(ground);
  let left = maxInlineBytes;
  for (const { path, sha256, mediaType, byteCount } of await listFiles(ground, deckId)) {
    if (!paths.has(path) || byteCount > left) continue;
    const bytes = await store.get(deckId, sha256);
    if (!bytes) continue;
    left -= byteCount;
    urls.set(path, `data:${mediaType};base64,${Buffer.from(bytes).toString("base64")}`);
  }
  return urls;
}
