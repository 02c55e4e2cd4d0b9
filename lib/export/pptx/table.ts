import type { Border, TreeElement } from "@/lib/browser/slides/slide-tree";
import { isVisible, onGround } from "@/lib/export/pptx/colors";
import { isInline, paragraphOf } from "@/lib/export/pptx/inline";
import type { Paragraph, TableCell, TableRow, TableShape } from "@/lib/export/pptx/shapes";
import { stretches, textParagraphs } from "@/lib/export/pptx/text-blocks";

/** A table with its columns as wide as they were laid out. Undefined for one without cells. */
export function tableShape(table: TreeElement, ground: string): TableShape | undefined {
  const rows = rowsOf(table);
  const edges = edgesOf(rows.flatMap(cellsOf));
  const columns = edges.slice(1).map((edge, index) => edge - (edges[index] ?? 0));
  if (columns.length === 0) return undefined;
  const taken = new Set<string>();
  const shown = rows.map((row, rowIndex): TableRow => {
    const cells: (TableCell | undefined)[] = columns.map(() => undefined);
    for (const cell of cellsOf(row)) {
      const first = nearest(edges, cell.box.x);
      const span = Math.max(1, nearest(edges, cell.box.x + cell.box.width) - first);
      const down = Math.min(rows.length - rowIndex, Math.max(1, Number(cell.attributes["rowspan"] ?? 1) || 1));
      if (first >= columns.length || taken.has(`${rowIndex} ${first}`)) continue;
      for (let y = 0; y < down; y++) for (let x = 0; x < span; x++) taken.add(`${rowIndex + y} ${first + x}`);
      cells[first] = tableCell(cell, { row, columns: Math.min(span, columns.length - first), rows: down, ground });
    }
    return { height: row.box.height, cells: cells.map((cell, column) => cell ?? (taken.has(`${rowIndex} ${column}`) ? undefined : emptyCell)) };
  });
  const box = { ...table.box, x: edges[0] ?? table.box.x, width: columns.reduce((sum, width) => sum + width, 0) };
  return { kind: "table", box, hasHead: table.children.some((child) => child.kind === "element" && child.tag === "thead"), columns, rows: shown };
}

const noBorder: Border = { width: 0, color: "00000000" };
const emptyCell: TableCell = {
  paragraphs: [],
  columns: 1,
  rows: 1,
  fill: undefined,
  inset: [0, 0, 0, 0],
  borders: [noBorder, noBorder, noBorder, noBorder],
};

function rowsOf(element: TreeElement): readonly TreeElement[] {
  return element.children.flatMap((child) => {
    if (child.kind === "text" || child.tag === "table") return [];
    return child.tag === "tr" ? [child] : rowsOf(child);
  });
}

function cellsOf(row: TreeElement): readonly TreeElement[] {
  return row.children.filter((child) => child.kind === "element").filter(({ tag }) => tag === "td" || tag === "th");
}

/** Where columns begin and end; cells of one column differ by less than a pixel. */
function edgesOf(cells: readonly TreeElement[]): readonly number[] {
  const sorted = cells.flatMap(({ box }) => [box.x, box.x + box.width]).sort((a, b) => a - b);
  return sorted.filter((edge, index) => index === 0 || edge - (sorted[index - 1] ?? 0) > 1);
}

function nearest(edges: readonly number[], x: number): number {
  let best = 0;
  for (const [index, edge] of edges.entries()) if (Math.abs(edge - x) < Math.abs((edges[best] ?? 0) - x)) best = index;
  return best;
}

interface CellPlace {
  readonly row: TreeElement;
  readonly columns: number;
  readonly rows: number;
  readonly ground: string;
}

function tableCell(cell: TreeElement, { row, columns, rows, ground }: CellPlace): TableCell {
  const filled = [cell.style.background, row.style.background].find(isVisible);
  const fill = filled === undefined ? undefined : onGround(filled, ground);
  return { paragraphs: cellParagraphs(cell, fill ?? ground), columns, rows, fill, inset: cell.style.padding, borders: cell.style.borders };
}

function cellParagraphs(cell: TreeElement, ground: string): readonly Paragraph[] {
  if (cell.children.every(isInline)) {
    const paragraph = paragraphOf(cell.children, { style: cell.style, ground });
    return paragraph ? [paragraph] : [];
  }
  return stretches(cell).flatMap((turn) => {
    if (!Array.isArray(turn)) return textParagraphs(turn, { box: turn.box, ground });
    const paragraph = paragraphOf(turn, { style: cell.style, ground });
    return paragraph ? [paragraph] : [];
  });
}
