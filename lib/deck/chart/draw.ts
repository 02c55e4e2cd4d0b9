import { escapeHtml } from "@/lib/deck/syntax/attributes";
import type { ChartInfo, ChartSize, ChartTable } from "./chart";
import { drawColumns, namesFitBelow } from "./columns";
import { drawLines } from "./lines";
import { drawPie } from "./pie";
import type { Chart } from "./read";
import { drawRows } from "./rows";
import { chartDescription, chartName, dataTable } from "./words";

/** A row that lies needs so many pixels for its name. */
const rowHeight = 34;
/** A drawing for a phone held upright, which has some 340 px for it: text of 22 is read at 16 there. */
const phone: ChartSize = { width: 450, height: 440 };

/**
 * A chart as trusted HTML, all text escaped: its title, the drawing as SVG in the theme's colours, a second drawing
 * for narrow pages where the first is wide, and the data as a table for whoever can't see it.
 */
export function drawChart({ info: asked, table }: Chart, size: ChartSize): string {
  const isPie = asked.kind === "pie" || asked.kind === "donut";
  const title = asked.title === "" ? "" : `<figcaption class="chart-title" aria-hidden="true">${escapeHtml(asked.title)}</figcaption>`;
  const height = asked.title === "" ? size.height : size.height - 44;
  const narrow = {
    ...phone,
    height: Math.max(phone.height, isPie ? phone.height + table.categories.length * 40 : Math.min(table.categories.length, 24) * rowHeight),
  };
  const drawings = [
    drawing(asked, table, { ...size, height }, size.width > phone.width ? "chart-wide" : "chart-any"),
    ...(size.width > phone.width ? [drawing(asked, table, narrow, "chart-narrow")] : []),
  ];
  return `${title}${drawings.join("")}<div class="chart-data">${dataTable(asked, table)}</div>`;
}

function drawing(info: ChartInfo, table: ChartTable, size: ChartSize, className: string): string {
  const name = `<title>${escapeHtml(chartName(info, table))}</title><desc>${escapeHtml(chartDescription(table))}</desc>`;
  const box = `viewBox="0 0 ${Math.round(size.width)} ${Math.round(size.height)}"`;
  return `<svg class="${className}" ${box} role="img">${name}${marks(info, table, size)}</svg>`;
}

function marks(info: ChartInfo, table: ChartTable, size: ChartSize): string {
  switch (info.kind) {
    case "bar": {
      const isLying = info.horizontal || (!namesFitBelow(table, size) && table.categories.length * rowHeight <= size.height);
      return isLying ? drawRows(table, info.stacked, size) : drawColumns(table, info.stacked, size);
    }
    case "line":
    case "area":
      return drawLines(table, info, size);
    case "pie":
    case "donut":
      return drawPie(table, info.kind === "donut", size);
  }
}
