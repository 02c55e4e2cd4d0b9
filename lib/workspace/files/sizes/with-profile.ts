import { fromText, joinBytes, textAt, toUint32Little, uint32Little } from "@/lib/workspace/files/strip/bytes";

/** Bits of VP8X' first byte. */
const hasProfile = 0x20;
const hasAlpha = 0x10;

const headerBytes = 12;
const chunkHeadBytes = 8;

/** A still WebP whose numbers are meant in this colour profile: the profile stands before the picture, in the extended form of the container. */
export function withProfile(
  webp: Uint8Array,
  { profile, width, height }: { readonly profile: Uint8Array; readonly width: number; readonly height: number },
): Uint8Array {
  const isExtended = textAt(webp, headerBytes, 4) === "VP8X";
  const flags = isExtended ? (webp[headerBytes + chunkHeadBytes] ?? 0) : losslessAlpha(webp);
  const extended = joinBytes([Uint8Array.of(flags | hasProfile, 0, 0, 0), toUint24(width - 1), toUint24(height - 1)]);
  const picture = webp.subarray(isExtended ? headerBytes + chunkHeadBytes + uint32Little(webp, headerBytes + 4) : headerBytes);
  const body = joinBytes([fromText("WEBP"), chunk("VP8X", extended), chunk("ICCP", profile), picture]);
  return joinBytes([fromText("RIFF"), toUint32Little(body.length), body]);
}

/** A lossless picture says in its own head whether it can be seen through (bit 28 after the signature). */
function losslessAlpha(webp: Uint8Array): number {
  const isLossless = textAt(webp, headerBytes, 4) === "VP8L";
  return isLossless && (uint32Little(webp, headerBytes + chunkHeadBytes + 1) >>> 28) % 2 === 1 ? hasAlpha : 0;
}

function chunk(type: string, body: Uint8Array): Uint8Array {
  return joinBytes([fromText(type), toUint32Little(body.length), body, new Uint8Array(body.length % 2)]);
}

function toUint24(value: number): Uint8Array {
  return toUint32Little(value).subarray(0, 3);
}
