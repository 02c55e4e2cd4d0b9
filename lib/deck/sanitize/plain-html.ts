import { html as constants, type DefaultTreeAdapterTypes as Tree, type Token } from "parse5";
import { allowedElements, droppedElements } from "./allow-list";
import { decodePlain, isEndOf, readPlainTag, type WrittenTag } from "./plain-tag";

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
  /** May the element stay in a slide? */
  readonly isAllowed: boolean;
}

export interface PlainEnd {
  readonly kind: "end";
  readonly name: string;
  readonly isAllowed: boolean;
}

type Place = "flow" | "phrasing" | "list" | "terms" | "table" | "rows" | "cells";

interface Rule {
  /** Where the element may stand. */
  readonly within: Place;
  /** What may stand in it; `same` for what may stand where it stands itself, `text` for one that holds no tags. */
  readonly holds: Place | "same" | "text" | "nothing";
  /** Where it is not closed, the end of what it stands in closes it. */
  readonly isUnknown: boolean;
  /** Most tags have no attributes: all of them are one piece. */
  readonly bare: PlainStart;
  readonly end: PlainEnd;
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
  ...ruled("phrasing", "text", ["style", "iframe"]),
  ...ruled("flow", "nothing", ["hr"]),
]);

function ruled(within: Place, holds: Rule["holds"], names: readonly string[]): readonly (readonly [string, Rule])[] {
  return names.map((name) => [name, makeRule(name, { within, holds, isUnknown: false })]);
}

function makeRule(name: string, { within, holds, isUnknown: unknown }: Pick<Rule, "within" | "holds" | "isUnknown">): Rule {
  const isAllowed = allowedElements.has(name);
  const bare: PlainStart = { kind: "start", name, attrs: [], isEmpty: holds === "nothing", isAllowed };
  return { within, holds, isUnknown: unknown, bare, end: { kind: "end", name, isAllowed } };
}

/** HTML gives no element of another name a meaning: it may stand among phrases, and hold what may stand around it. */
function ruleFor(name: string): Rule | undefined {
  const known = rules.get(name);
  if (known) return known;
  return isUnknown(name) ? makeRule(name, { within: "phrasing", holds: "same", isUnknown: true }) : undefined;
}

/** True for an element that HTML doesn't know and nobody drops: its content may stand where it stands. */
export function isUnknown(name: string): boolean {
  return unknownName.test(name) && constants.getTagID(name) === constants.TAG_ID.UNKNOWN && !droppedElements.has(name);
}

const unknownName = /^[a-z][a-z0-9:-]*$/;

interface Open {
  readonly name: string;
  readonly rule: Rule | undefined;
  readonly holds: Place;
  /** A link around this place: another one inside would end it. */
  readonly inLink: boolean;
}

const outside: Open = { name: "", rule: undefined, holds: "flow", inLink: false };

/**
 * HTML in pieces, as plain as the renderer writes it, or an author who closes what is opened: elements each where it may
 * stand, closed there or at the end of all. Read in order they are the same tree as the real parser's, at a small part of its
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
      for (; top.rule?.isUnknown && !isEndOf(top.name, html, at); top = open.pop() ?? outside) parts.push(top.rule.end);
      if (!top.rule || !isEndOf(top.name, html, at)) return undefined;
      at += "</>".length + top.name.length;
      parts.push(top.rule.end);
      top = open.pop() ?? outside;
    } else if (sign === exclamation) {
      const behind = top.name === "pre" ? -1 : endOfComment(html, at);
      if (behind === -1) return undefined;
      at = behind;
    } else {
      const written = readPlainTag(html, at);
      const rule = written && ruleFor(nameOf(written));
      if (!rule || !mayStand(rule, written.name, top)) return undefined;
      const { name } = rule.bare;
      const { attrs } = written;
      at = written.end;
      parts.push(attrs.length === 0 ? rule.bare : withAttributes(rule.bare, attrs));
      if (rule.holds === "nothing") continue;
      if (rule.holds === "text") {
        const closed = addRawText(parts, html, at, rule.end);
        if (closed === -1) return undefined;
        at = closed;
      } else if (open.push(top) > maxOpen) return undefined;
      else top = { name, rule, holds: rule.holds === "same" ? top.holds : rule.holds, inLink: top.inLink || name === "a" };
    }
  }
  // What nobody closed ends with the text.
  for (; top.rule; top = open.pop() ?? outside) parts.push(top.rule.end);
  return parts;
}

/** The same piece with attributes. */
export function withAttributes({ kind, name, isEmpty, isAllowed }: PlainStart, attrs: PlainStart["attrs"]): PlainStart {
  return { kind, name, attrs, isEmpty, isAllowed };
}

/** A name that HTML reads as another. */
function nameOf({ name }: WrittenTag): string {
  return name === "image" ? "img" : name;
}

const slash = 47;
const exclamation = 33;

function mayStand({ within }: Rule, name: string, top: Open): boolean {
  if (within !== top.holds && !(within === "phrasing" && top.holds === "flow")) return false;
  return !(name === "a" && top.inLink);
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

/** The text of a style element, up to its end tag; the offset behind that, or -1. A frame holds none. */
function addRawText(parts: PlainPart[], html: string, at: number, endPart: PlainEnd): number {
  const endTag = `</${endPart.name}>`;
  const end = html.indexOf(endTag, at);
  const value = html.slice(at, end);
  if (end === -1 || value.includes("</") || (value !== "" && endPart.name !== "style")) return -1;
  if (value !== "") parts.push({ kind: "style", value });
  parts.push(endPart);
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
