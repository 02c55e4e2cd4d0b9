import { barPath, layBars, nameOf, sumOf, type Bar } from "./bars";
import type { ChartSize, ChartTable } from "./chart";
import { drawCategoryAxis } from "./category-axis";
import { legendOf } from "./legend";
import { niceScale } from "./scale";
import { label, labelSize, seriesClass, tag, tickSize, tip, widthOf, wrap } from "./svg";
import { drawValueAxis } from "./value-axis";

const lineHeight = 28;
/** Bars that are wider look like walls. */
const maxBarWidth = 150;

/** True where every category's name fits under its bars on two lines. */
export function namesFitBelow({ categories }: ChartTable, { width }: ChartSize): boolean {
  const band = (width - 60) / categories.length;
  return categories.every((name) => !wrap(name, band - 10, tickSize).some((line) => line.endsWith("…")));
}

/** Bars that stand. With room for its number each bar says it, and there is no axis to read it from. */
export function drawColumns(table: ChartTable, isStacked: boolean, size: ChartSize): string {
  const bars = layBars(table, isStacked);
  const { series } = table;
  const legend = legendOf(table, size);
  const scale = niceScale([0, ...bars.map((bar) => bar.to)], table.unit, 5);
  const bandAt = (left: number) => (size.width - left) / table.categories.length;
  const roomOf = (bar: Bar) =>
    Math.min(Math.min(bar.breadth * bandAt(0), maxBarWidth) + (isStacked ? -8 : series.length === 1 ? 14 : 2), bandAt(0) - 8);
  const isLabelled = bars.every((bar) => widthOf(bar.cell.text, tickSize) <= roomOf(bar));
  const isNamed = namesFitBelow(table, size);
  const below = (isNamed ? Math.max(...table.categories.map((name) => wrap(name, bandAt(60) - 10, tickSize).length)) : 1) * lineHeight + 14;
  const box = { left: 0, right: size.width, top: legend.height + (isLabelled ? 34 : 14), bottom: size.height - below };
  const axis = isLabelled ? { markup: "", left: 0 } : drawValueAxis(scale, box);
  const band = bandAt(axis.left);
  const yOf = (value: number) => box.bottom - scale.share(value) * (box.bottom - box.top);
  const narrowing = Math.min(1, maxBarWidth / ((bars[0]?.breadth ?? 1) * band));

  const marks = bars.map((bar) => {
    const width = bar.breadth * band * narrowing;
    const middle = axis.left + band * (bar.category + 0.5);
    const x = middle + (bar.offset - 0.5) * band * narrowing;
    const [y0, y1] = [yOf(bar.from), yOf(bar.to)];
    const gap = isStacked ? 0 : Math.min(3, width * 0.06);
    const shape = { x: x + gap / 2, y: Math.min(y0, y1), width: width - gap, height: Math.abs(y0 - y1) };
    const towards = bar.isLast ? (bar.to < bar.from ? "down" : "up") : undefined;
    return (
      tag("path", { d: barPath(shape, towards), class: seriesClass(bar.series) }, tip(nameOf(bar, table))) +
      (isLabelled ? valueLabel(bar, shape, isStacked) : "")
    );
  });
  const sums =
    isStacked && isLabelled
      ? table.categories.map((_, category) =>
          sumLabel(
            bars.filter((bar) => bar.category === category),
            table,
            { x: axis.left + band * (category + 0.5), yOf },
          ),
        )
      : [];
  const centers = table.categories.map((_, category) => axis.left + band * (category + 0.5));
  const names = isNamed
    ? table.categories.map((name, category) => nameBelow(wrap(name, band - 10, tickSize), { x: centers[category] ?? 0, y: box.bottom + 34 })).join("")
    : drawCategoryAxis(table.categories, centers, size);
  const zero = tag("line", { x1: axis.left, x2: box.right, y1: yOf(0), y2: yOf(0), class: "chart-base" });
  return legend.markup + axis.markup + marks.join("") + zero + sums.join("") + names;
}

function nameBelow(lines: readonly string[], { x, y }: { readonly x: number; readonly y: number }): string {
  return lines.map((line, index) => label(line, { x, y: y + index * lineHeight, class: "chart-tick middle" })).join("");
}

interface Shape {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Beyond the bar's end; in a stack within the bar, where it is high enough. */
function valueLabel(bar: Bar, { x, y, width, height }: Shape, isStacked: boolean): string {
  const middle = x + width / 2;
  if (isStacked) return height < labelSize + 6 ? "" : label(bar.cell.text, { x: middle, y: y + height / 2 + 8, class: "chart-inside middle" });
  return label(bar.cell.text, { x: middle, y: bar.to < 0 ? y + height + 24 : y - 10, class: "chart-value middle" });
}

function sumLabel(bars: readonly Bar[], table: ChartTable, { x, yOf }: { readonly x: number; readonly yOf: (value: number) => number }): string {
  const sum = sumOf(bars, table);
  return sum === undefined ? "" : label(sum, { x, y: yOf(Math.max(...bars.map((bar) => bar.to))) - 10, class: "chart-value middle" });
}
