import type { DeckId } from "@/lib/api/ids";
import type { Database } from "@/lib/workspace/database";
import type { FileStore } from "@/lib/workspace/files/file-store";
import { listFiles } from "@/lib/workspace/files/list";

/** All files in one document together; beyond that a browser opens it no more in reasonable time. */
const maxInlineBytes = 64 * 1024 * 1024;

/** These files of a deck as data addresses, by path; one that is not there, or would make the document too large, is left out. */
export async function readDataUrls(
  { pool }: Pick<Database, "pool">,
  deckId: DeckId,
  { store, paths }: { readonly store: FileStore; readonly paths: ReadonlySet<string> },
): Promise<ReadonlyMap<string, string>> {
  const urls = new Map<string, string>();
  if (paths.size === 0) return urls;
  let left = maxInlineBytes;
  for (const { path, sha256, mediaType, byteCount } of await listFiles({ pool }, deckId)) {
    if (!paths.has(path) || byteCount > left) continue;
    const bytes = await store.get(deckId, sha256);
    if (!bytes) continue;
    left -= byteCount;
    urls.set(path, `data:${mediaType};base64,${Buffer.from(bytes).toString("base64")}`);
  }
  return urls;
}
