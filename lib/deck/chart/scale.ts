import type { ChartUnit } from "./chart";
import { decimalsOf, formatNumber } from "./number";

/** A linear axis: round numbers at equal distances, and where a value lies between its ends. */
export interface Scale {
  readonly min: number;
  readonly max: number;
  readonly ticks: readonly number[];
  /** 0 at the lower end, 1 at the upper. */
  readonly share: (value: number) => number;
  /** A number as the axis prints it. */
  readonly print: (value: number) => string;
}

const steps = [1, 2, 2.5, 5, 10];

/** An axis over all values with about `count` ticks at 1, 2, 2.5 or 5 times a power of ten. */
export function niceScale(values: readonly number[], unit: ChartUnit, count: number): Scale {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const span = high - low || Math.abs(high) || 1;
  const step = niceStep(span / count);
  const first = Math.floor(low / step + 1e-9);
  const last = Math.max(Math.ceil(high / step - 1e-9), first + 1);
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
  const min = ticks[0] ?? 0;
  const max = ticks.at(-1) ?? 1;
  const decimals = decimalsOf(ticks);
  return {
    min,
    max,
    ticks,
    share: (value) => (value - min) / (max - min),
    print: (value) => `${unit.before}${formatNumber(value, decimals)}${unit.after}`,
  };
}

/** Lines may start above zero where all that happens lies far from it; bars and areas never do. */
export function withZero(values: readonly number[]): readonly number[] {
  const low = Math.min(...values);
  const high = Math.max(...values);
  return low > 0 && low > high * 0.6 ? values : [...values, 0];
}

function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  return (steps.find((step) => step * power >= rough * 0.999) ?? 10) * power;
}
