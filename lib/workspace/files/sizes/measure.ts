import { pictureWidths } from "@/lib/api/picture-sizes";
import { readStill } from "@/lib/workspace/files/sizes/read-still";

/** Less is sent as it is. */
const minBytes = 64 * 1024;
/** What a server may have to hold at once, four bytes a pixel, to make smaller ones. */
const maxPixels = 64_000_000;
/** A WebP has up to 16383 pixels on a side: the widest that is made of a picture has them. */
const maxSteepness = 6;

/** Pixels across a picture as it shows, if smaller ones can and should be made of it; 0 where not. */
export function measureWidth(bytes: Uint8Array, mediaType: string): number {
  const still = bytes.byteLength < minBytes ? undefined : readStill(bytes, mediaType);
  if (still === undefined || still.width * still.height > maxPixels) return 0;
  const [width, height] = still.orientation < 5 ? [still.width, still.height] : [still.height, still.width];
  return width > pictureWidths[0] && height <= width * maxSteepness ? width : 0;
}
