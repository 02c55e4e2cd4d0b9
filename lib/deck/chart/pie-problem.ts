import type { ChartProblem, ChartTable } from "./chart";

const maxParts = 8;

/** Why the table makes no pie; undefined where it does. */
export function pieProblem({ series, categories }: ChartTable): ChartProblem | undefined {
  const values = (series[0]?.cells ?? []).map((cell) => cell.value ?? 0);
  if (series.length > 1) return { problem: `A pie shows one column of numbers; this one has ${series.length}. Draw a bar chart, or leave one.` };
  if (values.some((value) => value < 0)) return { problem: "A pie has no negative parts. Draw a bar chart instead." };
  if (values.every((value) => value === 0)) return { problem: "All parts of this pie are zero." };
  if (categories.length > maxParts)
    return { problem: `A pie shows up to ${maxParts} parts; this one has ${categories.length}. Draw a bar chart, or put the small ones together.` };
  return undefined;
}
