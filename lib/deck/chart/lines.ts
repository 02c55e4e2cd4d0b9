import type { ChartInfo, ChartSize, ChartTable } from "./chart";
import { drawCategoryAxis, placeCategories } from "./category-axis";
import { drawLegend, noLegend } from "./legend";
import { niceScale, withZero } from "./scale";
import { label, labelSize, seriesClass, shorten, tag, tip, widthOf } from "./svg";
import { drawValueAxis } from "./value-axis";

interface Point {
  readonly category: number;
  readonly base: number;
  readonly value: number;
  readonly text: string;
}

/** Names at the ends of lines take at most this share of the drawing; longer ones go into a legend. */
const maxEndShare = 0.3;
const endGap = 31;
/** Beyond this many values a line has no dots. */
const maxDots = 16;

/** Lines, or areas, over their categories; each has its name and last value at its end, so that nobody looks up colours. */
export function drawLines(table: ChartTable, { kind, stacked }: ChartInfo, size: ChartSize): string {
  const isArea = kind === "area";
  const series = layPoints(table, stacked && isArea);
  const ends = table.series.map((one, index) => endText(one.name, series[index]?.at(-1)?.text, stacked && isArea));
  const endWidth = Math.max(...ends.map((end) => widthOf(end.name, labelSize) + widthOf(end.value, labelSize) + 10));
  const isDirect = endWidth + 22 <= size.width * maxEndShare;
  const legend = isDirect
    ? noLegend
    : drawLegend(
        table.series.map((one) => one.name),
        size.width,
      );
  const values = series.flatMap((points) => points.map((point) => point.value));
  const scale = niceScale(isArea ? [0, ...values] : withZero(values), table.unit, 5);
  const box = { left: 0, right: size.width - (isDirect ? endWidth + 26 : 10), top: legend.height + 16, bottom: size.height - 48 };
  const axis = drawValueAxis(scale, box);
  const plot = { ...box, left: axis.left + 10 };
  const xs = placeCategories(table.categories, plot);
  const yOf = (value: number) => box.bottom - scale.share(value) * (box.bottom - box.top);
  const at = ({ category, value }: Point) => `${Math.round((xs[category] ?? 0) * 10) / 10} ${Math.round(yOf(value) * 10) / 10}`;

  const shapes = series.map((points, index) => {
    const name = seriesClass(index);
    const runs = splitAtGaps(points);
    const areas = isArea
      ? runs.map((run) =>
          tag("path", {
            d: `M${run.map(at).join("L")}L${run
              .toReversed()
              .map((point) => at({ ...point, value: point.base }))
              .join("L")}z`,
            class: `${name} ${stacked ? "chart-band" : "chart-area"}`,
          }),
        )
      : [];
    const lines = runs.map((run) => tag("path", { d: `M${run.map(at).join("L")}${run.length === 1 ? "h0" : ""}`, class: `${name} chart-line` }));
    const dots =
      points.length > maxDots || (isArea && stacked)
        ? []
        : points.map((point) => dot(point, table, { index, x: xs[point.category] ?? 0, y: yOf(point.value) }));
    return areas.join("") + lines.join("") + dots.join("");
  });
  const labels = isDirect
    ? placeEnds(
        series.map((points) => endHeight(points.at(-1), stacked && isArea, yOf)),
        box,
      )
    : [];
  const named = labels.map((y, index) => {
    const end = ends[index];
    if (end === undefined || y === undefined) return "";
    const x = (xs[series[index]?.at(-1)?.category ?? 0] ?? box.right) + 18;
    const text = `${tag("tspan", { class: `${seriesClass(index)} chart-end` }, shortened(end.name))}${end.value === "" ? "" : tag("tspan", { dx: 9, class: "chart-end-value" }, shortened(end.value))}`;
    return tag("text", { x, y: y + 8 }, text);
  });
  const zero = scale.min <= 0 && scale.max >= 0 ? tag("line", { x1: axis.left, x2: box.right, y1: yOf(0), y2: yOf(0), class: "chart-base" }) : "";
  return legend.markup + axis.markup + zero + shapes.join("") + named.join("") + drawCategoryAxis(table.categories, xs, size);
}

/** Points of every series; a stacked one stands on those before it, and a gap in it counts as nothing. */
function layPoints({ categories, series }: ChartTable, isStacked: boolean): readonly (readonly Point[])[] {
  const bases = categories.map(() => 0);
  return series.map(({ cells }) =>
    categories.flatMap((_, category) => {
      const cell = cells[category];
      if (cell?.value === undefined && !isStacked) return [];
      const base = isStacked ? (bases[category] ?? 0) : 0;
      const value = base + (cell?.value ?? 0);
      bases[category] = value;
      return [{ category, base, value, text: cell?.text ?? "" }];
    }),
  );
}

function splitAtGaps(points: readonly Point[]): readonly (readonly Point[])[] {
  const runs: Point[][] = [];
  for (const [index, point] of points.entries()) {
    if (index > 0 && points[index - 1]?.category === point.category - 1) runs.at(-1)?.push(point);
    else runs.push([point]);
  }
  return runs;
}

function dot(point: Point, table: ChartTable, { index, x, y }: { readonly index: number; readonly x: number; readonly y: number }): string {
  const said = `${table.categories[point.category] ?? ""}, ${table.series[index]?.name ?? ""}: ${point.text}`;
  return tag("circle", { cx: x, cy: y, r: 7, class: `${seriesClass(index)} chart-dot` }, tip(said));
}

function endText(name: string, value: string | undefined, isBand: boolean): { readonly name: string; readonly value: string } {
  return { name, value: isBand ? "" : (value ?? "") };
}

function shortened(text: string): string {
  return label(shorten(text, 500, labelSize), {}).replace(/^<text>|<\/text>$/g, "");
}

function endHeight(last: Point | undefined, isBand: boolean, yOf: (value: number) => number): number | undefined {
  if (last === undefined) return undefined;
  return isBand ? (yOf(last.base) + yOf(last.value)) / 2 : yOf(last.value);
}

/** Keeps the names at the lines' ends apart: pushed down in order, then back up from the bottom. */
function placeEnds(
  heights: readonly (number | undefined)[],
  { top, bottom }: { readonly top: number; readonly bottom: number },
): readonly (number | undefined)[] {
  const order = heights.flatMap((y, index) => (y === undefined ? [] : [{ index, y }])).toSorted((a, b) => a.y - b.y || a.index - b.index);
  const placed = [...heights];
  let floor = top - endGap;
  for (const { index, y } of order) placed[index] = floor = Math.max(y, floor + endGap);
  let ceiling = bottom + 4 + endGap;
  for (const { index } of order.toReversed()) placed[index] = ceiling = Math.min(placed[index] ?? 0, ceiling - endGap);
  return placed;
}
