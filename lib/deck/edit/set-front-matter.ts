import type { TextEdit } from "@/lib/deck/deck";
import {
  readFrontMatterEntries,
  writeEntryValue,
  writeFrontMatterEntry,
  type FrontMatterEntries,
  type FrontMatterEntry,
} from "@/lib/deck/front-matter-entries";

/** New values by key; undefined takes the setting out. */
export type FrontMatterChanges = Readonly<Record<string, unknown>>;

/** A deck as far as its front matter goes. */
export interface FrontMatterOf {
  readonly source: string;
  readonly frontMatter: { readonly range: { readonly start: number; readonly end: number } | undefined };
}

/**
 * Changes settings of the front matter in place: comments, order, quotes and keys that nobody knows stay as they are.
 * Makes front matter where there is none. No edits where the front matter can't be read as a list of settings.
 */
export function setFrontMatter(deck: FrontMatterOf, changes: FrontMatterChanges): TextEdit[] {
  const { range } = deck.frontMatter;
  if (range === undefined) return newFrontMatter(deck, changes);
  const block = deck.source.slice(range.start, range.end);
  const read = readFrontMatterEntries(block);
  if (read === undefined) return [];
  return changeEntries(block, read, changes).map((edit) => ({ start: range.start + edit.start, end: range.start + edit.end, text: edit.text }));
}

/** The same for front matter whose entries were read already; offsets into it. */
export function changeEntries(block: string, read: FrontMatterEntries, changes: FrontMatterChanges): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  const added: string[] = [];
  for (const [key, value] of Object.entries(changes)) {
    const named = read.entries.filter((entry) => entry.key === key);
    const last = named.at(-1);
    // Of a key that is there twice the last one counts.
    if (value === undefined) edits.push(...named.map(({ start, end }) => ({ start, end, text: "" })));
    else if (last) edits.push(...changeEntry(block, last, value, read.indent));
    else added.push(indented(`\n${writeFrontMatterEntry(key, value)}`, read.indent).slice(1));
  }
  if (added.length > 0) edits.push({ start: read.close, end: read.close, text: added.join("") });
  return edits.toSorted((a, b) => a.start - b.start || a.end - b.end);
}

function newFrontMatter(deck: FrontMatterOf, changes: FrontMatterChanges): TextEdit[] {
  const lines = Object.entries(changes).flatMap(([key, value]) => (value === undefined ? [] : [writeFrontMatterEntry(key, value)]));
  if (lines.length === 0) return [];
  const space = deck.source === "" || deck.source.startsWith("\n") ? "" : "\n";
  return [{ start: 0, end: 0, text: `---\n${lines.join("")}---\n${space}` }];
}

function changeEntry(block: string, entry: FrontMatterEntry, value: unknown, indent: number): TextEdit[] {
  const { value: old, keyEnd, end: entryEnd } = entry;
  if (old?.data !== undefined && JSON.stringify(old.data) === JSON.stringify(value)) return [];
  const colonEnd = block.indexOf(":", keyEnd) + 1;
  const { start, end } = old ?? { start: colonEnd, end: colonEnd };
  const written = block.slice(start, end);
  // A block scalar's range takes its last line end along: the line after must not be drawn up.
  const valueEnd = Math.max(colonEnd, start + written.trimEnd().length);
  const text = writeLike(written, value, block.slice(valueEnd, entryEnd).trim() !== "");
  // A value of no characters stands right behind its colon; a block begins on lines of its own.
  const isBehindColon = start === end || text.includes("\n") || block.slice(colonEnd, start).includes("\n");
  return [isBehindColon ? { start: colonEnd, end: valueEnd, text: indented(text, indent) } : { start, end: valueEnd, text: text.slice(1) }];
}

/** With the space before it; in the quotes that the old value had, and on one line where a comment stands behind it. */
function writeLike(old: string, value: unknown, hasComment: boolean): string {
  if (typeof value === "string" && !value.includes("\n")) {
    if (old.startsWith('"')) return ` ${JSON.stringify(value)}`;
    if (old.startsWith("'")) return ` '${value.replaceAll("'", "''")}'`;
  }
  const text = writeEntryValue(value);
  return hasComment && text.includes("\n") ? ` ${JSON.stringify(value)}` : text;
}

function indented(text: string, indent: number): string {
  return indent === 0 ? text : text.replaceAll(/\n(?=.)/g, `\n${" ".repeat(indent)}`);
}
