import type { DeckId } from "@/lib/api/ids";
import { readRange } from "@/lib/http/byte-range";
import { matchesNone } from "@/lib/http/etag";
import { filePolicy } from "@/lib/http/security-headers";
import type { StoredFile } from "@/lib/workspace/files/file-row";
import type { ByteRange, FileStore } from "@/lib/workspace/files/file-store";

export interface FileAnswerOptions {
  readonly store: Pick<FileStore, "get">;
  readonly deckId: DeckId;
  readonly file: StoredFile;
  readonly cacheControl: string;
}

/** Read and sent at once: little enough that many readers fit in memory, enough that a film needs few queries. */
const chunkBytes = 512 * 1024;

/** A deck's file, or the stretch of it that is asked for; films are wound to and fro by such. 304 for who has it, 416. */
export function fileAnswer(request: Request, { store, deckId, file, cacheControl }: FileAnswerOptions): Response {
  const etag = `"${file.sha256}"`;
  const headers = new Headers({
    "content-type": file.mediaType,
    "content-security-policy": filePolicy,
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
    "accept-ranges": "bytes",
    "cache-control": cacheControl,
    etag,
  });
  if (matchesNone(request.headers, etag)) return new Response(null, { status: 304, headers });
  const asked = readRange(request.headers, { size: file.byteCount, etag });
  if (asked === "unsatisfiable") {
    headers.set("content-range", `bytes */${file.byteCount}`);
    return new Response(null, { status: 416, headers });
  }
  const range = asked ?? { start: 0, end: file.byteCount };
  headers.set("content-length", String(range.end - range.start));
  if (asked) headers.set("content-range", `bytes ${range.start}-${range.end - 1}/${file.byteCount}`);
  return new Response(streamFile(store, { deckId, file, range }), { status: asked ? 206 : 200, headers });
}

function streamFile(
  store: FileAnswerOptions["store"],
  { deckId, file, range }: { readonly deckId: DeckId; readonly file: StoredFile; readonly range: ByteRange },
): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = range.start;
  return new ReadableStream({
    pull: async (controller) => {
      const end = Math.min(at + chunkBytes, range.end);
      const bytes = end > at ? await store.get(deckId, file.sha256, { start: at, end }) : undefined;
      if (end > at && bytes?.byteLength !== end - at) return controller.error(new Error(`The bytes of ${file.path} are not all there.`));
      if (bytes) controller.enqueue(bytes);
      at = end;
      if (at >= range.end) controller.close();
    },
  });
}
