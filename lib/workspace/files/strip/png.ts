import { crc32 } from "node:zlib";
import { fromText, joinBytes, textAt, toUint32, uint32 } from "./bytes";
import { readOrientation, writeOrientation, type Orientation } from "./orientation";

/** Chunks that decide how the picture looks (PNG 3rd edition, 11; animation included); all others are words about it. */
const lookChunks: ReadonlySet<string> = new Set([
  "IHDR",
  "PLTE",
  "IDAT",
  "IEND",
  "tRNS",
  "cHRM",
  "gAMA",
  "iCCP",
  "sBIT",
  "sRGB",
  "cICP",
  "mDCV",
  "cLLI",
  "bKGD",
  "hIST",
  "pHYs",
  "sPLT",
  "acTL",
  "fcTL",
  "fdAT",
]);

const signatureBytes = 8;

/** A PNG without texts, times and camera data; how it is turned stays. Undefined where the file is damaged. */
export function stripPng(bytes: Uint8Array): Uint8Array | undefined {
  const kept: Uint8Array[] = [bytes.subarray(0, signatureBytes)];
  let orientation: Orientation = 1;
  let hasPicture = false;
  for (let at = signatureBytes; at + 12 <= bytes.length;) {
    const length = uint32(bytes, at);
    const type = textAt(bytes, at + 4, 4);
    const end = at + 12 + length;
    if (end > bytes.length) return undefined;
    if (type === "eXIf") orientation = readOrientation(bytes.subarray(at + 8, end - 4));
    // It has to stand before the picture's data.
    if (type === "IDAT" && !hasPicture && orientation !== 1) kept.push(exifChunk(orientation));
    hasPicture ||= type === "IDAT";
    if (lookChunks.has(type)) kept.push(bytes.subarray(at, end));
    if (type === "IEND") return hasPicture ? joinBytes(kept) : undefined;
    at = end;
  }
  return undefined;
}

function exifChunk(orientation: Orientation): Uint8Array {
  const body = joinBytes([fromText("eXIf"), writeOrientation(orientation)]);
  return joinBytes([toUint32(body.length - 4), body, toUint32(crc32(body))]);
}
