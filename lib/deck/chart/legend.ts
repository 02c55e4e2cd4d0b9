import type { ChartSize, ChartTable } from "./chart";
import { label, labelSize, seriesClass, shorten, tag, widthOf } from "./svg";

const swatch = 20;
const gap = 11;
const between = 34;
const lineHeight = 38;

export interface Legend {
  readonly markup: string;
  readonly height: number;
}

export const noLegend: Legend = { markup: "", height: 0 };

/** The legend of bars; one series needs none, for its bars say what they are. */
export function legendOf({ series }: ChartTable, { width }: ChartSize): Legend {
  return series.length > 1
    ? drawLegend(
        series.map(({ name }) => name),
        width,
      )
    : noLegend;
}

/** A row of names with their colours, on as many lines as it needs. */
export function drawLegend(names: readonly string[], width: number): Legend {
  let x = 0;
  let line = 0;
  const items = names.map((name, index) => {
    const text = shorten(name, width - swatch - gap, labelSize);
    const room = swatch + gap + widthOf(text, labelSize);
    if (x > 0 && x + room > width) {
      x = 0;
      line++;
    }
    const at = x;
    const y = line * lineHeight;
    x += room + between;
    return (
      tag("rect", { x: at, y: y + 4, width: swatch, height: swatch, rx: 4, class: seriesClass(index) }) +
      label(text, { x: at + swatch + gap, y: y + 22, class: "chart-name" })
    );
  });
  return { markup: items.join(""), height: (line + 1) * lineHeight + 12 };
}
