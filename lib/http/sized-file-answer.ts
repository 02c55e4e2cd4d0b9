import { pictureWidths, widthFor, type PictureWidth } from "@/lib/api/picture-sizes";
import { matchesNone } from "@/lib/http/etag";
import { fileAnswer, type FileAnswerOptions } from "@/lib/http/file-answer";
import type { Runtime } from "@/lib/runtime";
import type { StoredFile } from "@/lib/workspace/files/file-row";
import { sizedKey } from "@/lib/workspace/files/file-store";
import { openFileStore } from "@/lib/workspace/files/open-file-store";
import { sizedPicture } from "@/lib/workspace/files/sizes/sized";

export interface SizedFileAnswerOptions extends Omit<FileAnswerOptions, "store"> {
  readonly ground: Pick<Runtime, "pool" | "env" | "log">;
}

/** Nobody may keep the whole picture for what is asked for while the smaller one is being made. */
const askAgain = "private, no-cache";

/** A deck's file as `fileAnswer` serves it; a picture whose address ends in `?w=640`, `1280` or `2560` that many pixels across, where that is smaller. */
export async function sizedFileAnswer(request: Request, { ground, ...options }: SizedFileAnswerOptions): Promise<Response> {
  const { deckId, file, cacheControl } = options;
  const store = openFileStore(ground);
  const width = askedWidth(request, file);
  if (width === undefined) return fileAnswer(request, { ...options, store });
  const sized = { ...file, sha256: sizedKey(file.sha256, width), mediaType: "image/webp" };
  if (matchesNone(request.headers, `"${sized.sha256}"`)) return fileAnswer(request, { ...options, file: sized, store });
  const picture = await sizedPicture(ground, deckId, { file, width });
  if (picture.state !== "sized") return fileAnswer(request, { ...options, store, cacheControl: picture.state === "later" ? askAgain : cacheControl });
  const { bytes } = picture;
  const read = { get: async (...[, , range]: Parameters<typeof store.get>) => bytes.slice(range?.start, range?.end) };
  return fileAnswer(request, { ...options, store: read, file: { ...sized, byteCount: bytes.byteLength } });
}

/** A width that nobody offers is none: addresses with all other numbers show the picture as it is. */
function askedWidth(request: Request, { width }: StoredFile): PictureWidth | undefined {
  const asked = new URL(request.url).searchParams.get("w");
  const known = pictureWidths.find((one) => String(one) === asked);
  return known && widthFor(width, known);
}
