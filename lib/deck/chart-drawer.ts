/** What draws charts: a door of its own, so that a deck without any is shown without it. */
export { drawChart } from "./chart/draw";
