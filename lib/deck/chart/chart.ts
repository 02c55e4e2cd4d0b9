/** What a chart is made of, read from its fence; all of it plain data. */

export const chartKinds = ["bar", "line", "area", "pie", "donut"] as const;
export type ChartKind = (typeof chartKinds)[number];

/** What the info string asks for: `chart bar {stacked} [Title]`. */
export interface ChartInfo {
  readonly kind: ChartKind;
  readonly stacked: boolean;
  readonly horizontal: boolean;
  readonly title: string;
}

/** A cell of numbers. `value` is undefined where the cell is empty: a gap. */
export interface ChartCell {
  readonly value: number | undefined;
  /** As its author wrote it, with its unit. */
  readonly text: string;
}

export interface ChartSeries {
  readonly name: string;
  readonly cells: readonly ChartCell[];
}

/** The rows of a chart: at least one series, each with one cell a category. */
export interface ChartTable {
  /** What the first column is called. */
  readonly corner: string;
  readonly categories: readonly string[];
  readonly series: readonly ChartSeries[];
  /** Signs that all numbers share, for the axis: `€` before, ` ms` after. */
  readonly unit: ChartUnit;
}

export interface ChartUnit {
  readonly before: string;
  readonly after: string;
}

/** Why a chart can't be drawn, as one sentence for its author. */
export interface ChartProblem {
  readonly problem: string;
  /** The line of the chart's text (1-based) that it is about, where it is about one. */
  readonly line?: number;
}

/** The canvas of a drawing in its own pixels; text in it is 22 to 24 pixels high. */
export interface ChartSize {
  readonly width: number;
  readonly height: number;
}
