import { maxFileBytes } from "@/lib/api/limits";
import { detectMedia } from "@/lib/api/media-kind";

/** What tells a file's kind stands in here. */
const headBytes = 16 * 1024;

/** Why a file can't become part of a slide, in words; undefined where it can. Asked before anything is sent. */
export async function refuseFile(file: File): Promise<string | undefined> {
  if (isDeckText(file)) return `${file.name} is text, not a picture. To make a deck of it, drop it on the page of your decks.`;
  if (file.size > maxFileBytes) {
    return `${file.name} has ${Math.ceil(file.size / (1024 * 1024))} MiB; a file may have up to ${maxFileBytes / (1024 * 1024)}. Make it smaller, or link to it where it is.`;
  }
  const detected = detectMedia(new Uint8Array(await file.slice(0, headBytes).arrayBuffer()), file.name);
  return detected.state === "refused" ? detected.sentence : undefined;
}

function isDeckText({ name, type }: File): boolean {
  return /\.(?:md|markdown|mdx|qmd|rmd|txt|cfg|html?)$/i.test(name) || type === "text/markdown" || type === "text/plain";
}
