import { parse } from "yaml";
import type { TextEdit } from "@/lib/deck/deck";
import { applyTextEdits } from "@/lib/deck/edits";
import { maskCode } from "@/lib/deck/import/mask-code";
import type { SourceText } from "@/lib/deck/import/source-text";
import { convertTransition } from "./transitions";

export interface RewrittenComments {
  /** The text after the front matter. */
  readonly body: string;
  /** Settings of the whole deck that stood in comments; Marp takes the last of each. */
  readonly global: Readonly<Record<string, unknown>>;
}

const globalKeys: ReadonlySet<string> = new Set([
  "theme",
  "style",
  "headingDivider",
  "lang",
  "size",
  "math",
  "marp",
  "title",
  "description",
  "author",
  "keywords",
  "url",
  "image",
]);
const localKeys: ReadonlySet<string> = new Set([
  "paginate",
  "header",
  "footer",
  "class",
  "color",
  "backgroundColor",
  "backgroundImage",
  "backgroundPosition",
  "backgroundRepeat",
  "backgroundSize",
  "transition",
]);
/** Names from before 2018, when Marp was an app of its own. */
const oldNames: Readonly<Record<string, string>> = { page_number: "paginate", template: "class" };

const keyLine = /^([$*_]?)([A-Za-z][\w-]*)[ \t]*:(.*)$/;

/** Writes directives as the deck language reads them, and lifts those of the whole deck out of the text. */
export function rewriteComments(source: SourceText): RewrittenComments {
  const global: Record<string, unknown> = {};
  const edits: TextEdit[] = [];
  const masked = maskCode(source.lines);
  // Behind the last end no comment closes, and every `<!--` would look for one through the rest of the text.
  for (const match of masked.slice(0, masked.lastIndexOf("-->") + 3).matchAll(/<!--[\s\S]*?-->/g)) {
    const start = match.index;
    const end = start + match[0].length;
    const inside = source.text
      .slice(start, end)
      .replace(/^<!--+/, "")
      .replace(/--+>$/, "");
    const lines = rewriteComment(inside, global);
    if (lines === undefined) continue;
    // A comment that is gone takes its line with it.
    const takesLine = lines.length === 0 && source.text[end] === "\n" && (start === 0 || source.text[start - 1] === "\n");
    const text = lines.length === 0 ? "" : lines.length === 1 ? `<!-- ${lines[0]} -->` : `<!--\n${lines.join("\n")}\n-->`;
    edits.push({ start, end: takesLine ? end + 1 : end, text });
  }
  // In Marp `???` is text.
  for (const { index } of masked.matchAll(/^\?\?\?[ \t]*$/gm)) edits.push({ start: index, end: index, text: "\\" });
  return { body: applyTextEdits(source.text, edits).slice(source.frontMatter.length), global };
}

/** The comment's lines as they are to be; undefined where it stays as it is. */
function rewriteComment(inside: string, global: Record<string, unknown>): readonly string[] | undefined {
  const entries = readEntries(inside);
  if (entries === undefined) return undefined;
  const lines: string[] = [];
  let isChanged = false;
  for (const { sigil, key: written, value, isList } of entries) {
    const key = Object.hasOwn(oldNames, written) ? (oldNames[written] ?? written) : written;
    if (sigil !== "_" && sigil !== "*" && globalKeys.has(key)) {
      global[key] = readValue(value);
      isChanged = true;
      continue;
    }
    const prefix = sigil === "*" ? "_" : sigil;
    const said = key === "transition" ? convertTransition(value) : value;
    isChanged ||= key !== written || prefix !== sigil || isList || said !== value;
    lines.push(`${prefix}${key}: ${said}`.trimEnd());
  }
  return isChanged ? lines : undefined;
}

interface Entry {
  readonly sigil: string;
  readonly key: string;
  readonly value: string;
  readonly isList: boolean;
}

/** The directives of a comment that is nothing else; a list of several lines becomes words, a block of text its text. */
function readEntries(inside: string): readonly Entry[] | undefined {
  const entries: Entry[] = [];
  const lines = inside.trim().split("\n");
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? "";
    if (line.trim() === "") continue;
    const [, sigil, key, rest = ""] = keyLine.exec(line.trimEnd()) ?? [];
    if (sigil === undefined || key === undefined) return undefined;
    const first = index + 1;
    while (index + 1 < lines.length && /^(?:[ \t]|- |\s*$)/.test(lines[index + 1] ?? "")) index++;
    const more = lines.slice(first, index + 1);
    const items = more.filter((next) => next.trim() !== "");
    if (items.length === 0) entries.push({ sigil, key, value: rest.trim(), isList: false });
    else if (items.every((item) => /^[ \t]*- /.test(item)) && rest.trim() === "") {
      entries.push({ sigil, key, value: items.map((item) => item.replace(/^[ \t]*- /, "").trim()).join(" "), isList: true });
    } else if (/^[ \t]*[|>]/.test(rest)) entries.push({ sigil, key, value: `${rest.trim()}\n${more.join("\n")}`, isList: false });
    else return undefined;
  }
  const isDirective = entries.some(({ sigil, key }) => {
    const name = Object.hasOwn(oldNames, key) && sigil !== "_" ? oldNames[key] : key;
    return name !== undefined && (localKeys.has(name) || (globalKeys.has(name) && sigil !== "_" && sigil !== "*"));
  });
  return isDirective ? entries : undefined;
}

/** A value of the front matter; what YAML can't read, or reads as a comment, is text. */
function readValue(text: string): unknown {
  if (text.startsWith("#")) return text;
  try {
    const value: unknown = parse(text, { schema: "core", logLevel: "silent", maxAliasCount: 0 });
    return value === null || (typeof value === "object" && !Array.isArray(value)) ? text : value;
  } catch (error) {
    if (error instanceof Error) return text;
    throw error;
  }
}
