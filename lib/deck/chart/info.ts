import { chartKinds, type ChartInfo, type ChartProblem } from "./chart";

const title = /\[([^\]\n]*)\]/;

/**
 * Reads what stands behind `chart` on the fence's line: a kind, then `stacked` or `horizontal` with or without
 * braces, then a title in brackets. Without a kind it is a bar chart.
 */
export function readChartInfo(info: string): ChartInfo | ChartProblem {
  const words = info
    .replace(title, " ")
    .toLowerCase()
    .split(/[\s{},]+/)
    .filter(Boolean);
  const options = new Set<string>(words.filter((word) => word === "stacked" || word === "horizontal"));
  const [word = "bar", ...others] = words.filter((one) => !options.has(one));
  const kind = chartKinds.find((one) => one === word);
  if (kind === undefined) return { problem: `There is no chart "${word}": choose one of ${chartKinds.join(", ")}.` };
  const [unknown] = others;
  if (unknown !== undefined) return { problem: `A chart knows "stacked", "horizontal" and a [title], but not "${unknown}".` };
  return { kind, stacked: options.has("stacked"), horizontal: options.has("horizontal"), title: title.exec(info)?.[1]?.trim() ?? "" };
}
