import type { ChartInfo, ChartProblem, ChartTable } from "./chart";
import { readChartInfo } from "./info";
import { pieProblem } from "./pie-problem";
import { readChartTable } from "./table";

/** A chart that can be drawn. */
export interface Chart {
  readonly info: ChartInfo;
  readonly table: ChartTable;
}

/** Reads a chart from its text and the words behind `chart`; a sentence where it can't be drawn. */
export function readChart(text: string, words: string): Chart | ChartProblem {
  const info = readChartInfo(words);
  if ("problem" in info) return info;
  const table = readChartTable(text);
  if ("problem" in table) return table;
  const problem = info.kind === "pie" || info.kind === "donut" ? pieProblem(table) : undefined;
  return problem ?? { info, table };
}
