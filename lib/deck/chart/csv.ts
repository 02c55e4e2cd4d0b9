import { countLineEnds } from "@/lib/deck/positions";

/** A row of a table, with the line of the text that it starts on (1-based). */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** What may end a cell, or begin a quoted one: up to it all is text. */
const mark = /["\n\t;,]/g;

/**
 * Rows of cells: by tabs where the first line has one, else by semicolons where it has those and no comma, else by
 * commas. Cells in double quotes may hold the separator, line ends and doubled quotes (RFC 4180). Blank lines go.
 */
export function readCsv(text: string): readonly CsvRow[] {
  const separator = separatorOf(text.split("\n", 1)[0] ?? "");
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let cell = "";
  let line = 1;
  let startLine = 1;
  let wasQuoted = false;
  const endCell = () => {
    cells.push(wasQuoted ? cell : cell.trim());
    cell = "";
    wasQuoted = false;
  };
  const endRow = () => {
    endCell();
    if (cells.some((one) => one !== "")) rows.push({ line: startLine, cells });
    cells = [];
    startLine = line;
  };
  for (let at = 0; at < text.length; at++) {
    const unit = text.charAt(at);
    if (unit === '"' && cell.trim() === "" && !wasQuoted) {
      const end = closingQuote(text, at + 1);
      cell = text.slice(at + 1, end).replaceAll('""', '"');
      line += countLineEnds(cell);
      wasQuoted = true;
      at = end;
    } else if (unit === separator) endCell();
    else if (unit === "\n") {
      line++;
      endRow();
    } else {
      mark.lastIndex = at + 1;
      const run = text.slice(at, mark.test(text) ? mark.lastIndex - 1 : undefined);
      cell += wasQuoted ? run.replace(/\s/g, "") : run;
      at += run.length - 1;
    }
  }
  endRow();
  return rows;
}

function separatorOf(line: string): string {
  if (line.includes("\t")) return "\t";
  return line.includes(";") && !line.includes(",") ? ";" : ",";
}

/** Offset of the quote that ends a cell; the text's end where nobody closed it. */
function closingQuote(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    if (text.charAt(at) !== '"') continue;
    if (text.charAt(at + 1) !== '"') return at;
    at++;
  }
  return text.length;
}
