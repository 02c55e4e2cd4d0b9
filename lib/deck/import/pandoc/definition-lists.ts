import { createPaddedLines } from "@/lib/deck/import/padded-lines";
import { readSourceLines, type SourceLine } from "@/lib/deck/import/source-lines";

const definition = /^ {0,2}[:~][ \t]{1,3}(?=\S)/;

interface Entry {
  readonly term: string;
  readonly definitions: readonly (readonly string[])[];
  /** Index after its last line. */
  readonly end: number;
}

/** `Term` over `: definition` as HTML's list of terms, its parts Markdown still. */
export function convertDefinitionLists(text: string): string {
  if (!/^ {0,2}[:~][ \t]{1,3}\S/m.test(text)) return text;
  const lines = readSourceLines(text);
  const result = createPaddedLines();
  for (let index = 0; index < lines.length; index++) {
    const entries: Entry[] = [];
    for (let entry = readEntry(lines, index); entry !== undefined; entry = readEntry(lines, skipBlank(lines, entry.end))) entries.push(entry);
    const last = entries.at(-1);
    if (last === undefined) result.add(lines[index]?.text ?? "");
    else {
      result.addBlock(["<dl>", ...entries.flatMap(writeEntry), "</dl>"]);
      index = last.end - 1;
    }
  }
  return result.lines.join("\n");
}

/** The term that stands on a line, with all that defines it; undefined where the line is no term. */
function readEntry(lines: readonly SourceLine[], at: number): Entry | undefined {
  const term = lines[at];
  const isTerm = term?.kind === "text" && lines[at - 1]?.kind !== "text" && !/^[ \t]*(?:[:~#>|<-]|\d+[.)])/.test(term.text);
  if (!isTerm) return undefined;
  const definitions: string[][] = [];
  let index = lines[at + 1]?.kind === "blank" ? at + 2 : at + 1;
  let end = index;
  for (; index < lines.length; index++) {
    const line = lines[index];
    if (line === undefined) break;
    if (line.kind === "text" && definition.test(line.text)) definitions.push([line.text.replace(definition, "")]);
    else if (definitions.length === 0) return undefined;
    else if (line.kind === "blank") {
      if (!isGoingOn(lines[skipBlank(lines, index)])) break;
      definitions.at(-1)?.push("");
      continue;
    } else definitions.at(-1)?.push(line.text.replace(/^(?: {1,4}|\t)/, ""));
    end = index + 1;
  }
  return definitions.length === 0 ? undefined : { term: term.text.trim(), definitions, end };
}

function isGoingOn(line: SourceLine | undefined): boolean {
  return line !== undefined && (definition.test(line.text) || /^(?: {4}|\t)/.test(line.text));
}

function skipBlank(lines: readonly SourceLine[], from: number): number {
  let index = from;
  while (lines[index]?.kind === "blank") index++;
  return index;
}

function writeEntry({ term, definitions }: Entry): readonly string[] {
  const meant = definitions.flatMap((lines) => ["<dd>", "", ...lines.join("\n").trim().split("\n"), "", "</dd>"]);
  return ["<dt>", "", term, "", "</dt>", ...meant];
}
