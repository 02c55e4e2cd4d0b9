import type { Page } from "playwright-core";

/** Waits until all fonts and pictures of a page are there, also those of slides that nobody has opened. */
export function loadParts(page: Page): Promise<void> {
  return page.evaluate(loadAll);
}

/** Runs in the page, by itself: nothing of this file is there. */
async function loadAll(): Promise<void> {
  document.body.getBoundingClientRect();
  await Promise.all([...document.fonts].map((font) => font.load()));
  const images = [...document.images];
  for (const image of images) image.loading = "eager";
  // A picture that can't be read shows its words in its place, as everywhere.
  await Promise.allSettled(images.map((image) => image.decode()));
}
