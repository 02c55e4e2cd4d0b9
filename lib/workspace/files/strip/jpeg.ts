import { fromText, hasText, joinBytes, toUint16, uint16 } from "./bytes";
import { readOrientation, writeOrientation, type Orientation } from "./orientation";

/** Markers of ITU-T T.81, table B.1. */
const startOfScan = 0xda;
const endOfImage = 0xd9;
const comment = 0xfe;
const app0 = 0xe0;
const app1 = 0xe1;
const app15 = 0xef;

/** The fixed part of a JFIF segment, before its thumbnail. */
const jfifBytes = 18;
const exifMark = "Exif\0\0";

/**
 * A JPEG without what its camera and programs wrote beside the picture: place, time, owner, thumbnails, comments. The
 * colour profile and how the camera was held stay. Undefined where the file is damaged.
 */
export function stripJpeg(bytes: Uint8Array): Uint8Array | undefined {
  const kept: Uint8Array[] = [];
  let orientation: Orientation = 1;
  let hasScan = false;
  let at = 2;
  while (at + 1 < bytes.length) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    if (marker === endOfImage) break;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const end = isAlone(marker) ? at + 2 : at + 2 + uint16(bytes, at + 2);
    if (end > bytes.length || end < at + 2) break;
    const segment = bytes.subarray(at, end);
    if (marker === app1 && hasText(segment, 4, exifMark)) orientation = readOrientation(segment.subarray(4 + exifMark.length));
    const clean = cleanSegment(marker, segment);
    if (clean) kept.push(clean);
    at = end;
    if (marker === startOfScan) {
      hasScan = true;
      at = endOfScan(bytes, end);
      kept.push(bytes.subarray(end, at));
    }
  }
  if (!hasScan) return undefined;
  const isJfif = kept[0]?.[1] === app0;
  if (orientation !== 1) kept.splice(isJfif ? 1 : 0, 0, exifSegment(orientation));
  // A picture that was cut off gets its end, as browsers would see it; what hangs behind the end goes.
  return joinBytes([Uint8Array.of(0xff, 0xd8), ...kept, Uint8Array.of(0xff, endOfImage)]);
}

/** Markers without a length: restarts and the temporary one. */
function isAlone(marker: number): boolean {
  return marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
}

function cleanSegment(marker: number, segment: Uint8Array): Uint8Array | undefined {
  if (marker === comment) return undefined;
  if (marker < app0 || marker > app15) return segment;
  if (marker === app0 && hasText(segment, 4, "JFIF\0") && segment.length >= jfifBytes) return withoutThumbnail(segment);
  const isProfile = marker === 0xe2 && hasText(segment, 4, "ICC_PROFILE\0");
  // Says how colours are coded; without it some pictures come out inverted.
  const isAdobe = marker === 0xee && hasText(segment, 4, "Adobe");
  return isProfile || isAdobe ? segment : undefined;
}

function withoutThumbnail(segment: Uint8Array): Uint8Array {
  const clean = segment.slice(0, jfifBytes);
  clean.set(toUint16(jfifBytes - 2), 2);
  clean.set([0, 0], jfifBytes - 2);
  return clean;
}

/** Where coded data ends: at a marker that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  let at = bytes.indexOf(0xff, from);
  while (at !== -1 && at + 1 < bytes.length) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
    at = bytes.indexOf(0xff, at + (next === 0xff ? 1 : 2));
  }
  return bytes.length;
}

function exifSegment(orientation: Orientation): Uint8Array {
  const block = joinBytes([fromText(exifMark), writeOrientation(orientation)]);
  return joinBytes([Uint8Array.of(0xff, app1), toUint16(block.length + 2), block]);
}
