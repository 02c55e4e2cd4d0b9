/** Height of one row of the rail: thumbnail and gap. The style sheet draws rows of this height. */
export const railRowPx = 84;
/** From the border of two rows up to the middle between their thumbnails. */
export const railGapPx = 7;

/** Which rows of a long list are in the document: from `first` to before `end`. */
export interface RowWindow {
  readonly first: number;
  readonly end: number;
}

export interface Viewport {
  readonly scrollTopPx: number;
  readonly heightPx: number;
}

/** Rows kept alive beyond each edge, so that a quick flick of the wheel shows no blanks. */
const overscanRows = 4;

/** The rows of `count`, all `rowPx` high, that a viewport shows; never empty while there are rows. */
export function windowRows(count: number, rowPx: number, { scrollTopPx, heightPx }: Viewport): RowWindow {
  const first = clamp(Math.floor(scrollTopPx / rowPx) - overscanRows, 0, Math.max(0, count - 1));
  const end = clamp(Math.ceil((scrollTopPx + heightPx) / rowPx) + overscanRows, Math.min(count, first + 1), count);
  return { first, end };
}

/** The scroll position that brings a box into view with as little movement as possible. */
export function scrollIntoViewTop(box: { readonly topPx: number; readonly heightPx: number }, view: Viewport, marginPx = 0): number {
  const top = box.topPx - marginPx;
  const bottom = box.topPx + box.heightPx + marginPx;
  if (bottom - top > view.heightPx || top < view.scrollTopPx) return Math.max(0, top);
  return bottom > view.scrollTopPx + view.heightPx ? bottom - view.heightPx : view.scrollTopPx;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
