import { cssKeys } from "./settings";

/** Settings as nearly everybody writes them, read without a reader of YAML, which takes longer than all else on a small deck. */
export interface PlainYaml {
  readonly values: Readonly<Record<string, unknown>>;
  /** Where each key stands in the text. */
  readonly keys: ReadonlyMap<string, number>;
}

/** A key, then one space or more, then a value that ends with no space; or a key alone. */
const line = /^(_?[A-Za-z][\w-]*):(?: +(\S.*))?$/;
/** Words that are no text to YAML. */
const noText = /^(?:true|false|null)$/i;
const skipped = /^(?:#.*| *)$/;

/**
 * Lines of `key: value`, each with a value that stands on its line and has no sign of YAML's own, with a text below `|`, or
 * with such lines below it, further in; undefined for all else, and wherever YAML could read another value.
 */
export function readPlainYaml(text: string): PlainYaml | undefined {
  return readLines(text, cssKeys);
}

/** `colors` are the keys of which `#fff` is one, as everybody means it who writes it; it is a comment to YAML. */
function readLines(text: string, colors: readonly string[]): PlainYaml | undefined {
  const values: Record<string, unknown> = {};
  const keys = new Map<string, number>();
  const lines = text.split("\n");
  let start = 0;
  for (let index = 0, next = 1; index < lines.length; index = next++) {
    const written = lines[index] ?? "";
    if (!skipped.test(written)) {
      const [, key, value = ""] = line.exec(written) ?? [];
      if (key === undefined || noText.test(key) || keys.has(key)) return undefined;
      const below = value === "" || value === "|" ? linesBelow(lines, next) : [];
      next += below.length;
      const read = below.length > 0 ? readBelow(below, value, next === lines.length) : readBeside(value, colors.includes(key));
      if (!read) return undefined;
      values[key] = read.value;
      keys.set(key, start);
    }
    start += lines.slice(index, next).join("\n").length + 1;
  }
  return keys.size > 0 ? { values, keys } : undefined;
}

/** The lines from one on that stand as far in as it does, without their margin, and blank ones among them. */
function linesBelow(lines: readonly string[], from: number): readonly string[] {
  const margin = /^ +(?=\S)/.exec(lines[from] ?? "")?.[0];
  if (margin === undefined) return [];
  let end = from;
  while (end < lines.length && (lines[end]?.startsWith(margin) || /^ *$/.test(lines[end] ?? ""))) end++;
  return lines.slice(from, end).map((one) => one.slice(margin.length));
}

type Read = { readonly value: unknown } | undefined;

function readBeside(value: string, mayBeColor: boolean): Read {
  if (value === "") return { value: null };
  const trimmed = value.replace(/ +$/, "");
  return mayBeColor && /^#[\da-f]{3,8}$/i.test(trimmed) ? { value: trimmed } : readPlainScalar(trimmed);
}

/** A text ends with one line end, however many are written; where the last line of all has none, YAML decides. */
function readBelow(lines: readonly string[], sign: string, isLast: boolean): Read {
  const text = lines.join("\n");
  if (sign !== "") return (isLast && lines.at(-1) !== "") || /^ +$/m.test(text) ? undefined : { value: text.replace(/\n*$/, "\n") };
  const read = readLines(text, []);
  return read && { value: read.values };
}

/** Begins with a letter, and holds no colon before a space, no comment and no tab. */
const words = /^\p{L}(?:[\p{L}\d _.,/()'"&+!?=*%@;\u00a1-\u00ff\u2010-\u2027-]|:(?=[\p{L}\d/]))*(?<! )$/u;
const number = /^(?:0|[1-9]\d{0,14})$/;
/** A ratio, a day and the like: digits with a sign between; and how long something takes. */
const figures = /^\d+(?:[:/]\d+|-\d\d-\d\d|min|[hms])$/;
const quoted = /^(?:"([^"\\]*)"|'([^']*)')$/;

/** A value that YAML's core schema reads as it stands here; undefined where it takes a reader of YAML to tell. */
export function readPlainScalar(text: string): Read {
  if (text === "true" || text === "false") return { value: text === "true" };
  if ((words.test(text) && !noText.test(text)) || figures.test(text)) return { value: text };
  if (number.test(text)) return { value: Number(text) };
  const inside = quoted.exec(text);
  return inside ? { value: inside[1] ?? inside[2] ?? "" } : undefined;
}
