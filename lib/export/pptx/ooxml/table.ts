import type { Border } from "@/lib/browser/slides/slide-tree";
import { placeXml } from "@/lib/export/pptx/ooxml/place";
import { fillXml, paragraphsXml, type Writing } from "@/lib/export/pptx/ooxml/text";
import { emu } from "@/lib/export/pptx/ooxml/xml";
import type { TableCell, TableRow, TableShape } from "@/lib/export/pptx/shapes";

export function tableXml({ box, columns, rows, hasHead }: TableShape, id: number, writing: Writing): string {
  const grid = columns.map((width) => `<a:gridCol w="${emu(width)}"/>`).join("");
  const body = rows.map((row, index) => rowXml(row, { above: rows.slice(0, index), writing })).join("");
  return (
    `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="${id}" name="Table ${id}"/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>` +
    `${placeXml(box, "p:xfrm")}<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table">` +
    `<a:tbl><a:tblPr${hasHead ? ' firstRow="1"' : ""}/><a:tblGrid>${grid}</a:tblGrid>${body}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>`
  );
}

interface RowPlace {
  readonly above: readonly TableRow[];
  readonly writing: Writing;
}

function rowXml({ height, cells }: TableRow, { above, writing }: RowPlace): string {
  const written = cells.map((cell, column) => (cell ? cellXml(cell, writing) : coveredXml({ cells, column, above })));
  return `<a:tr h="${emu(height)}">${written.join("")}</a:tr>`;
}

function cellXml({ paragraphs, columns, rows, fill, inset, borders }: TableCell, writing: Writing): string {
  const spans = `${columns > 1 ? ` gridSpan="${columns}"` : ""}${rows > 1 ? ` rowSpan="${rows}"` : ""}`;
  const [top, right, bottom, left] = inset.map(emu);
  const [above, after, below, before] = borders;
  const lines =
    borderXml("lnL", before, writing) + borderXml("lnR", after, writing) + borderXml("lnT", above, writing) + borderXml("lnB", below, writing);
  return (
    `<a:tc${spans}><a:txBody><a:bodyPr/><a:lstStyle/>${paragraphsXml(paragraphs, writing)}</a:txBody>` +
    `<a:tcPr marL="${left}" marR="${right}" marT="${top}" marB="${bottom}">${lines}${fillXml(fill, writing.scheme)}</a:tcPr></a:tc>`
  );
}

/** A cell that another reaches over: from the left in its row, or from above. */
function coveredXml({
  cells,
  column,
  above,
}: {
  readonly cells: TableRow["cells"];
  readonly column: number;
  readonly above: readonly TableRow[];
}): string {
  const isAcross = cells.some((cell, first) => cell !== undefined && first < column && first + cell.columns > column);
  const covering = above.flatMap((row, index) =>
    row.cells.flatMap((cell, first) => (cell && first <= column && first + cell.columns > column && index + cell.rows > above.length ? [first] : [])),
  );
  const isAlso = covering.some((first) => first < column);
  const merges = `${isAcross || isAlso ? ' hMerge="1"' : ""}${covering.length > 0 ? ' vMerge="1"' : ""}`;
  return `<a:tc${merges}><a:txBody><a:bodyPr/><a:lstStyle/><a:p/></a:txBody><a:tcPr/></a:tc>`;
}

function borderXml(tag: string, { width, color }: Border, { scheme }: Writing): string {
  if (width === 0 || color.endsWith("00")) return `<a:${tag} w="0"><a:noFill/></a:${tag}>`;
  return `<a:${tag} w="${emu(width)}">${fillXml(color, scheme)}</a:${tag}>`;
}
