import type { Token } from "parse5";

/** A start tag as it is written, its attribute values decoded. */
export interface WrittenTag {
  readonly name: string;
  readonly attrs: readonly Token.Attribute[];
  /** Offset behind it. */
  readonly end: number;
  /** It ends with `/>`, which closes nothing but an empty element. */
  readonly isClosed: boolean;
}

/** Names of printable ASCII alone. */
const attribute = /[ \t\n\f]+([!#-&(-.0-;?-~]+)(?:=(?:"([^"]*)"|'([^']*)'|([^\s"'<>=`]+)))?/y;
const close = /[ \t\n\f]*(\/?)>/y;
const entity = /&(?:amp|lt|gt|quot|nbsp|#39);/g;
const characters: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&nbsp;": "\u00a0",
  "&#39;": "'",
};
const none: WrittenTag["attrs"] = [];
/** More than anybody writes; each is looked up among all others. */
const maxAttributes = 50;

/** The start tag at this offset; undefined where it is written in a way that only the real parser is sure of. */
export function readPlainTag(html: string, at: number): WrittenTag | undefined {
  let end = nameEnd(html, at + 1);
  const name = html.slice(at + 1, end).toLowerCase();
  if (html.charCodeAt(end) === 62) return { name, attrs: none, end: end + 1, isClosed: false };
  const attrs: Token.Attribute[] = [];
  attribute.lastIndex = end;
  for (let match = attribute.exec(html); match; match = attribute.exec(html)) {
    end = attribute.lastIndex;
    const [, written = "", double, single, bare] = match;
    const value = decodePlain(double ?? single ?? bare ?? "");
    const attr = written.toLowerCase();
    if (value === undefined || attrs.length >= maxAttributes || attrs.some((other) => other.name === attr)) return undefined;
    attrs.push({ name: attr, value });
  }
  close.lastIndex = end;
  const closing = close.exec(html);
  return closing ? { name, attrs, end: close.lastIndex, isClosed: closing[1] === "/" } : undefined;
}

function nameEnd(html: string, from: number): number {
  for (let at = from; ; at++) {
    const unit = html.charCodeAt(at);
    const isLetter = (unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90);
    if (!isLetter) return at;
  }
}

/** The entities that escaping writes, and the one that authors do; a text with any other `&` is the real parser's. */
export function decodePlain(text: string): string | undefined {
  if (!text.includes("&")) return text;
  const rest = text.replace(entity, "");
  return rest.includes("&") ? undefined : text.replace(entity, (name) => characters[name] ?? name);
}
