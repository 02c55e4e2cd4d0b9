import { readApiError, unreachableError } from "@/lib/api/api-error";
import { deckFileSchema, fileNameHeader, type DeckFile } from "@/lib/api/files";
import { readJson } from "@/lib/api/transport";

export interface UploadOptions {
  /** Its path in the deck, where it is another than the name it has on this device. */
  readonly path?: string;
  /** Told how much of the file is on its way, in percent. */
  readonly onProgress: (percent: number) => void;
  /** Gives the upload up; the promise then rejects with the signal's reason. */
  readonly signal: AbortSignal;
}

/**
 * Adds a file to a deck; the answer says what to write. Throws `ApiError`. By XMLHttpRequest, since `fetch` doesn't tell
 * how far an upload is.
 */
export async function uploadFile(deckId: string, file: File, { path = file.name, onProgress, signal }: UploadOptions): Promise<DeckFile> {
  const response = await new Promise<Response>((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", `/api/decks/${encodeURIComponent(deckId)}/files`);
    request.setRequestHeader(fileNameHeader, encodeURIComponent(path));
    request.setRequestHeader("content-type", file.type || "application/octet-stream");
    request.upload.addEventListener("progress", ({ loaded, total }) => onProgress(total === 0 ? 100 : Math.floor((100 * loaded) / total)));
    request.addEventListener("load", () => {
      const type = request.getResponseHeader("content-type");
      const headers: Record<string, string> = type === null ? {} : { "content-type": type };
      const retryAfter = request.getResponseHeader("retry-after");
      if (retryAfter !== null) headers["retry-after"] = retryAfter;
      resolve(new Response(request.responseText, { status: request.status, headers }));
    });
    request.addEventListener("error", () => reject(unreachableError(undefined)));
    request.addEventListener("abort", () => reject(signal.reason));
    signal.addEventListener("abort", () => request.abort(), { once: true });
    if (signal.aborted) reject(signal.reason);
    else request.send(file);
  });
  if (!response.ok) throw await readApiError(response);
  return readJson(deckFileSchema, response);
}
