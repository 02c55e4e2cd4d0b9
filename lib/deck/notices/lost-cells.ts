import type { Tokens } from "marked";
import type { TextEdit } from "@/lib/deck/deck";
import type { PlacedToken } from "./placed-tokens";
import type { SlideRemark, SlideRule } from "./rule";
import { count, quote } from "./words";

/** Cells beyond the columns of a table's head don't show. */
export const lostCells: SlideRule = ({ text, tokens }) =>
  tokens.flatMap(({ token, start }) =>
    isTable(token) ? remarksOn(token, { text, start, isPlain: text.startsWith(token.raw.trimEnd(), start) }) : [],
  );

function isTable(token: PlacedToken["token"]): token is Tokens.Table {
  return token.type === "table" && "header" in token;
}

interface Place {
  readonly text: string;
  readonly start: number;
  /** It stands in the text as it is: what is nested has other signs before its lines. */
  readonly isPlain: boolean;
}

function remarksOn({ raw, header }: Tokens.Table, { text, start, isPlain }: Place): readonly SlideRemark[] {
  const [head = "", rule = "", ...rows] = raw.trimEnd().split("\n");
  const lost = rows.map((row) => cellsOf(row).slice(header.length));
  if (lost.every(isEmpty)) return [];
  const missing = Math.max(...lost.map(({ length }) => length));
  const fix = isPlain ? { fix: { label: "Widen the head", edits: widen(head, rule, missing, start) } } : {};
  const remarks: SlideRemark[] = [];
  let from = text.indexOf("\n", text.indexOf("\n", start) + 1);
  for (const [index, row] of rows.entries()) {
    const line = row.trim();
    const at = text.indexOf(line, from);
    if (at === -1) break;
    from = at + line.length;
    const cells = lost[index] ?? [];
    if (!isEmpty(cells))
      remarks.push({ code: "lost-cells", severity: "warning", message: messageOf(cells, header.length), start: at, end: from, ...fix });
  }
  return remarks;
}

function messageOf(cells: readonly string[], columns: number): string {
  const named = cells.filter((cell) => cell !== "").map(quote);
  const [last = "", ...others] = named.toReversed();
  const words = others.length > 0 ? `${others.toReversed().join(", ")} and ${last} of this row don't show` : `${last} of this row doesn't show`;
  return `The table's head has ${count(columns, "column")}, so ${words}.`;
}

function isEmpty(cells: readonly string[]): boolean {
  return cells.every((cell) => cell === "");
}

/** As marked splits a row: a bar behind a backslash is text, in code as well. */
function cellsOf(row: string): readonly string[] {
  const cells = row.split(/(?<!\\)(?:\\\\)*\|/).map((cell) => cell.trim());
  if (cells[0] === "") cells.shift();
  if (cells.at(-1) === "") cells.pop();
  return cells;
}

function widen(head: string, rule: string, missing: number, start: number): readonly TextEdit[] {
  return [addCells(head, " ", missing, start), addCells(rule, "-", missing, start + head.length + 1)];
}

function addCells(line: string, cell: string, missing: number, start: number): TextEdit {
  const at = start + line.trimEnd().length;
  return {
    start: at,
    end: at,
    text: line.trimEnd().endsWith("|") ? ` ${cell} |`.repeat(missing).replaceAll("   |", "  |") : ` | ${cell.trim()}`.repeat(missing),
  };
}
