import { html as constants, type DefaultTreeAdapterTypes as Tree, type Token } from "parse5";
import { decodePlain, readPlainTag, type WrittenTag } from "./plain-tag";

/** A piece of plain HTML, in the order of its text. */
export type PlainPart = PlainText | PlainStyle | PlainStart | PlainEnd;

export interface PlainText {
  readonly kind: "text";
  /** Its entities are characters here. */
  readonly value: string;
}

/** What stands in a style element, where nothing is escaped. */
export interface PlainStyle {
  readonly kind: "style";
  readonly value: string;
}

export interface PlainStart {
  readonly kind: "start";
  readonly name: string;
  readonly attrs: readonly Token.Attribute[];
  /** An element that nothing stands in, and that no end follows. */
  readonly isEmpty: boolean;
}

export interface PlainEnd {
  readonly kind: "end";
  readonly name: string;
}

type Place = "flow" | "phrasing" | "list" | "terms" | "table" | "rows" | "cells";

interface Rule {
  /** Where the element may stand. */
  readonly within: Place;
  /** What may stand in it; `same` for what may stand where it stands itself, `text` for one that holds no tags. */
  readonly holds: Place | "same" | "text" | "nothing";
}

/** Elements open at once; what nests deeper loses some of it in the sanitizer, and then has to be read again. */
const maxOpen = 60;

/**
 * Elements that the renderer writes of its own, and such as authors write, each where HTML lets it stand without moving
 * anything.
 */
const rules: ReadonlyMap<string, Rule> = new Map([
  ...ruled("flow", "phrasing", ["p", "h1", "h2", "h3", "h4", "h5", "h6", "pre"]),
  ...ruled("flow", "flow", ["blockquote", "div", "figure", "figcaption", "center", "section", "article", "aside", "header", "footer", "details"]),
  ...ruled("flow", "flow", ["summary", "main", "nav"]),
  ...ruled("flow", "list", ["ul", "ol"]),
  ...ruled("list", "flow", ["li"]),
  ...ruled("flow", "terms", ["dl"]),
  ...ruled("terms", "flow", ["dt", "dd"]),
  ...ruled("flow", "table", ["table"]),
  ...ruled("table", "rows", ["thead", "tbody", "tfoot"]),
  ...ruled("rows", "cells", ["tr"]),
  ...ruled("cells", "flow", ["th", "td"]),
  ...ruled("phrasing", "same", ["a", "strong", "em", "del", "code", "span", "sup", "sub", "b", "i", "u", "s", "small", "big", "font", "tt"]),
  ...ruled("phrasing", "same", ["mark", "kbd", "abbr", "cite", "q", "var", "samp", "ins", "dfn", "time", "video", "audio", "picture"]),
  ...ruled("phrasing", "nothing", ["br", "img", "input", "wbr", "source"]),
  ...ruled("phrasing", "text", ["style"]),
  ...ruled("flow", "nothing", ["hr"]),
]);

function ruled(within: Place, holds: Rule["holds"], names: readonly string[]): readonly (readonly [string, Rule])[] {
  return names.map((name) => [name, { within, holds }]);
}

interface Open {
  readonly name: string;
  readonly holds: Place;
  /** A link around this place: another one inside would end it. */
  readonly inLink: boolean;
}

const outside: Open = { name: "", holds: "flow", inLink: false };

/**
 * HTML in pieces, as plain as the renderer writes it, or an author who closes what is opened: known elements, each
 * closed, each where it may stand. Read in order they are the same tree as the real parser's, at a small part of its
 * cost; undefined for everything that is not plain beyond doubt. Comments are left out.
 */
