import type { ChartSize } from "./chart";
import { readNumber } from "./number";
import { label, shorten, tickSize, widthOf } from "./svg";
import type { PlotBox } from "./value-axis";

/** Where each category stands: as far apart as their numbers are where all are numbers in order, else evenly. */
export function placeCategories(categories: readonly string[], { left, right }: PlotBox): readonly number[] {
  const numbers = categories.map((name) => (/^[-−]?\d+(?:\.\d+)?$/.test(name) ? readNumber(name)?.value : undefined));
  const known = numbers.filter((value) => value !== undefined);
  const isRising = known.length === categories.length && known.every((value, index) => index === 0 || value > (known[index - 1] ?? value));
  const values = isRising ? known : categories.map((_, index) => index);
  const [first = 0, last = 0] = [values[0], values.at(-1)];
  return values.map((value) => (last === first ? (left + right) / 2 : left + ((value - first) / (last - first)) * (right - left)));
}

const between = 20;

/** The categories' names below the plot; where they would touch some are left out. */
export function drawCategoryAxis(categories: readonly string[], xs: readonly number[], { width, height }: ChartSize): string {
  const names = categories.map((name) => shorten(name, width / 3, tickSize));
  let free = Number.NEGATIVE_INFINITY;
  return names
    .map((name, index) => {
      const half = widthOf(name, tickSize) / 2;
      const x = Math.min(Math.max(xs[index] ?? 0, half), width - half);
      if (x - half < free) return "";
      free = x + half + between;
      return label(name, { x, y: height - 12, class: "chart-tick middle" });
    })
    .join("");
}
