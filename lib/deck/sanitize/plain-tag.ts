import type { Token } from "parse5";

/** A start tag as it is written, its attribute values decoded. */
export interface WrittenTag {
  /** Its letters may be large. */
  readonly name: string;
  readonly attrs: readonly Token.Attribute[];
  /** Offset behind it. */
  readonly end: number;
}

/** Names of printable ASCII alone. */
const attribute = /[ \t\n\f]+([!#-&(-.0-;?-~]+)(?:=(?:"([^"]*)"|'([^']*)'|([^\s"'<>=`]+)))?/y;
/** Here `/>` closes nothing: an empty element is one without it, too. */
const close = /[ \t\n\f]*\/?>/y;
const entity = /&(?:amp|lt|gt|quot|nbsp|#39);/g;
const otherEntity = /&(?!(?:amp|lt|gt|quot|nbsp|#39);)[A-Za-z0-9#]/;
/** In an attribute no name before `=` is an entity's: it is an address's. */
const parameter = /&(?=[A-Za-z][A-Za-z0-9]*=)/g;
const characters: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&nbsp;": "\u00a0",
  "&#39;": "'",
};
const none: WrittenTag["attrs"] = [];
const closing = 62;
const equals = 61;
const quote = 34;
const space = 32;
/** More than anybody writes; each is looked up among all others. */
const maxAttributes = 50;

/** The start tag at this offset, or the end tag whose slash stands there; undefined where it is written in a way that only the real parser is sure of. */
export function readPlainTag(html: string, at: number): WrittenTag | undefined {
  let end = nameEnd(html, at + 1);
  const name = html.slice(at + 1, end);
  if (html.charCodeAt(end) === closing) return { name, attrs: none, end: end + 1 };
  const attrs: Token.Attribute[] = [];
  let next = readAttribute(html, end, attrs);
  for (; next > 0; next = readAttribute(html, end, attrs)) end = next;
  if (next === unsure) return undefined;
  close.lastIndex = end;
  return close.test(html) ? { name, attrs, end: close.lastIndex } : undefined;
}

/** Offset behind the attribute at this one, which joins the others; most are a space, letters and hyphens, and a value in double quotes. */
function readAttribute(html: string, at: number, attrs: Token.Attribute[]): number {
  if (html.charCodeAt(at) === closing) return nowhere;
  const end = nameEnd(html, at + 1);
  if (html.charCodeAt(at) === space && end > at + 1 && html.charCodeAt(end) === equals && html.charCodeAt(end + 1) === quote) {
    const close = html.indexOf('"', end + 2);
    if (close === -1) return nowhere;
    return add(html.slice(at + 1, end), html.slice(end + 2, close), attrs) ? close + 1 : unsure;
  }
  attribute.lastIndex = at;
  const match = attribute.exec(html);
  if (!match) return nowhere;
  const [, name = "", double, single, bare] = match;
  return add(name, double ?? single ?? bare ?? "", attrs) ? attribute.lastIndex : unsure;
}

const nowhere = 0;
const unsure = -1;

function add(written: string, encoded: string, attrs: Token.Attribute[]): boolean {
  const name = written.toLowerCase();
  const value = decodePlain(encoded.includes("&") ? encoded.replace(parameter, "&amp;") : encoded);
  if (value === undefined || attrs.length >= maxAttributes) return false;
  for (const other of attrs) if (other.name === name) return false;
  attrs.push({ name, value });
  return true;
}

/** Behind letters, digits, and what parts the words of a component's name. */
function nameEnd(html: string, from: number): number {
  for (let at = from; ; at++) {
    const unit = html.charCodeAt(at);
    if (!isNameSign(unit)) return at;
  }
}

function isNameSign(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 58) || (unit >= 65 && unit <= 90) || unit === 45;
}

/** The entities that escaping writes, and the one that authors do; a text with any other that `&` may begin is the real parser's. */
export function decodePlain(text: string): string | undefined {
  if (!text.includes("&")) return text;
  return otherEntity.test(text) ? undefined : text.replace(entity, (name) => characters[name] ?? name);
}