export function readPlainHtml(html: string): readonly PlainPart[] | undefined {
  if (html.includes("\0") || html.includes("\r")) return undefined;
  const parts: PlainPart[] = [];
  const open: Open[] = [];
  let top = outside;
  for (let at = 0; at < html.length;) {
    const tag = html.indexOf("<", at);
    const end = tag === -1 ? html.length : tag;
    const sign = end > at ? 0 : html.charCodeAt(at + 1);
    if (end > at) {
      if (!addText(parts, html.slice(at, end), top)) return undefined;
      at = end;
    } else if (sign === slash) {
      const outer = html.startsWith(`${top.name}>`, at + 2) ? open.pop() : undefined;
      if (!outer) return undefined;
      at += 3 + top.name.length;
      parts.push({ kind: "end", name: top.name });
      top = outer;
    } else if (sign === exclamation) {
      const behind = top.name === "pre" ? -1 : endOfComment(html, at);
      if (behind === -1) return undefined;
      at = behind;
    } else {
      const written = readPlainTag(html, at);
      const rule = written && rules.get(written.name);
      if (!rule || !mayStand(rule, written, top)) return undefined;
      const { name, attrs } = written;
      at = written.end;
      parts.push({ kind: "start", name, attrs, isEmpty: rule.holds === "nothing" });
      if (rule.holds === "nothing") continue;
      if (rule.holds === "text") {
        const closed = addRawText(parts, html, at, name);
        if (closed === -1) return undefined;
        at = closed;
      } else if (open.push(top) > maxOpen) return undefined;
      else top = { name, holds: rule.holds === "same" ? top.holds : rule.holds, inLink: top.inLink || name === "a" };
    }
  }
  return open.length === 0 ? parts : undefined;
}

const slash = 47;
const exclamation = 33;

function mayStand({ within, holds }: Rule, { name, isClosed }: WrittenTag, top: Open): boolean {
  if (within !== top.holds && !(within === "phrasing" && top.holds === "flow")) return false;
  return !(name === "a" && top.inLink) && !(isClosed && holds !== "nothing");
}

/** Text may stand among phrases; between rows and items only space may. A line end right after `<pre>` is no text. */
function addText(parts: PlainPart[], written: string, { name, holds }: Open): boolean {
  if (holds !== "flow" && holds !== "phrasing" && !/^[ \t\n]*$/.test(written)) return false;
  const value = decodePlain(written);
  if (value === undefined) return false;
  const last = parts.at(-1);
  if (last?.kind === "text") parts[parts.length - 1] = { kind: "text", value: last.value + value };
  else if (name === "pre" && last?.kind === "start" && last.name === "pre" && value.startsWith("\n")) return false;
  else parts.push({ kind: "text", value });
  return true;
}

/** The text of a style element, up to its end tag; the offset behind that, or -1. */
function addRawText(parts: PlainPart[], html: string, at: number, name: string): number {
  const endTag = `</${name}>`;
  const end = html.indexOf(endTag, at);
  const value = html.slice(at, end);
  if (end === -1 || value.includes("</")) return -1;
  if (value !== "") parts.push({ kind: "style", value });
  parts.push({ kind: "end", name });
  return end + endTag.length;
}

/** Behind the comment at this offset; -1 where there is none, or one that does not end as comments usually do. */
function endOfComment(html: string, at: number): number {
  const start = at + 4;
  if (!html.startsWith("<!--", at) || html.startsWith(">", start) || html.startsWith("->", start)) return -1;
  const end = html.indexOf("-->", start);
  return end === -1 || html.slice(start, end).includes("--!") ? -1 : end + 3;
}

/** The tree of HTML that is plain; undefined for all else. */
export function parsePlainHtml(html: string): Tree.DocumentFragment | undefined {
  const parts = readPlainHtml(html);
  return parts && growTree(parts);
}

/** The pieces as a tree, as the real parser would have made it. */
export function growTree(parts: readonly PlainPart[]): Tree.DocumentFragment {
  const root: Tree.DocumentFragment = { nodeName: "#document-fragment", childNodes: [] };
  const open: Tree.ParentNode[] = [];
  let top: Tree.ParentNode = root;
  for (const part of parts) {
    if (part.kind === "end") top = open.pop() ?? root;
    else if (part.kind !== "start") top.childNodes.push({ nodeName: "#text", value: part.value, parentNode: top });
    else {
      const { name } = part;
      const attrs = part.attrs.map((attr) => ({ name: attr.name, value: attr.value }));
      const node: Tree.Element = { nodeName: name, tagName: name, attrs, namespaceURI: constants.NS.HTML, childNodes: [], parentNode: top };
      top.childNodes.push(node);
      if (part.isEmpty) continue;
      open.push(top);
      top = node;
    }
  }
  return root;
}
