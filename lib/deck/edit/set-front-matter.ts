import { isMap, isNode, isScalar, parseDocument, type Pair } from "yaml";
import type { TextEdit } from "@/lib/deck/deck";
import { writeSettingValue } from "./setting-value";

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
  const bodyStart = block.indexOf("\n") + 1;
  const bodyEnd = block.slice(0, block.trimEnd().length).lastIndexOf("\n") + 1;
  const body = block.slice(bodyStart, bodyEnd);
  const document = parseDocument(body, { schema: "core", uniqueKeys: false, logLevel: "silent" });
  if (document.errors.length > 0) return [];
  const { contents } = document;
  if (contents !== null && !isMap(contents)) return [];
  // One line of `{a: 1}` has no line of its own for each setting.
  if (contents?.flow === true) return [];
  const edits: TextEdit[] = [];
  const added: string[] = [];
  for (const [key, value] of Object.entries(changes)) {
    const pair = contents?.items.findLast((item) => isScalar(item.key) && item.key.value === key);
    if (pair === undefined) {
      if (value !== undefined) added.push(`${key}: ${writeSettingValue(value)}`.trimEnd());
    } else edits.push(...changePair(body, pair, value));
  }
  if (added.length > 0) edits.push({ start: body.length, end: body.length, text: `${added.join("\n")}\n` });
  const offset = range.start + bodyStart;
  return edits
    .toSorted((a, b) => a.start - b.start || a.end - b.end)
    .map((edit) => ({ start: offset + edit.start, end: offset + edit.end, text: edit.text }));
}

function newFrontMatter(deck: FrontMatterOf, changes: FrontMatterChanges): TextEdit[] {
  const lines = Object.entries(changes).flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${writeSettingValue(value)}`.trimEnd()]));
  if (lines.length === 0) return [];
  const space = deck.source === "" || deck.source.startsWith("\n") ? "" : "\n";
  return [{ start: 0, end: 0, text: `---\n${lines.join("\n")}\n---\n${space}` }];
}

function changePair(body: string, pair: Pair, value: unknown): TextEdit[] {
  const start = isNode(pair.key) ? (pair.key.range?.[0] ?? 0) : 0;
  const keyEnd = isNode(pair.key) ? (pair.key.range?.[1] ?? start) : start;
  const node = isNode(pair.value) ? pair.value : undefined;
  if (value === undefined) return [{ start: lineStart(body, start), end: pairEnd(body, node?.range?.[1] ?? keyEnd), text: "" }];
  if (node?.toJSON() !== undefined && JSON.stringify(node.toJSON()) === JSON.stringify(value)) return [];
  const colonEnd = body.indexOf(":", keyEnd) + 1;
  const [from, to] = node?.range ?? [colonEnd, colonEnd];
  const written = writeLike(body.slice(from, to), value);
  // A value of no characters stands right behind its colon; a block begins on lines of its own.
  if (from === to || body.slice(colonEnd, from).includes("\n")) {
    return [{ start: colonEnd, end: Math.max(colonEnd, trimmedEnd(body, from, to)), text: ` ${written}`.trimEnd() }];
  }
  return [{ start: from, end: trimmedEnd(body, from, to), text: written }];
}

/** In the quotes that the old value had. */
function writeLike(old: string, value: unknown): string {
  if (typeof value === "string" && old.startsWith('"')) return JSON.stringify(value);
  if (typeof value === "string" && old.startsWith("'") && !value.includes("\n")) return `'${value.replaceAll("'", "''")}'`;
  return writeSettingValue(value);
}

/** A block scalar's range takes its last line end along: the line after must not be drawn up. */
function trimmedEnd(body: string, from: number, to: number): number {
  return from + body.slice(from, to).trimEnd().length;
}

function lineStart(body: string, at: number): number {
  return body.lastIndexOf("\n", at - 1) + 1;
}

/** Behind the line that the pair ends on, with a comment that stands behind the value. */
function pairEnd(body: string, at: number): number {
  if (body[at - 1] === "\n") return at;
  const end = body.indexOf("\n", at);
  return end === -1 ? body.length : end + 1;
}
