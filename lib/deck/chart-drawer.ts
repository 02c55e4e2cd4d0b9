/** What reads and draws charts: a door of its own, so that a deck without any is shown without it. */
import { drawChart as draw } from "./chart/draw";
import { readChart } from "./chart/read";
import type { ChartDrawer } from "./deck";

export const drawChart: ChartDrawer = (text, words, size) => {
  const chart = readChart(text, words);
  return "problem" in chart ? chart : { html: draw(chart, size) };
};
