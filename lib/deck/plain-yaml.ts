/** Settings as nearly everybody writes them, read without a reader of YAML, which takes longer than all else on a small deck. */
export interface PlainYaml {
  readonly values: Readonly<Record<string, unknown>>;
  /** Where each key stands in the text. */
  readonly keys: ReadonlyMap<string, number>;
}

/** A key, then one space or more, then a value that ends with no space; or a key alone. */
const line = /^(_?[A-Za-z][\w-]*):(?: +(\S.*))?$/;
/** Keys that are no text to YAML. */
const otherKey = /^(?:true|false|null)$/i;
const skipped = /^(?:#.*| *)$/;

/**
 * Lines of `key: value`, each with a value that stands on its line and has no sign of YAML's own; undefined for all else,
 * and wherever YAML could read another value.
 */
export function readPlainYaml(text: string): PlainYaml | undefined {
  const values: Record<string, unknown> = {};
  const keys = new Map<string, number>();
  let start = 0;
  for (const written of text.split("\n")) {
    if (!skipped.test(written)) {
      const [, key, value = ""] = line.exec(written) ?? [];
      if (key === undefined || otherKey.test(key) || keys.has(key)) return undefined;
      const read = value === "" ? { value: null } : readPlainScalar(value.replace(/ +$/, ""));
      if (!read) return undefined;
      values[key] = read.value;
      keys.set(key, start);
    }
    start += written.length + 1;
  }
  return keys.size > 0 ? { values, keys } : undefined;
}

/** Begins with a letter, and holds no colon before a space, no comment and no tab. */
const words = /^(?!(?:true|false|null)$)\p{L}(?:[\p{L}\d _.,/()'"&+!?=*%@;-]|:(?=[\p{L}\d/]))*(?<! )$/iu;
const number = /^(?:0|[1-9]\d{0,14})$/;
/** A ratio, a day and the like: digits with a sign between. */
const figures = /^\d+(?:[:/]\d+|-\d\d-\d\d)$/;
const quoted = /^(?:"([^"\\]*)"|'([^']*)')$/;

/** A value that YAML's core schema reads as it stands here; undefined where it takes a reader of YAML to tell. */
export function readPlainScalar(text: string): { readonly value: unknown } | undefined {
  if (text === "true" || text === "false") return { value: text === "true" };
  if (words.test(text) || figures.test(text)) return { value: text };
  if (number.test(text)) return { value: Number(text) };
  const inside = quoted.exec(text);
  return inside ? { value: inside[1] ?? inside[2] ?? "" } : undefined;
}
