import { createPaddedLines } from "@/lib/deck/import/padded-lines";
import { readSourceLines } from "@/lib/deck/import/source-lines";
import { maxTableLines } from "./blocks";

/** Emacs draws the line under a table's head with `+` between the columns. */
const plusRule = /^ {0,3}\|:?-+:?(?:\+:?-+:?)+\|[ \t]*$/;
const gridRule = /^\+(?:[-=:]+\+)+[ \t]*$/;
const columnRule = /^ {0,3}-{2,}(?:[ \t]+-{2,})+[ \t]*$/;
const fullRule = /^ {0,3}-{3,}[ \t]*$/;

/** Pandoc's grid tables and those of dashes, as tables with bars; what spans columns or rows stays, as text to read. */
export function convertTables(text: string): string {
  if (!/^(?:\+[-=:]+\+| {0,3}-{2,}[ \t]+-{2,}| {0,3}\|[-:]+\+)/m.test(text)) return text;
  const lines = readSourceLines(text);
  // Code is no table, and ends one.
  const texts = lines.map(({ kind, text: line }) => (kind === "text" || kind === "blank" ? line : "```"));
  const result = createPaddedLines();
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    if (line === undefined) break;
    const taken = line.kind === "text" ? takeTable(texts, i) : undefined;
    if (taken === undefined) result.add(line.kind === "text" && plusRule.test(line.text) ? line.text.replaceAll("+", "|") : line.text);
    else {
      result.addBlock(taken.lines);
      i = taken.last;
    }
  }
  return result.lines.join("\n");
}

interface Taken {
  readonly lines: readonly string[];
  /** Index of its last line. */
  readonly last: number;
}

function takeTable(lines: readonly string[], at: number): Taken | undefined {
  const line = lines[at] ?? "";
  if (gridRule.test(line)) return takeGrid(lines, at);
  // Without a head it ends with the same columns of dashes: others begin another table.
  if (columnRule.test(line)) {
    const last = endOfRows(lines, at + 1, true);
    return columnsOf(lines[last]) === columnsOf(line) ? takeColumns(lines, { first: at, rule: at, last }) : undefined;
  }
  if (columnRule.test(lines[at + 1] ?? "") && line.trim() !== "")
    return takeColumns(lines, { first: at, rule: at + 1, last: endOfRows(lines, at + 2, false) });
  if (!fullRule.test(line)) return undefined;
  // Between two rules a row may have several lines, and a blank one ends it.
  for (let rule = at + 1; rule < Math.min(lines.length, at + 10) && lines[rule]?.trim() !== ""; rule++) {
    if (columnRule.test(lines[rule] ?? "")) return takeColumns(lines, { first: at + 1, rule, last: endOfRows(lines, rule + 1, true) });
  }
  return undefined;
}

function endOfRows(lines: readonly string[], from: number, isRuled: boolean): number {
  const end = isRuled ? Math.min(lines.length, from + maxTableLines) : lines.length;
  for (let i = from; i < end; i++) {
    const line = lines[i] ?? "";
    if (fullRule.test(line) || columnRule.test(line)) return i;
    if (!isRuled && line.trim() === "") return i - 1;
  }
  return end - 1;
}

/** Where the columns of a rule begin; nothing for what is no rule. */
function columnsOf(line = ""): string {
  return columnRule.test(line) ? [...line.matchAll(/-+/g)].map(({ index }) => index).join() : "";
}

interface ColumnTable {
  readonly first: number;
  readonly rule: number;
  readonly last: number;
}

function takeColumns(lines: readonly string[], { first, rule, last }: ColumnTable): Taken | undefined {
  const columns = [...(lines[rule] ?? "").matchAll(/-+/g)].map(({ index }) => index);
  const cut = (rows: readonly string[]) =>
    columns.map((start, index) => cell(rows.map((row) => row.slice(index === 0 ? 0 : start, columns[index + 1]))));
  const body = lines.slice(rule + 1, last + 1).filter((line) => !fullRule.test(line) && !columnRule.test(line));
  const isMultiline = body.some((line) => line.trim() === "");
  const rows: string[][] = [];
  for (const line of body) {
    if (line.trim() === "") rows.push([]);
    else if (isMultiline && rows.length > 0) rows.at(-1)?.push(line);
    else rows.push([line]);
  }
  const head = lines.slice(first, rule);
  if (columns.length < 2 || rows.length === 0) return undefined;
  return { lines: writeTable(cut(head), rows.filter((row) => row.length > 0).map(cut)), last };
}

function takeGrid(lines: readonly string[], at: number): Taken | undefined {
  const top = (lines[at] ?? "").trimEnd();
  const edges = [...top.matchAll(/\+/g)].map(({ index }) => index);
  let last = at;
  while (/^[+|]/.test(lines[last + 1] ?? "")) last++;
  const rows: string[][][] = [[]];
  let head: string[][] | undefined;
  for (const line of lines.slice(at + 1, last + 1)) {
    if (gridRule.test(line) && line.trimEnd().length === top.length) {
      if (line.includes("=") && head === undefined) head = rows.splice(0).flat();
      rows.push([]);
    } else if (edges.every((edge) => line[edge] === "|"))
      rows.at(-1)?.push(edges.slice(0, -1).map((edge, index) => line.slice(edge + 1, edges[index + 1])));
    else return { lines: ["```", ...lines.slice(at, last + 1), "```"], last };
  }
  const join = (row: readonly (readonly string[])[]) => edges.slice(0, -1).map((_, index) => cell(row.map((parts) => parts[index] ?? "")));
  const body = rows.filter((row) => row.length > 0).map(join);
  return { lines: writeTable(head === undefined ? edges.slice(0, -1).map(() => "") : join(head), body), last };
}

/** The lines of one cell on one line. */
function cell(lines: readonly string[]): string {
  const words = lines.map((line) => line.trim().replace(/\\$/, ""));
  const isList = words.some((line) => /^(?:[-*+]|\d+[.)])[ \t]/.test(line));
  return words
    .filter((line) => line !== "")
    .join(isList ? "<br>" : " ")
    .replaceAll("|", "\\|");
}

function writeTable(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [row(head), row(head.map(() => "---")), ...rows.map(row)];
}
