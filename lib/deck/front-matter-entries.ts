import { isMap, isNode, isScalar, parseDocument, stringify, type Pair } from "yaml";
import { readFrontMatter } from "./front-matter";

/** A top-level key of front matter with its whole entry; offsets into the text of the front matter. */
export interface FrontMatterEntry {
  readonly key: string;
  /** Start of its first line. */
  readonly start: number;
  /** After the line end of its last line. */
  readonly end: number;
  readonly keyStart: number;
  readonly keyEnd: number;
  /** Undefined where nothing stands behind the colon. */
  readonly value: { readonly start: number; readonly end: number; readonly data: unknown } | undefined;
}

export interface FrontMatterEntries {
  readonly entries: readonly FrontMatterEntry[];
  /** Where a new entry goes: the start of the closing fence. */
  readonly close: number;
  /** How far in the keys stand, in units. */
  readonly indent: number;
}

/**
 * The entries of front matter, from fence to fence, in their order; undefined where it can't be read, or is written as
 * one flow (`{a: 1}`) that has no line for each.
 */
export function readFrontMatterEntries(block: string): FrontMatterEntries | undefined {
  if (readFrontMatter(block.replaceAll("\r\n", "\n")).error) return undefined;
  const offset = block.indexOf("\n") + 1;
  const close = closingFence(block);
  const body = block.slice(offset, close);
  const { contents, errors } = parseDocument(body, { schema: "core", uniqueKeys: false, logLevel: "silent" });
  if (errors.length > 0 || (contents !== null && (!isMap(contents) || contents.flow === true))) return undefined;
  const entries = contents?.items.flatMap((pair) => readEntry(body, offset, pair)) ?? [];
  const [first] = entries;
  return { entries, close, indent: first ? first.keyStart - first.start : 0 };
}

/** Start of the line that closes the front matter. */
export function closingFence(block: string): number {
  return block.trimEnd().lastIndexOf("\n") + 1;
}

/** `key: value` as lines of front matter, text of several lines as a block that people can go on writing. */
export function writeFrontMatterEntry(key: string, value: unknown): string {
  return stringify({ [key]: value }, { schema: "core", lineWidth: 0 });
}

/** What stands behind the colon of such an entry, from its space or line end on. */
export function writeEntryValue(value: unknown): string {
  return writeFrontMatterEntry("v", value).slice("v:".length).trimEnd();
}

function readEntry(body: string, offset: number, { key, value }: Pair): readonly FrontMatterEntry[] {
  if (!isScalar(key) || !key.range) return [];
  const [keyStart, keyEnd] = key.range;
  const node = isNode(value) && value.range ? { start: value.range[0], end: value.range[1], data: value.toJSON() as unknown } : undefined;
  const last = Math.max(node?.end ?? keyEnd, keyEnd);
  // A block ends at the start of the next line already; any other value ends within its line.
  const lineEnd = body[last - 1] === "\n" ? last - 1 : body.indexOf("\n", last);
  return [
    {
      key: String(key.value),
      start: offset + body.lastIndexOf("\n", keyStart - 1) + 1,
      end: offset + (lineEnd === -1 ? body.length : lineEnd + 1),
      keyStart: offset + keyStart,
      keyEnd: offset + keyEnd,
      value: node && { ...node, start: offset + node.start, end: offset + node.end },
    },
  ];
}
