/** The card that an arrow key leads to in a grid of `count` cards, `columns` in a row; undefined where it leads nowhere. */
export function gridTarget(key: string, from: number, { count, columns }: { readonly count: number; readonly columns: number }): number | undefined {
  const to = targetOf(key, from, count, columns);
  return to === undefined || to < 0 || to >= count || to === from ? undefined : to;
}

function targetOf(key: string, from: number, count: number, columns: number): number | undefined {
  switch (key) {
    case "ArrowRight":
      return from + 1;
    case "ArrowLeft":
      return from - 1;
    case "ArrowDown":
      // The last row may be short: its last card is then below.
      return Math.floor(from / columns) < Math.floor((count - 1) / columns) ? Math.min(from + columns, count - 1) : undefined;
    case "ArrowUp":
      return from - columns;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return undefined;
  }
}
