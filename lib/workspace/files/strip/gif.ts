import { joinBytes, textAt } from "./bytes";

/** Applications whose extensions decide how the picture looks: how often it repeats, and its colours. */
const lookApplications: ReadonlySet<string> = new Set(["NETSCAPE2.0", "ANIMEXTS1.0", "ICCRGBG1012"]);

const image = 0x2c;
const extension = 0x21;
const trailer = 0x3b;
const commentLabel = 0xfe;
const applicationLabel = 0xff;

/** A GIF without comments and what programs wrote beside the picture (GIF89a, 17 to 27). Undefined where it is damaged. */
export function stripGif(bytes: Uint8Array): Uint8Array | undefined {
  const screenEnd = 13 + colorTableBytes(bytes[10] ?? 0);
  const kept: Uint8Array[] = [bytes.subarray(0, screenEnd)];
  let hasPicture = false;
  for (let at = screenEnd; at < bytes.length;) {
    if (bytes[at] === trailer) return hasPicture ? joinBytes([...kept, Uint8Array.of(trailer)]) : undefined;
    const dataStart = startOfData(bytes, at);
    const end = dataStart === undefined ? undefined : endOfBlocks(bytes, dataStart);
    if (end === undefined) break;
    hasPicture ||= bytes[at] === image;
    if (isKept(bytes, at)) kept.push(bytes.subarray(at, end));
    at = end;
  }
  // Cut off: browsers show what is there.
  return hasPicture ? joinBytes([...kept, Uint8Array.of(trailer)]) : undefined;
}

function isKept(bytes: Uint8Array, at: number): boolean {
  if (bytes[at] === image) return true;
  const label = bytes[at + 1];
  if (label === commentLabel) return false;
  return label !== applicationLabel || lookApplications.has(textAt(bytes, at + 3, 11));
}

/** Where the sub-blocks of an image or extension begin; undefined where neither begins here. */
function startOfData(bytes: Uint8Array, at: number): number | undefined {
  if (bytes[at] === extension) return at + 2;
  return bytes[at] === image ? at + 10 + colorTableBytes(bytes[at + 9] ?? 0) + 1 : undefined;
}

function colorTableBytes(packed: number): number {
  return packed & 0x80 ? 3 * 2 ** ((packed & 7) + 1) : 0;
}

/** After the empty sub-block that ends a run of them; undefined where the file ends before. */
function endOfBlocks(bytes: Uint8Array, from: number): number | undefined {
  let at = from;
  while (at < bytes.length) {
    const size = bytes[at] ?? 0;
    at += 1 + size;
    if (size === 0) return at;
  }
  return undefined;
}
