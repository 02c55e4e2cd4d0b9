import { escapeHtml } from "@/lib/deck/syntax/attributes";
import type { ChartInfo, ChartKind, ChartSeries, ChartTable } from "./chart";

const kindNames: Readonly<Record<ChartKind, string>> = {
  bar: "Bar chart",
  line: "Line chart",
  area: "Area chart",
  pie: "Pie chart",
  donut: "Donut chart",
};

/** What the chart is called where it can't be seen. */
export function chartName({ kind, title }: ChartInfo, { series }: ChartTable): string {
  return title === ""
    ? `${kindNames[kind]}: ${listed(series.map((one) => one.name).filter(Boolean))}`.replace(/: $/, "")
    : `${kindNames[kind]}: ${title}`;
}

/** What it shows, in a few words; the table beside it has the rest. */
export function chartDescription({ categories, series, corner }: ChartTable): string {
  const rows = categories.length === 1 ? "One row" : `${categories.length} rows`;
  const what = corner === "" ? rows : `${rows} by ${corner}`;
  return [`${what}.`, ...series.map((one) => describeSeries(one, categories))].join(" ");
}

function describeSeries({ name, cells }: ChartSeries, categories: readonly string[]): string {
  const known = cells.flatMap(({ value, text }, index) => (value === undefined ? [] : [{ value, text, category: categories[index] ?? "" }]));
  const lowest = known.reduce((a, b) => (b.value < a.value ? b : a), known[0] ?? { value: 0, text: "", category: "" });
  const highest = known.reduce((a, b) => (b.value > a.value ? b : a), lowest);
  if (known.length === 0) return `${name} has no values.`;
  return `${name}: lowest ${lowest.text} (${lowest.category}), highest ${highest.text} (${highest.category}).`;
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""}`;
}

/** All of it as a table, for whoever can't see the drawing. */
export function dataTable(info: ChartInfo, table: ChartTable): string {
  // A corner that says nothing is no heading of its column.
  const head = [table.corner, ...table.series.map((one) => one.name)].map((name) =>
    name === "" ? "<td></td>" : `<th scope="col">${escapeHtml(name)}</th>`,
  );
  const rows = table.categories.map((category, index) => {
    const cells = table.series.map((one) => `<td>${escapeHtml(one.cells[index]?.text ?? "")}</td>`);
    return `<tr><th scope="row">${escapeHtml(category)}</th>${cells.join("")}</tr>`;
  });
  const caption = escapeHtml(chartName(info, table));
  return `<table><caption>${caption}</caption><thead><tr>${head.join("")}</tr></thead><tbody>${rows.join("")}</tbody></table>`;
}
