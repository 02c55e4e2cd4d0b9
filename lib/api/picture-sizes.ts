/**
 * How many pixels across a picture of a deck is served, beside all that it has: for lists, for slides on a phone and in the
 * editor, and for slides that fill a screen of many pixels.
 */
export const pictureWidths = [640, 1280, 2560] as const;
export type PictureWidth = (typeof pictureWidths)[number];

/** Paths of a deck's own files; with the width of those pictures that come smaller too. */
export type FileWidths = ReadonlyMap<string, number | null>;

/** A smaller one has to be worth a file of its own. */
const fairStep = 1.1;

/** The smallest width that is enough for what asks for one; undefined where the picture as it is does better, or has no smaller ones. */
export function widthFor(pictureWidth: number | null | undefined, wanted: PictureWidth): PictureWidth | undefined {
  return pictureWidth != null && pictureWidth >= wanted * fairStep ? wanted : undefined;
}

/**
 * A picture's address in the width that fits. It says in `of` how wide the picture is, so that a slide may lay it out by that
 * (`lib/stage/natural-widths.ts`).
 */
export function sizedAddress(address: string, pictureWidth: number | null | undefined, wanted: PictureWidth): string {
  const width = widthFor(pictureWidth, wanted);
  return width === undefined ? address : `${address}?w=${width}&of=${pictureWidth}`;
}
