import type { ChartUnit } from "./chart";

/** A number as people write it in a table: `41`, `1,250.5`, `3,5`, `−92 %`, `€ 12`, `4.2 ms`. */
export interface WrittenNumber extends ChartUnit {
  readonly value: number;
}

const maxCellUnits = 60;
const written = /^([^\d+\-−.,]{0,8}?)([+\-−]?)\s*(\d(?:[\d.,\s'’_]*\d)?|[.,]\d+)(e[+-]?\d{1,3})?(\s*[^\d\s][^\d]{0,15})?$/i;

/** Reads a cell; undefined where it is no number. */
export function readNumber(cell: string): WrittenNumber | undefined {
  if (cell.length > maxCellUnits) return undefined;
  const [, before = "", sign = "", digits = "", exponent = "", after = ""] = written.exec(cell.trim()) ?? [];
  if (digits === "") return undefined;
  const value = Number(`${plainDigits(digits.replace(/[\s'’_]/g, ""))}${exponent}`);
  if (!Number.isFinite(value)) return undefined;
  return { value: sign === "-" || sign === "−" ? -value : value, before: before.trimEnd(), after: after.trimEnd() };
}

/** The last sign of `1.250,5` is the decimal one; a lone comma is, unless three digits follow each. */
function plainDigits(digits: string): string {
  const comma = digits.lastIndexOf(",");
  const point = digits.lastIndexOf(".");
  if (comma === -1) return digits.indexOf(".") === point ? digits : digits.replaceAll(".", "");
  if (point === -1)
    return /^\d{1,3}(?:,\d{3})+$/.test(digits) || digits.indexOf(",") !== comma ? digits.replaceAll(",", "") : digits.replace(",", ".");
  return comma > point ? digits.replaceAll(".", "").replace(",", ".") : digits.replaceAll(",", "");
}

const thinSpace = "\u202f";

/** A number for an axis or a sum: at most `decimals` of them, thousands set apart as ISO 80000 does. */
export function formatNumber(value: number, decimals: number): string {
  const [whole = "", fraction] = Math.abs(value).toFixed(decimals).split(".");
  const spaced = whole.length > 4 ? whole.replace(/\B(?=(?:\d{3})+$)/g, thinSpace) : whole;
  const sign = value < 0 && Number(value.toFixed(decimals)) !== 0 ? "−" : "";
  return `${sign}${spaced}${fraction === undefined ? "" : `.${fraction}`}`;
}

/** Decimals that a list of numbers needs, at most 3. */
export function decimalsOf(values: readonly number[]): number {
  for (let decimals = 0; decimals < 3; decimals++) {
    if (values.every((value) => Math.abs(Number(value.toFixed(decimals)) - value) < 1e-9 * Math.max(1, Math.abs(value)))) return decimals;
  }
  return 3;
}
