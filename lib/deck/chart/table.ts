import type { ChartCell, ChartProblem, ChartTable, ChartUnit } from "./chart";
import { readCsv } from "./csv";
import { readNumber } from "./number";

/** More can't be told apart on a slide. */
const maxRows = 200;
const maxSeries = 12;

/** Reads a chart's text: the first row names the series, the first column the categories, all else is numbers. */
export function readChartTable(text: string): ChartTable | ChartProblem {
  const all = readCsv(text);
  const [head] = all;
  if (!head) return { problem: "This chart has no data yet: write a row of names, then rows of numbers." };
  const rows = all.slice(1);
  const [corner = "", ...names] = head.cells;
  if (names.length === 0) return { problem: "This chart has one column: put a comma between a row's name and its numbers." };
  if (rows.length === 0) return { problem: "This chart has names but no numbers: add a row below the first one." };
  if (rows.length > maxRows) return { problem: `A chart takes up to ${maxRows} rows; this one has ${rows.length}.` };
  if (names.length > maxSeries) return { problem: `A chart takes up to ${maxSeries} columns of numbers; this one has ${names.length}.` };
  const units: ChartUnit[] = [];
  const columns: ChartCell[][] = names.map(() => []);
  for (const { line, cells } of rows) {
    const [, ...numbers] = cells;
    if (numbers.length > names.length) {
      return {
        problem: `Line ${line} has ${numbers.length} numbers for ${names.length} names. A decimal comma needs quotes, or semicolons between cells.`,
        line,
      };
    }
    for (const [at, column] of columns.entries()) {
      const cell = numbers[at] ?? "";
      const number = readNumber(cell);
      if (cell !== "" && number === undefined) return { problem: `Line ${line}: "${cell.slice(0, 40)}" is no number.`, line };
      if (number) units.push(number);
      column.push({ value: number?.value, text: cell });
    }
  }
  if (units.length === 0) return { problem: "This chart has no numbers yet." };
  return {
    corner,
    categories: rows.map((row) => row.cells[0] ?? ""),
    series: names.map((name, at) => ({ name, cells: columns[at] ?? [] })),
    unit: sharedUnit(units),
  };
}

/** Signs that stand at every number; a mixture says nothing about the axis. */
function sharedUnit(units: readonly ChartUnit[]): ChartUnit {
  const [first] = units;
  const isShared = first !== undefined && units.every((unit) => unit.before === first.before && unit.after === first.after);
  return isShared ? { before: first.before, after: first.after } : { before: "", after: "" };
}
