import { appendAll } from "@/lib/deck/append-all";
import { findLine, type SourceLine } from "@/lib/deck/import/source-lines";
import type { Report } from "@/lib/deck/import/report";

interface Snap {
  readonly line: SourceLine;
  readonly row: number;
  readonly column: number;
  readonly classes: readonly string[];
  readonly width: string | undefined;
  /** As wide as the slide. */
  readonly isWide: boolean;
  readonly inside: readonly SourceLine[];
}

const opening = /^@snap\[([^\]]*)\][ \t]*$/;
const closing = /^@snapend[ \t]*$/;
const place = /^(?:(north|south)(?:-(west|east))?|(west|midpoint|east))$/;

/**
 * Snapped blocks (`@snap[north-west span-50]` … `@snapend`) that follow each other, in the rows in which GitPitch sets
 * them: those of one row stand in columns, a lone one is a box.
 */
export function arrangeSnaps(lines: readonly SourceLine[], report: Report): readonly SourceLine[] {
  if (!lines.some(({ kind, text }) => kind === "text" && opening.test(text))) return lines;
  const output: SourceLine[] = [];
  let run: Snap[] = [];
  let ink = 0;
  const flush = () => {
    appendAll(output, printRows(run));
    run = [];
  };
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    if (line === undefined) break;
    const snap = line.kind === "text" ? readSnap(lines, index) : undefined;
    if (snap !== undefined) {
      report("snap", "Snapped blocks keep their rows and columns here, not their exact places.", line);
      run.push(snap);
      index += snap.inside.length + 1;
      continue;
    }
    if (ink !== -1 && ink <= index) ink = findLine(lines, index, ({ kind }) => kind !== "blank");
    const next = line.kind === "blank" ? lines[ink] : undefined;
    if (run.length > 0 && next?.kind === "text" && opening.test(next.text)) continue;
    flush();
    output.push(line);
  }
  flush();
  return output;
}

/** The block that opens on a line; undefined where nobody closes it. */
function readSnap(lines: readonly SourceLine[], at: number): Snap | undefined {
  const line = lines[at];
  const words =
    line === undefined
      ? undefined
      : opening
          .exec(line.text)?.[1]
          ?.split(/[\s,]+/)
          .filter((word) => word !== "");
  if (line === undefined || words === undefined) return undefined;
  const closeAt = findLine(lines, at + 1, ({ kind, text }) => kind === "text" && (closing.test(text) || opening.test(text)));
  const end = lines[closeAt];
  if (end === undefined || !closing.test(end.text)) return undefined;
  const where = words.map((word) => place.exec(word)).find((match) => match !== null);
  const span = words.map((word) => /^span-(\d{1,3})$/.exec(word)?.[1]).find((percent) => percent !== undefined);
  return {
    line,
    row: where?.[1] === "north" ? 0 : where?.[1] === "south" ? 2 : 1,
    column: [where?.[2], where?.[3]].includes("west") ? 0 : [where?.[2], where?.[3]].includes("east") ? 2 : 1,
    classes: words.filter((word) => /^-?[a-zA-Z_][\w-]*$/.test(word) && !/^span-\d/.test(word)),
    width: span === undefined || Number(span) >= 100 ? undefined : `${span}%`,
    isWide: Number(span) >= 100,
    inside: lines.slice(at + 1, closeAt),
  };
}

function printRows(snaps: readonly Snap[]): readonly SourceLine[] {
  return [0, 1, 2].flatMap((row) => {
    // What spans the slide has its line to itself: authors leave it free in the blocks beside.
    const wide = snaps.filter((snap) => snap.row === row && snap.isWide).flatMap((snap) => printBox(snap, ["snap", ...snap.classes], undefined));
    const blocks = snaps.filter((snap) => snap.row === row && !snap.isWide).toSorted((a, b) => a.column - b.column);
    const [first] = blocks;
    if (first === undefined) return wide;
    // Two blocks at one place lie on each other in GitPitch: below each other both can be read.
    const isRow = blocks.length > 1 && new Set(blocks.map(({ column }) => column)).size === blocks.length;
    if (!isRow) return [...wide, ...blocks.flatMap((snap) => printBox(snap, ["snap", ...snap.classes], undefined))];
    const columns = blocks.flatMap((snap) => printBox(snap, ["column", ...snap.classes], snap.width));
    return [...wide, ...asLines(first.line, ["", "::: columns", ""]), ...columns, ...asLines(first.line, ["", ":::", ""])];
  });
}

function printBox({ line, inside }: Snap, classes: readonly string[], width: string | undefined): readonly SourceLine[] {
  const braces = [...classes.map((name) => `.${name}`), ...(width === undefined ? [] : [`width=${width}`])].join(" ");
  return [...asLines(line, ["", `::: {${braces}}`, ""]), ...inside, ...asLines(line, ["", ":::", ""])];
}

function asLines(line: SourceLine, texts: readonly string[]): readonly SourceLine[] {
  return texts.map((text) => ({ ...line, text, kind: text === "" ? "blank" : "text" }));
}
