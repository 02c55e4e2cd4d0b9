export interface RailView {
  /** Of the pointer, below the top of the rows. */
  readonly offsetPx: number;
  readonly rowPx: number;
  readonly count: number;
}

/** Before which row something dropped here goes; `count` means behind the last. */
export function dropPlace({ offsetPx, rowPx, count }: RailView): number {
  return Math.min(Math.max(0, Math.round(offsetPx / rowPx)), count);
}

/** How near an edge the rail scrolls by itself, and how fast at most. */
const edgePx = 48;
const mostPxPerFrame = 14;

/** How far to scroll in this frame for a pointer at `pointerPx` of a viewport: faster the nearer the edge. */
export function edgeScrollPx(pointerPx: number, heightPx: number): number {
  if (pointerPx < edgePx) return -mostPxPerFrame * Math.min(1, (edgePx - pointerPx) / edgePx);
  const below = pointerPx - (heightPx - edgePx);
  return below > 0 ? mostPxPerFrame * Math.min(1, below / edgePx) : 0;
}
