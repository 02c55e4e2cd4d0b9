import type { FileUsage } from "@/lib/api/files";

/** `640 B`, `12 KB`, `3.4 MB`: as people compare files. */
export function sizeWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  const kilobytes = bytes / 1024;
  if (kilobytes < 1000) return `${Math.max(1, Math.round(kilobytes))} KB`;
  const megabytes = kilobytes / 1024;
  return `${megabytes < 10 ? megabytes.toFixed(1) : Math.round(megabytes)} MB`;
}

/** How much room the files take, and how much is left. */
export function usageWords(count: number, { bytes, maxBytes }: FileUsage): string {
  const files = count === 1 ? "One file" : `${count} files`;
  const left = Math.max(0, maxBytes - bytes);
  return `${files}, ${sizeWords(bytes)} of ${sizeWords(maxBytes)}. ${left === 0 ? "There is no room left: delete what is unused." : `${sizeWords(left)} are left.`}`;
}

/** On which slides a file shows, as far as they fit in a line. */
export function slideWords(slides: readonly number[]): string {
  if (slides.length === 0) return "Unused";
  if (slides.length === 1) return `Slide ${slides[0]}`;
  return slides.length <= 3 ? `Slides ${slides.slice(0, -1).join(", ")} and ${slides.at(-1)}` : `${slides.length} slides`;
}
