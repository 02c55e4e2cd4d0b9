import { readChart } from "@/lib/deck/chart/read";
import { fenceLine, fencesIn } from "./fences";
import type { SlideRule } from "./rule";

/** A chart that can't be drawn from what stands in it; it says so on the slide in the same words. */
export const chartData: SlideRule = ({ tokens, text }) =>
  fencesIn(tokens, "chart").flatMap((fence) => {
    const chart = readChart(fence.text, fence.info.info);
    if (!("problem" in chart)) return [];
    return [{ code: "chart-data", severity: "error", message: chart.problem, ...fenceLine(text, fence.start, chart.line ?? 0) }];
  });
