import type { ChartCell, ChartTable } from "./chart";
import { decimalsOf, formatNumber } from "./number";

/** One bar, along an axis of values and across the band of its category. */
export interface Bar {
  readonly category: number;
  readonly series: number;
  /** Where it starts in its category's band and how much of it it takes, as shares. */
  readonly offset: number;
  readonly breadth: number;
  readonly from: number;
  readonly to: number;
  /** Nothing is stacked on it: its end is round. */
  readonly isLast: boolean;
  readonly cell: ChartCell;
}

/** How much of a band its bars take; a group needs a little more. */
const soloShare = 0.64;
const groupShare = 0.78;

/** Lays bars side by side, or one on the other: positive ones away from zero upwards, negative ones downwards. */
export function layBars({ categories, series }: ChartTable, isStacked: boolean): readonly Bar[] {
  const share = series.length === 1 || isStacked ? soloShare : groupShare;
  const breadth = isStacked ? share : share / series.length;
  return categories.flatMap((_, category) => {
    const bars: Bar[] = [];
    let up = 0;
    let down = 0;
    for (const [index, { cells }] of series.entries()) {
      const cell = cells[category];
      if (cell?.value === undefined) continue;
      const from = !isStacked ? 0 : cell.value < 0 ? down : up;
      const to = from + cell.value;
      if (cell.value < 0) down = to;
      else up = to;
      const offset = (1 - share) / 2 + (isStacked ? 0 : index * breadth);
      bars.push({ category, series: index, offset, breadth, from, to, isLast: true, cell });
    }
    return isStacked ? bars.map((bar, index) => ({ ...bar, isLast: isOutermost(bar, bars.slice(index + 1)) })) : bars;
  });
}

function isOutermost(bar: Bar, above: readonly Bar[]): boolean {
  return !above.some((other) => other.to !== other.from && other.to < other.from === bar.to < bar.from);
}

/** What a whole stack comes to, as its bars' labels would say it; undefined where the stack has a negative part. */
export function sumOf(bars: readonly Bar[], { unit, series }: ChartTable): string | undefined {
  if (bars.length < 2 || bars.some((bar) => bar.to < bar.from)) return undefined;
  const values = series.flatMap(({ cells }) => cells.flatMap((cell) => (cell.value === undefined ? [] : [cell.value])));
  const sum = bars.reduce((total, bar) => total + bar.to - bar.from, 0);
  return `${unit.before}${formatNumber(sum, decimalsOf(values))}${unit.after}`;
}

const radius = 5;

/** The outline of a bar whose far end is round. `towards` is where its value grows. */
export function barPath(
  { x, y, width, height }: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  towards: "up" | "down" | "left" | "right" | undefined,
): string {
  const r = Math.min(radius, width / 2, height / 2);
  const corner = (isRound: boolean, dx: number, dy: number) =>
    isRound ? `a${n(r)} ${n(r)} 0 0 1 ${n(dx * r)} ${n(dy * r)}` : `l${n(dx * r)} 0l0 ${n(dy * r)}`;
  const square = (dx: number, dy: number) => `l0 ${n(dy * r)}l${n(dx * r)} 0`;
  const topLeft = towards === "up" || towards === "left";
  const topRight = towards === "up" || towards === "right";
  const bottomRight = towards === "down" || towards === "right";
  const bottomLeft = towards === "down" || towards === "left";
  return [
    `M${n(x)} ${n(y + r)}`,
    topLeft ? corner(true, 1, -1) : square(1, -1),
    `h${n(width - 2 * r)}`,
    corner(topRight, 1, 1),
    `v${n(height - 2 * r)}`,
    bottomRight ? corner(true, -1, 1) : square(-1, 1),
    `h${n(2 * r - width)}`,
    corner(bottomLeft, -1, -1),
    "z",
  ].join("");
}

function n(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** What a bar stands for, in words. */
export function nameOf({ category, series, cell }: Bar, table: ChartTable): string {
  return `${table.categories[category] ?? ""}, ${table.series[series]?.name ?? ""}: ${cell.text}`;
}
