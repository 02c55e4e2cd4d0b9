import { fromText, hasText, joinBytes, textAt, toUint32Little, uint32Little } from "./bytes";
import { readOrientation, writeOrientation, type Orientation } from "./orientation";

/** Chunks that decide how the picture looks (WebP container specification); all others are words about it. */
const lookChunks: ReadonlySet<string> = new Set(["VP8X", "VP8 ", "VP8L", "ALPH", "ANIM", "ANMF", "ICCP"]);

const headerBytes = 12;
/** Bits of VP8X' first byte that say which chunks there are. */
const hasExif = 0x08;
const hasXmp = 0x04;

/** A WebP without camera data and words; profile and how it is turned stay. Undefined where the file is damaged. */
export function stripWebp(bytes: Uint8Array): Uint8Array | undefined {
  const kept: Uint8Array[] = [];
  let orientation: Orientation = 1;
  const fileEnd = Math.min(bytes.length, 8 + uint32Little(bytes, 4));
  for (let at = headerBytes; at + 8 <= fileEnd;) {
    const length = uint32Little(bytes, at + 4);
    const end = at + 8 + length;
    if (end > fileEnd) return undefined;
    const type = textAt(bytes, at, 4);
    if (type === "EXIF") orientation = readOrientation(exifBlock(bytes.subarray(at + 8, end)));
    if (lookChunks.has(type)) kept.push(bytes.subarray(at, end), ...padding(length));
    at = end + (length % 2);
  }
  const extended = kept[0];
  if (extended === undefined || !kept.some((chunk) => /^VP8[ L]|^ANMF/.test(textAt(chunk, 0, 4)))) return undefined;
  if (textAt(extended, 0, 4) === "VP8X") {
    kept[0] = withFlags(extended, orientation !== 1);
    // Only the extended form may carry it; a picture in the simple form has no Exif in the first place.
    if (orientation !== 1) kept.push(exifChunk(orientation));
  }
  const body = joinBytes([fromText("WEBP"), ...kept]);
  return joinBytes([fromText("RIFF"), toUint32Little(body.length), body]);
}

function withFlags(extended: Uint8Array, keepsExif: boolean): Uint8Array {
  const changed = extended.slice();
  const flags = (changed[8] ?? 0) & ~(hasExif | hasXmp);
  changed[8] = keepsExif ? flags | hasExif : flags;
  return changed;
}

/** Some programs put JPEG's mark before the block. */
function exifBlock(chunk: Uint8Array): Uint8Array {
  return hasText(chunk, 0, "Exif\0\0") ? chunk.subarray(6) : chunk;
}

function exifChunk(orientation: Orientation): Uint8Array {
  const block = writeOrientation(orientation);
  return joinBytes([fromText("EXIF"), toUint32Little(block.length), block, ...padding(block.length)]);
}

/** Chunks begin at even places. */
function padding(length: number): readonly Uint8Array[] {
  return length % 2 === 0 ? [] : [Uint8Array.of(0)];
}
