import { isMap, isScalar, parseDocument, stringify } from "yaml";
import { applyTextEdits } from "@/lib/deck/edits";
import { readFrontMatter } from "@/lib/deck/front-matter";

export interface FrontMatterChanges {
  /** Keys to write, in place of what they say now or at the end; undefined takes a key out. */
  readonly set?: Readonly<Record<string, unknown>>;
  /** Keys to call otherwise, their values as written. A key that is there already is left alone. */
  readonly rename?: Readonly<Record<string, string>>;
}

/** A top-level key of the front matter with its whole entry; offsets into the text. */
export interface FrontMatterEntry {
  readonly key: string;
  readonly start: number;
  /** After the line end of its last line. */
  readonly end: number;
  /** End of the key itself. */
  readonly keyEnd: number;
}

/**
 * Changes settings in the front matter of a text (LF line ends) and leaves every other line of it as it was written,
 * comments too. Makes front matter where there is none; front matter that is empty afterwards goes.
 */
export function editFrontMatter(text: string, { set = {}, rename = {} }: FrontMatterChanges): string {
  const { length, error } = readFrontMatter(text);
  const written = Object.entries(set).filter(([, value]) => value !== undefined);
  if (length === 0) {
    if (written.length === 0) return text;
    return `---\n${written.map(([key, value]) => entryText(key, value)).join("")}---\n\n${text.replace(/^\n/, "")}`;
  }
  const entries = frontMatterEntries(text);
  // Where YAML can't tell the entries, a key that is there already is left alone.
  const keys = new Set(error ? [...text.slice(0, length).matchAll(/^([\w-]+)[ \t]*:/gm)].map(([, key]) => key) : entries.map(({ key }) => key));
  const edits = entries.flatMap((entry) => {
    if (entry.key in set) {
      const value = set[entry.key];
      return [{ start: entry.start, end: entry.end, text: value === undefined ? "" : entryText(entry.key, value) }];
    }
    const name = rename[entry.key];
    return name === undefined || keys.has(name) ? [] : [{ start: entry.start, end: entry.keyEnd, text: name }];
  });
  const added = written.filter(([key]) => !keys.has(key)).map(([key, value]) => entryText(key, value));
  const close = closingFence(text, length);
  if (added.length > 0) edits.push({ start: close, end: close, text: added.join("") });
  return applyTextEdits(text, edits).replace(/^---[ \t]*\n(?:---|\.\.\.)[ \t]*\n+/, "");
}

/** The top-level keys of the front matter, in order; none where it can't be read or isn't written line by line. */
export function frontMatterEntries(text: string): readonly FrontMatterEntry[] {
  const { length, error } = readFrontMatter(text);
  if (length === 0 || error) return [];
  const bodyStart = text.indexOf("\n") + 1;
  const body = text.slice(bodyStart, closingFence(text, length));
  const { contents } = parseDocument(body, { schema: "core", uniqueKeys: false, logLevel: "silent" });
  if (!isMap(contents) || contents.flow === true) return [];
  return contents.items.flatMap(({ key, value }) => {
    if (!isScalar(key) || !key.range) return [];
    const valueRange = typeof value === "object" && value !== null && "range" in value && Array.isArray(value.range) ? value.range : key.range;
    const last = Math.max(Number(valueRange[1]), key.range[1]);
    // A block ends at the start of the next line already; any other value ends within its line.
    const lineEnd = body[last - 1] === "\n" ? last - 1 : body.indexOf("\n", last);
    const end = lineEnd === -1 ? body.length : lineEnd + 1;
    return [{ key: String(key.value), start: bodyStart + key.range[0], end: bodyStart + end, keyEnd: bodyStart + key.range[1] }];
  });
}

function closingFence(text: string, length: number): number {
  return text.lastIndexOf("\n", length - 2) + 1;
}

function entryText(key: string, value: unknown): string {
  return stringify({ [key]: value }, { schema: "core", lineWidth: 0 });
}
