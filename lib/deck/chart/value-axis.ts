import type { Scale } from "./scale";
import { label, tag, tickSize, widthOf } from "./svg";

/** Where marks are drawn. */
export interface PlotBox {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Fine lines across the plot with their numbers at its left; `left` is where the plot begins beside them. */
export function drawValueAxis(scale: Scale, { left, right, top, bottom }: PlotBox): { readonly markup: string; readonly left: number } {
  const texts = scale.ticks.map((tick) => scale.print(tick));
  const start = left + Math.max(...texts.map((text) => widthOf(text, tickSize))) + 14;
  const lines = scale.ticks.map((tick, index) => {
    const y = bottom - scale.share(tick) * (bottom - top);
    const line = tag("line", { x1: start, x2: right, y1: y, y2: y, class: "chart-grid" });
    return line + label(texts[index] ?? "", { x: start - 14, y: y + 8, class: "chart-tick end" });
  });
  return { markup: lines.join(""), left: start };
}
