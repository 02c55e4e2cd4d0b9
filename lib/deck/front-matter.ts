import { isMap, isScalar, parseDocument, type Document } from "yaml";
import { maxAliases, maxFrontMatterUnits, maxNesting, maxQuotes } from "./limits";
import { readPlainYaml } from "./plain-yaml";
import { cssKeys } from "./settings";

/** Front matter as found at the very top of a text with LF line ends; offsets into that text. */
export interface FrontMatterBlock {
  /** Units of the whole block with both fences and the newline after; 0 where there is none. */
  readonly length: number;
  readonly values: Readonly<Record<string, unknown>>;
  /** Where each of its keys stands. */
  readonly keys: ReadonlyMap<string, number>;
  /** Where and why the YAML can't be read: a sentence, or with a code what YAML itself says of it. */
  readonly error: { readonly sentence: string; readonly start: number; readonly end: number; readonly code?: string } | undefined;
}

const none: FrontMatterBlock = { length: 0, values: {}, keys: new Map(), error: undefined };
const opening = /^---[ \t]*\n/;
const closing = /^(?:---|\.\.\.)[ \t]*$/m;
/** A mapping starts with a key, a comment or a blank line; a slide's text starts otherwise. */
const firstKey = /^(?:[ \t]*(?:#.*)?\n)*(?:[ \t]*)["']?[A-Za-z_][\w.-]*["']?[ \t]*:(?:[ \t]|\n|$)/;

/**
 * Reads the YAML between `---` lines at the very top. Two rules around a first slide are not front matter: the
 * block has to start with a key. Broken YAML leaves the deck open, with no settings and an error to show.
 */
export function readFrontMatter(text: string): FrontMatterBlock {
  const open = opening.exec(text);
  if (!open) return none;
  const bodyStart = open[0].length;
  const rest = text.slice(bodyStart, bodyStart + maxFrontMatterUnits);
  const close = closing.exec(rest);
  if (!close) return none;
  const body = rest.slice(0, close.index);
  if (!firstKey.test(body)) return none;
  const afterFence = bodyStart + close.index + close[0].length;
  const length = text[afterFence] === "\n" ? afterFence + 1 : afterFence;
  return { length, ...readYaml(body, bodyStart) };
}

/** YAML core schema; aliases are refused, since a few lines of them can grow without bound, and so is deep nesting. */
function readYaml(body: string, offset: number): Pick<FrontMatterBlock, "values" | "keys" | "error"> {
  const plain = readPlainYaml(body);
  if (plain) return { values: plain.values, keys: new Map([...plain.keys].map(([key, start]) => [key, offset + start])), error: undefined };
  if (nestsTooDeepForYaml(body)) {
    const sentence = `The front matter can't be read: brackets nest deeper than ${maxNesting} levels in it`;
    return { values: {}, keys: new Map(), error: { sentence, start: offset, end: offset + body.length } };
  }
  if (holdsManyAliases(body)) return { values: {}, keys: new Map(), error: { sentence: aliasesRefused, start: offset, end: offset + body.length } };
  if (holdsManyQuotes(body)) {
    const sentence = `The front matter can't be read: it holds more than ${maxQuotes} quotation marks`;
    return { values: {}, keys: new Map(), error: { sentence, start: offset, end: offset + body.length } };
  }
  const document = parseDocument(body, { schema: "core", prettyErrors: false, uniqueKeys: false, logLevel: "silent" });
  const broken = document.errors[0];
  if (broken) {
    const [start, end] = broken.pos;
    return {
      values: {},
      keys: new Map(),
      error: { sentence: broken.message, start: offset + start, end: offset + Math.max(end, start + 1), code: broken.code },
    };
  }
  try {
    const values: unknown = document.toJS({ maxAliasCount: 0 });
    if (isMapping(values)) return { values: { ...values, ...unquotedColors(body) }, keys: keysOf(document, offset), error: undefined };
    return values === null || values === undefined
      ? { values: {}, keys: new Map(), error: undefined }
      : {
          values: {},
          keys: new Map(),
          error: { sentence: "The front matter has to be a list of `key: value` lines", start: offset, end: offset + body.length },
        };
  } catch (cause) {
    const sentence = cause instanceof ReferenceError ? aliasesRefused : "The front matter can't be read: it is not YAML";
    return { values: {}, keys: new Map(), error: { sentence, start: offset, end: offset + body.length } };
  }
}

const aliasesRefused = "The front matter can't be read: aliases (`*name`) are not allowed in it";

/** More than any settings hold by chance, beside a value that they can stand for. */
function holdsManyAliases(body: string): boolean {
  return /(?:^|[\s,[{])&[A-Za-z0-9_]/.test(body) && (body.match(/(?:^|[\s,[{])\*[A-Za-z0-9_]/g)?.length ?? 0) > maxAliases;
}

/** Each that stands where none may is an error of its own to YAML. */
function holdsManyQuotes(body: string): boolean {
  return body.length > maxQuotes && (body.match(/["']/g)?.length ?? 0) > maxQuotes;
}

/** Counts brackets wherever they stand: nobody's settings come near the limit. */
function nestsTooDeepForYaml(body: string): boolean {
  let depth = 0;
  for (const [bracket] of body.matchAll(/[[\]{}]/g)) {
    if (bracket === "[" || bracket === "{") depth++;
    else if (depth > 0) depth--;
    if (depth > maxNesting) return true;
  }
  return false;
}

/** `color: #fff` without quotes is a comment to YAML and a colour to everybody who writes it. */
function unquotedColors(body: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, key = "", value = ""] of body.matchAll(/^(\w+):[ \t]+([^"'|>\s\n][^\n]*)$/gm)) {
    if (cssKeys.includes(key) && /(?:^|\s)#/.test(value)) found[key] = value.trim();
  }
  return found;
}

function keysOf({ contents }: Document, offset: number): ReadonlyMap<string, number> {
  const keys = new Map<string, number>();
  if (!isMap(contents)) return keys;
  for (const { key } of contents.items) if (isScalar(key) && key.range) keys.set(String(key.value), offset + key.range[0]);
  return keys;
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
