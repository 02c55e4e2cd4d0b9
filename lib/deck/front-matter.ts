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
  readonly error: FrontMatterError | undefined;
}

/** Where and why the YAML can't be read: by a code of ours or of YAML's, with what YAML itself says of it. */
export interface FrontMatterError {
  readonly code: string;
  readonly said: string;
  readonly start: number;
  readonly end: number;
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

type Read = Pick<FrontMatterBlock, "values" | "keys" | "error">;

/** YAML core schema; aliases are refused, since a few lines of them can grow without bound, and so is deep nesting. */
function readYaml(body: string, offset: number): Read {
  const plain = readPlainYaml(body);
  if (plain) return { values: plain.values, keys: new Map([...plain.keys].map(([key, start]) => [key, offset + start])), error: undefined };
  const refused = (code: string, said = "", start = 0, end = body.length): Read => {
    return { values: {}, keys: new Map(), error: { code, said, start: offset + start, end: offset + end } };
  };
  if (nestsTooDeepForYaml(body)) return refused("too-deep");
  if (holdsManyAliases(body)) return refused("aliases");
  if (holdsManyQuotes(body)) return refused("quotes");
  const document = parseDocument(body, { schema: "core", prettyErrors: false, uniqueKeys: false, logLevel: "silent" });
  const broken = document.errors[0];
  if (broken) return refused(broken.code, broken.message, broken.pos[0], Math.max(broken.pos[1], broken.pos[0] + 1));
  try {
    const values: unknown = document.toJS({ maxAliasCount: 0 });
    if (isMapping(values)) return { values: { ...values, ...unquotedColors(body) }, keys: keysOf(document, offset), error: undefined };
    return values === null || values === undefined ? { values: {}, keys: new Map(), error: undefined } : refused("no-settings");
  } catch (cause) {
    return refused(cause instanceof ReferenceError ? "aliases" : "no-yaml");
  }
}

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
