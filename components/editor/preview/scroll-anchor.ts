/** What stood at the top of the viewport before a change: a slide and how far below the top edge it began. */
export interface ScrollAnchor {
  readonly key: string;
  readonly offsetPx: number;
}

export interface SlideBoxes {
  /** Height of one slide with the gap after it. */
  readonly rowPx: number;
  /** Space above the first slide. */
  readonly leadPx: number;
}

/** The first slide that is at least half in view, so that what is being read is what stays. */
export function takeAnchor(keys: readonly string[], scrollTopPx: number, { rowPx, leadPx }: SlideBoxes): ScrollAnchor | undefined {
  if (rowPx <= 0) return undefined;
  const index = Math.min(Math.max(0, Math.round((scrollTopPx - leadPx) / rowPx)), keys.length - 1);
  const key = keys[index];
  return key === undefined ? undefined : { key, offsetPx: leadPx + index * rowPx - scrollTopPx };
}

/**
 * The scroll position that puts the anchor back where it was. When its slide is gone, the nearest one before it that
 * is still there takes its place; undefined where nothing is left to hold on to.
 */
export function restoreAnchor(
  anchor: ScrollAnchor,
  before: readonly string[],
  after: readonly string[],
  { rowPx, leadPx }: SlideBoxes,
): number | undefined {
  const places = new Map(after.map((key, index) => [key, index]));
  for (let index = before.indexOf(anchor.key); index >= 0; index -= 1) {
    const place = places.get(before[index] ?? "");
    if (place !== undefined) return leadPx + place * rowPx - anchor.offsetPx;
  }
  return undefined;
}
