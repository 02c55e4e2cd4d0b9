import type { ChartSize, ChartTable } from "./chart";
import { decimalsOf, formatNumber } from "./number";
import { label, labelSize, seriesClass, shorten, tag, tip, widthOf } from "./svg";

const rowHeight = 52;

/** A pie or a ring, and beside it (below it in a narrow drawing) what each part is, its number and its share. */
export function drawPie(table: ChartTable, isRing: boolean, { width, height }: ChartSize): string {
  const cells = table.series[0]?.cells ?? [];
  const values = cells.map((cell) => cell.value ?? 0);
  const sum = values.reduce((total, value) => total + value, 0);
  const listHeight = values.length * rowHeight;
  const isBeside = width > 700;
  const radius = Math.min((isBeside ? height : height - listHeight - 24) / 2 - 4, isBeside ? width * 0.25 : width / 2 - 4, 230);
  const center = isBeside ? { x: width * 0.08 + radius, y: height / 2 } : { x: width / 2, y: radius + 4 };
  const inner = isRing ? radius * 0.62 : 0;
  let turned = 0;
  const parts = values.map((value, index) => {
    const from = turned;
    turned += value / sum;
    const said = `${table.categories[index] ?? ""}: ${cells[index]?.text ?? ""}`;
    return value === 0
      ? ""
      : tag("path", { d: slice(center, { radius, inner, from, to: turned }), class: `${seriesClass(index)} chart-slice` }, tip(said));
  });
  const total = isRing && !table.unit.after.includes("%") ? ringTotal(table, values, { ...center, inner, sum }) : "";
  const list = isBeside
    ? { left: center.x + radius + 84, right: width, top: (height - listHeight) / 2 }
    : { left: 0, right: width, top: center.y + radius + 24 };
  return (
    parts.join("") +
    total +
    drawList(
      table,
      values.map((value) => value / sum),
      list,
    )
  );
}

function drawList(
  table: ChartTable,
  shares: readonly number[],
  { left, right, top }: { readonly left: number; readonly right: number; readonly top: number },
): string {
  const cells = table.series[0]?.cells ?? [];
  const isPercent = table.unit.after.includes("%");
  const valueWidth = Math.max(...cells.map((cell) => widthOf(cell.text, labelSize))) + 6;
  const shareWidth = isPercent ? 0 : 86;
  const nameWidth = right - left - valueWidth - shareWidth - 62;
  const names = table.categories.map((name) => shorten(name, nameWidth, labelSize));
  const valueX = Math.min(left + 62 + Math.max(...names.map((name) => widthOf(name, labelSize))) + valueWidth, right - shareWidth);
  return names
    .map((name, index) => {
      const y = top + rowHeight * index;
      const value = label(cells[index]?.text ?? "", { x: valueX, y: y + 34, class: "chart-value end" });
      const share = isPercent
        ? ""
        : label(`${formatNumber((shares[index] ?? 0) * 100, 0)} %`, { x: valueX + 86, y: y + 34, class: "chart-tick end" });
      const swatch = tag("rect", { x: left, y: y + 14, width: 24, height: 24, rx: 5, class: seriesClass(index) });
      return swatch + label(name, { x: left + 38, y: y + 34, class: "chart-name" }) + value + share;
    })
    .join("");
}

interface Slice {
  readonly radius: number;
  readonly inner: number;
  /** Shares of a full turn from the top, clockwise. */
  readonly from: number;
  readonly to: number;
}

function slice(center: { readonly x: number; readonly y: number }, { radius, inner, from, to }: Slice): string {
  // A full turn has no two ends: it stops a hair before itself.
  const end = Math.min(to, from + 0.99999);
  const point = (turn: number, r: number) =>
    `${(center.x + r * Math.sin(turn * 2 * Math.PI)).toFixed(2)} ${(center.y - r * Math.cos(turn * 2 * Math.PI)).toFixed(2)}`;
  const large = end - from > 0.5 ? 1 : 0;
  const outside = `M${point(from, radius)}A${radius.toFixed(2)} ${radius.toFixed(2)} 0 ${large} 1 ${point(end, radius)}`;
  const inside =
    inner === 0
      ? `L${center.x.toFixed(2)} ${center.y.toFixed(2)}`
      : `L${point(end, inner)}A${inner.toFixed(2)} ${inner.toFixed(2)} 0 ${large} 0 ${point(from, inner)}`;
  return `${outside}${inside}z`;
}

function ringTotal(
  table: ChartTable,
  values: readonly number[],
  { x, y, inner, sum }: { readonly x: number; readonly y: number; readonly inner: number; readonly sum: number },
): string {
  const text = `${table.unit.before}${formatNumber(sum, decimalsOf(values))}${table.unit.after}`;
  const size = Math.min(60, (inner * 1.6) / (widthOf(text, 1) || 1));
  return label(text, { x, y: y + size * 0.35, "font-size": size, class: "chart-total middle" });
}
