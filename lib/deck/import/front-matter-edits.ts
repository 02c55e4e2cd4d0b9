import { changeEntries, setFrontMatter } from "@/lib/deck/edit/set-front-matter";
import { applyTextEdits } from "@/lib/deck/edits";
import { readFrontMatter } from "@/lib/deck/front-matter";
import { closingFence, readFrontMatterEntries, writeFrontMatterEntry, type FrontMatterEntry } from "@/lib/deck/front-matter-entries";

export interface FrontMatterChanges {
  /** Keys to write, in place of what they say now or at the end; undefined takes a key out. */
  readonly set?: Readonly<Record<string, unknown>>;
  /** Keys to call otherwise, their values as written. A key that is there already is left alone. */
  readonly rename?: Readonly<Record<string, string>>;
}

/**
 * Changes settings in the front matter of a text (LF line ends) and leaves every other line of it as it was written,
 * comments too. Makes front matter where there is none; front matter that is empty afterwards goes. Where it can't be
 * told which lines are whose, keys that are there already stay, and others are added.
 */
export function editFrontMatter(text: string, { set = {}, rename = {} }: FrontMatterChanges): string {
  const { length, values } = readFrontMatter(text);
  // Nobody reads a long front matter line by line to write what it says already.
  const saysAll = Object.entries(set).every(([key, value]) => (value === undefined ? !(key in values) : values[key] === value));
  if (length > 0 && saysAll && Object.keys(rename).length === 0) return text;
  if (length === 0) return applyTextEdits(text, setFrontMatter({ source: text, frontMatter: { range: undefined } }, set));
  const block = text.slice(0, length);
  const read = readFrontMatterEntries(block);
  if (read === undefined) return addLines(text, block, set);
  const keys = new Set(read.entries.map(({ key }) => key));
  const renamed = read.entries.flatMap(({ key, keyStart, keyEnd }) => {
    const name = key in set ? undefined : rename[key];
    return name === undefined || keys.has(name) ? [] : [{ start: keyStart, end: keyEnd, text: name }];
  });
  const edits = [...renamed, ...changeEntries(block, read, set)];
  return applyTextEdits(
    text,
    edits.toSorted((a, b) => a.start - b.start || a.end - b.end),
  ).replace(/^---[ \t]*\n(?:---|\.\.\.)[ \t]*\n+/, "");
}

/** The top-level keys of the front matter, in order; none where it can't be read or isn't written line by line. */
export function frontMatterEntries(text: string): readonly FrontMatterEntry[] {
  const { length } = readFrontMatter(text);
  return length === 0 ? [] : (readFrontMatterEntries(text.slice(0, length))?.entries ?? []);
}

function addLines(text: string, block: string, set: Readonly<Record<string, unknown>>): string {
  const keys = new Set([...block.matchAll(/^([\w-]+)[ \t]*:/gm)].map(([, key]) => key));
  const added = Object.entries(set).filter(([key, value]) => value !== undefined && !keys.has(key));
  const close = closingFence(block);
  return text.slice(0, close) + added.map(([key, value]) => writeFrontMatterEntry(key, value)).join("") + text.slice(close);
}
