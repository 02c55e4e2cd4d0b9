import { detectMedia } from "@/lib/api/media-kind";
import { maxFileBytes } from "@/lib/api/limits";
import { AppError } from "@/lib/errors";
import { stripGif } from "@/lib/workspace/files/strip/gif";
import { stripJpeg } from "@/lib/workspace/files/strip/jpeg";
import { stripPng } from "@/lib/workspace/files/strip/png";
import { stripWebp } from "@/lib/workspace/files/strip/webp";
import { maxSvgBytes, sanitizeSvg } from "@/lib/workspace/files/svg/sanitize-svg";

/** A file as a deck keeps it: known by its content, without what people don't know they hand on. */
export interface CleanMedia {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  /** What its name may end in; the first is the usual one. */
  readonly extensions: readonly [string, ...string[]];
}

const strippers: Readonly<Record<string, (bytes: Uint8Array) => Uint8Array | undefined>> = {
  "image/jpeg": stripJpeg,
  "image/png": stripPng,
  "image/gif": stripGif,
  "image/webp": stripWebp,
};

/** Checks and cleans what somebody wants to add. Throws 413 or 415 with a sentence that begins with `name`. */
export function cleanMedia(bytes: Uint8Array, name: string): CleanMedia {
  if (bytes.byteLength > maxFileBytes) throw fileTooLarge(name);
  const detected = detectMedia(bytes, name);
  if (detected.state === "refused") throw new AppError("unsupported-media", detected.sentence);
  const { mediaType, extensions } = detected.kind;
  if (mediaType === "image/svg+xml") return { bytes: cleanSvg(bytes, name), mediaType, extensions };
  const strip = strippers[mediaType];
  const stripped = strip === undefined ? bytes : strip(bytes);
  if (stripped === undefined)
    throw new AppError("unsupported-media", `${name} is damaged: it can't be read to its end. Save it again, and use that.`);
  return { bytes: stripped, mediaType, extensions };
}

export function fileTooLarge(name: string): AppError {
  return new AppError("too-large", `${name} is larger than ${maxFileBytes / (1024 * 1024)} MiB. Make it smaller, or link to it where it is.`);
}

function cleanSvg(bytes: Uint8Array, name: string): Uint8Array {
  if (bytes.byteLength > maxSvgBytes) {
    throw new AppError(
      "too-large",
      `${name} is larger than ${maxSvgBytes / (1024 * 1024)} MiB, too much for an SVG on a slide. Save it as PNG, and use that.`,
    );
  }
  const result = sanitizeSvg(decode(bytes, name));
  if (result.state === "refused") throw new AppError("unsupported-media", `${name} ${result.why}.`);
  return new TextEncoder().encode(result.text);
}

function decode(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new AppError("unsupported-media", `${name} is not in UTF-8. Save it with that encoding, and use that.`, { cause });
  }
}
