import type { SourceLine } from "@/lib/deck/import/source-lines";
import { rewriteOutsideCode } from "@/lib/deck/import/mask-code";
import { readCommand, type SlideCommands } from "./commands";
import { spaceHeadings } from "@/lib/deck/import/tight-headings";
import { endVoidTags } from "@/lib/deck/import/void-tags";
import { rewriteImages } from "./images";
import type { Report } from "@/lib/deck/import/report";

export interface PrintSlideOptions {
  /** All lists of the deck appear item by item. */
  readonly buildsLists: boolean;
  readonly report: Report;
}

/** A slide in the deck language: commands as settings, `^` paragraphs as notes at the end. */
export function printSlide(lines: readonly SourceLine[], { buildsLists, report }: PrintSlideOptions): string {
  const commands: SlideCommands = { settings: [], buildsLists: undefined, codeSteps: [] };
  const notes: string[] = [];
  const parts: string[][] = [[]];
  let inNote = false;
  for (const [index, line] of lines.entries()) {
    const part = parts.at(-1) ?? [];
    if (line.kind === "blank") {
      inNote = false;
      if (part.at(-1)?.trim() === "") continue;
    }
    const note = line.kind === "text" ? /^\^[ \t]?(.*)$/.exec(line.text)?.[1] : undefined;
    if (note !== undefined) {
      notes.push(...(inNote || notes.length === 0 ? [] : [""]), note);
      inNote = true;
    } else if (inNote) notes.push(line.text);
    else if (line.kind === "fence" && line.info !== undefined && commands.codeSteps.length > 0) {
      part.push(`${line.text.trimEnd()} {${commands.codeSteps.join("|")}}`);
      commands.codeSteps.length = 0;
    } else if (line.kind !== "text") part.push(line.text);
    else if (/^\[\.column\][ \t]*$/.test(line.text)) parts.push([]);
    else if (!readCommand(line, commands, report)) part.push(...rewriteText(line, lines[index - 1], report));
  }
  const body = wrapLists(endVoidTags(printColumns(parts)), commands.buildsLists, buildsLists);
  const said = notes.join("\n").trim();
  return [commands.settings.join("\n"), body, said === "" ? "" : `???\n\n${said}`].filter((text) => text !== "").join("\n\n");
}

function rewriteText(line: SourceLine, before: SourceLine | undefined, report: Report): readonly string[] {
  const text = rewriteOutsideCode(line.text, (part) =>
    rewriteImages(part, line, report)
      .replace(/\[\^([^[\]\n]*)\]/g, (whole, label: string) => (/\s/.test(label) ? `[^${label.trim().replace(/[\s,]+/g, "-")}]` : whole))
      // Deckset's Markdown sets them within a word too, which CommonMark does of stars alone.
      .replace(/(?<=\w)\*\*_([^\s*_](?:[^*_\n]*[^\s*_])?)_\*\*|\*\*_([^\s*_](?:[^*_\n]*[^\s*_])?)_\*\*(?=\w)/g, "***$1$2***")
      .replace(/\$\$([^$\n]+)\$\$/g, (whole, tex: string) => (whole === line.text.trim() ? whole : `$${tex.trim()}$`)),
  );
  const heading = spaceHeadings(text.replace(/^(#{1,6}) *\[fit\][ \t]*/, "$1 <!-- fit --> "));
  const author = /^-- (\S.*)$/.exec(text)?.[1];
  // `-- name` under a quote is whom it is from.
  return author !== undefined && before?.kind === "text" && before.text.startsWith(">") ? [">", `> — ${author}`] : [heading];
}

/** What stands before the first `[.column]` spans all of them. */
function printColumns([lead = [], ...columns]: readonly (readonly string[])[]): string {
  const intro = trimBlank(lead);
  if (columns.length === 0) return intro;
  const printed = columns.map((column) => `::: column\n\n${trimBlank(column)}\n\n:::`).join("\n\n");
  return [intro, `::: columns\n\n${printed}\n\n:::`].filter((text) => text !== "").join("\n\n");
}

function wrapLists(body: string, own: boolean | undefined, ofDeck: boolean): string {
  if (own === undefined || own === ofDeck || body === "") return body;
  return `::: ${own ? "incremental" : "nonincremental"}\n\n${body}\n\n:::`;
}

/** Indentation of the first line is code: only blank lines go. */
function trimBlank(lines: readonly string[]): string {
  const isText = (line: string) => line.trim() !== "";
  const first = lines.findIndex(isText);
  return first === -1 ? "" : lines.slice(first, lines.findLastIndex(isText) + 1).join("\n");
}
