import type * as Image from "@napi-rs/image";
import type { PictureWidth } from "@/lib/api/picture-sizes";
import type { Log } from "@/lib/log";
import { readStill } from "@/lib/workspace/files/sizes/read-still";
import { withProfile } from "@/lib/workspace/files/sizes/with-profile";
import { hasText } from "@/lib/workspace/files/strip/bytes";

export type ImageLibrary = typeof Image;

/** Of 100, for photographs. */
const quality = 80;
/** Drawings, charts and pictures of screens are that small as PNG: they stay as sharp as they are. */
const drawingBytesPerPixel = 0.5;

let library: Promise<ImageLibrary | undefined> | undefined;

/** What makes pictures smaller; undefined on a platform that it has no part for, which is said once. */
export function loadImageLibrary(log: Log): Promise<ImageLibrary | undefined> {
  library ??= import("@napi-rs/image").catch((error: unknown) => {
    log.warn({ err: error }, "pictures are served in the size in which they were added: the library that makes smaller ones does not load here");
    return undefined;
  });
  return library;
}

/**
 * A still picture as WebP, so many pixels across, upright, in its own colours and with nothing beside them. It is read and
 * written by threads of the library. Undefined for what is none, or would not become smaller. Throws what the library says of
 * bytes that it can't read.
 */
export async function makeSized(
  { Transformer, ResizeFit, FastResizeFilter }: ImageLibrary,
  bytes: Uint8Array,
  { mediaType, width }: { readonly mediaType: string; readonly width: PictureWidth },
): Promise<Uint8Array | undefined> {
  const still = readStill(bytes, mediaType);
  if (still === undefined) return undefined;
  const isUpright = still.orientation < 5;
  const height = Math.max(1, Math.round((width * (isUpright ? still.height : still.width)) / (isUpright ? still.width : still.height)));
  const picture = new Transformer(bytes);
  if (still.orientation !== 1) picture.rotate(still.orientation);
  picture.fastResize({ width, height, fit: ResizeFit.Fill, filter: FastResizeFilter.Lanczos3 });
  const isDrawing = mediaType === "image/png" && bytes.byteLength < still.width * still.height * drawingBytesPerPixel;
  const webp = await (isDrawing ? picture.webpLossless() : picture.webp(quality));
  const { profile } = still;
  // A profile of grey says nothing of red, green and blue.
  const made = profile && hasText(profile, 16, "RGB ") ? withProfile(webp, { profile, width, height }) : webp;
  return made.byteLength < bytes.byteLength ? made : undefined;
}
