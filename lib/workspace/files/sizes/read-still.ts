import { inflateSync } from "node:zlib";
import { hasText, joinBytes, textAt, uint16, uint32, uint32Little } from "@/lib/workspace/files/strip/bytes";
import { readOrientation, type Orientation } from "@/lib/workspace/files/strip/orientation";

/** What a picture's file says of itself. */
export interface StillPicture {
  /** Pixels across and down, as they lie in the file. */
  readonly width: number;
  readonly height: number;
  readonly orientation: Orientation;
  /** The colour profile that its numbers are meant in. */
  readonly profile: Uint8Array | undefined;
}

/** Larger than any profile of a camera or a screen. */
const maxProfileBytes = 1024 * 1024;

/**
 * Reads a still JPEG, PNG or WebP, as `cleanMedia` leaves them, without its pixels. Undefined for whatever smaller ones can't be
 * made of and look the same: animations, colours for print (four of them) or for bright screens, what is damaged, and what
 * says two sizes, so that nobody takes the smaller one for what the picture takes of memory.
 */
export function readStill(bytes: Uint8Array, mediaType: string): StillPicture | undefined {
  const still = readers[mediaType]?.(bytes);
  return still && still.width > 0 && still.height > 0 ? still : undefined;
}

type Found = { -readonly [Key in keyof StillPicture]: StillPicture[Key] };

const nothing = (): Found => ({ width: 0, height: 0, orientation: 1, profile: undefined });

const readers: Readonly<Record<string, (bytes: Uint8Array) => StillPicture | undefined>> = {
  "image/jpeg": readJpeg,
  "image/png": readPng,
  "image/webp": readWebp,
};

const startOfScan = 0xda;

/** ITU-T T.81, B.2.2: the frame header is one of SOF0 to SOF15, three of which are something else. */
function readJpeg(bytes: Uint8Array): StillPicture | undefined {
  const found = nothing();
  const profile: Uint8Array[] = [];
  let at = 2;
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    const end = at + 2 + uint16(bytes, at + 2);
    const segment = bytes.subarray(at + 4, end);
    at = end;
    if (marker === 0xe1 && hasText(segment, 0, "Exif\0\0")) found.orientation = readOrientation(segment.subarray(6));
    if (marker === 0xe2 && hasText(segment, 0, "ICC_PROFILE\0")) profile.push(segment.subarray(14));
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    const components = segment[5] ?? 0;
    if (isFrame && (components > 3 || found.width > 0)) return undefined;
    if (isFrame) [found.width, found.height] = [uint16(segment, 3), uint16(segment, 1)];
    if (marker === startOfScan) return { ...found, profile: profile.length > 0 ? joinBytes(profile) : undefined };
  }
  return undefined;
}

function readPng(bytes: Uint8Array): StillPicture | undefined {
  const found = nothing();
  let at = 8;
  while (at + 12 <= bytes.length) {
    const type = textAt(bytes, at + 4, 4);
    const end = at + 8 + uint32(bytes, at);
    const body = bytes.subarray(at + 8, end);
    at = end + 4;
    if (type === "acTL" || type === "cICP" || (type === "IHDR" && found.width > 0)) return undefined;
    if (type === "IHDR") [found.width, found.height] = [uint32(body, 0), uint32(body, 4)];
    if (type === "eXIf") found.orientation = readOrientation(body);
    if (type === "iCCP") found.profile = inflateProfile(body);
    if (type === "IDAT") return found;
  }
  return undefined;
}

/** A name, a zero, the method (there is one), and the profile compressed. One that can't be read is none to browsers either. */
function inflateProfile(body: Uint8Array): Uint8Array | undefined {
  try {
    return new Uint8Array(inflateSync(body.subarray(body.indexOf(0) + 2), { maxOutputLength: maxProfileBytes }));
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}

/** The WebP container. */
function readWebp(bytes: Uint8Array): StillPicture | undefined {
  const found = nothing();
  let at = 12;
  while (at + 8 <= bytes.length) {
    const type = textAt(bytes, at, 4);
    const end = at + 8 + uint32Little(bytes, at + 4);
    const body = bytes.subarray(at + 8, end);
    at = end + (end % 2);
    if (type === "ANIM" || type === "ANMF") return undefined;
    if (type === "ICCP") found.profile = body;
    if (type === "EXIF") found.orientation = readOrientation(body);
    const size = sizeOfWebp(type, body);
    if (size && found.width > 0 && (size.width !== found.width || size.height !== found.height)) return undefined;
    Object.assign(found, size);
  }
  return found;
}

/** Of the canvas and of the picture on it: one less than they are in the extended form, 14 bits long in the simple ones. */
function sizeOfWebp(type: string, body: Uint8Array): { readonly width: number; readonly height: number } | undefined {
  if (type === "VP8X") return { width: (uint32Little(body, 4) & 0xff_ffff) + 1, height: (uint32Little(body, 7) & 0xff_ffff) + 1 };
  if (type === "VP8 ") return { width: uint32Little(body, 6) & 0x3fff, height: uint32Little(body, 8) & 0x3fff };
  if (type === "VP8L") return { width: (uint32Little(body, 1) & 0x3fff) + 1, height: ((uint32Little(body, 1) >>> 14) & 0x3fff) + 1 };
  return undefined;
}
