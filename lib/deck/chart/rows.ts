import { barPath, layBars, nameOf, sumOf } from "./bars";
import type { ChartSize, ChartTable } from "./chart";
import { legendOf } from "./legend";
import { niceScale } from "./scale";
import { label, labelSize, seriesClass, shorten, tag, tip, widthOf, wrap } from "./svg";

const lineHeight = 29;

/** Bars that lie, one category under the other: for names that are too long to stand below. */
export function drawRows(table: ChartTable, isStacked: boolean, size: ChartSize): string {
  const bars = layBars(table, isStacked);
  const legend = legendOf(table, size);
  const isRoomy = (size.height - legend.height) / table.categories.length > 2 * lineHeight;
  const names = table.categories.map((name) => nameLines(name, size.width * 0.42, isRoomy));
  const left = Math.max(...names.flat().map((name) => widthOf(name, labelSize))) + 18;
  const ends = bars.map((bar) => ({ ...bar, text: isStacked ? "" : bar.cell.text }));
  const widest = Math.max(...ends.map((bar) => widthOf(bar.text, labelSize)), isStacked ? labelSize * 3 : 0);
  const hasNegative = bars.some((bar) => bar.to < 0);
  const scale = niceScale([0, ...bars.map((bar) => bar.to)], table.unit, 5);
  const box = { left: left + (hasNegative ? widest + 12 : 0), right: size.width - widest - 16, top: legend.height, bottom: size.height };
  // With labels at the bars no axis is read: they take all the room there is.
  const [low, high] = [Math.min(0, ...bars.map((bar) => bar.to)), Math.max(0, ...bars.map((bar) => bar.to))];
  const xOf = (value: number) => box.left + ((value - low) / (high - low || scale.max)) * (box.right - box.left);
  const band = (box.bottom - box.top) / table.categories.length;

  const marks = bars.map((bar) => {
    const height = bar.breadth * band;
    const y = box.top + band * (bar.category + bar.offset);
    const [x0, x1] = [xOf(bar.from), xOf(bar.to)];
    const gap = isStacked ? 0 : Math.min(3, height * 0.06);
    const shape = { x: Math.min(x0, x1), y: y + gap / 2, width: Math.abs(x1 - x0), height: height - gap };
    const towards = bar.isLast ? (bar.to < bar.from ? "left" : "right") : undefined;
    const middle = y + height / 2 + 8;
    const isNegative = bar.to < bar.from;
    const text = isStacked
      ? widthOf(bar.cell.text, labelSize) + 10 > shape.width || height < labelSize
        ? ""
        : label(bar.cell.text, { x: (x0 + x1) / 2, y: middle, class: "chart-inside middle" })
      : label(bar.cell.text, { x: isNegative ? x1 - 10 : x1 + 10, y: middle, class: isNegative ? "chart-value end" : "chart-value" });
    return tag("path", { d: barPath(shape, towards), class: seriesClass(bar.series) }, tip(nameOf(bar, table))) + text;
  });
  const labels = names.map((lines, category) => {
    const y = box.top + band * (category + 0.5) + 8;
    const own = bars.filter((bar) => bar.category === category);
    const sum = isStacked ? sumOf(own, table) : undefined;
    const end = sum === undefined ? "" : label(sum, { x: xOf(Math.max(...own.map((bar) => bar.to))) + 10, y, class: "chart-value" });
    const first = y - ((lines.length - 1) * lineHeight) / 2;
    return lines.map((line, index) => label(line, { x: left - 18, y: first + index * lineHeight, class: "chart-name end" })).join("") + end;
  });
  const zero = tag("line", { x1: xOf(0), x2: xOf(0), y1: box.top, y2: box.bottom, class: "chart-base" });
  return legend.markup + marks.join("") + zero + labels.join("");
}

function nameLines(name: string, width: number, isRoomy: boolean): readonly string[] {
  return isRoomy ? wrap(name, width, labelSize) : [shorten(name, width, labelSize)];
}
