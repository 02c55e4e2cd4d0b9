/** Which rows of a long list are in the document, and the space the others take. */
export interface ListWindow {
  readonly first: number;
  /** One after the last. */
  readonly end: number;
  readonly beforePx: number;
  readonly afterPx: number;
}

export interface ListViewport {
  readonly scrollTopPx: number;
  readonly heightPx: number;
}

/** Rows kept alive beyond each edge, so that a quick flick of the wheel shows no blanks. */
const overscanRows = 4;

/** The rows of `count`, all `rowPx` high, that a viewport shows. */
export function windowRows(count: number, rowPx: number, { scrollTopPx, heightPx }: ListViewport): ListWindow {
  const first = clamp(Math.floor(scrollTopPx / rowPx) - overscanRows, 0, Math.max(0, count - 1));
  const end = clamp(Math.ceil((scrollTopPx + heightPx) / rowPx) + overscanRows, Math.min(count, first + 1), count);
  return { first, end, beforePx: first * rowPx, afterPx: (count - end) * rowPx };
}

/** The scroll position that brings `[topPx, topPx + heightPx)` into view with as little movement as possible. */
export function scrollIntoViewTop(box: { readonly topPx: number; readonly heightPx: number }, view: ListViewport, marginPx = 0): number {
  const top = box.topPx - marginPx;
  const bottom = box.topPx + box.heightPx + marginPx;
  if (bottom - top > view.heightPx || top < view.scrollTopPx) return Math.max(0, top);
  return bottom > view.scrollTopPx + view.heightPx ? bottom - view.heightPx : view.scrollTopPx;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
