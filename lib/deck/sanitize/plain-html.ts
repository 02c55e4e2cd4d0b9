import { html as constants, type DefaultTreeAdapterTypes as Tree } from "parse5";

type Place = "flow" | "phrasing" | "list" | "table" | "rows" | "cells" | "nothing";

interface Rule {
  /** Where the element may stand. */
  readonly within: Place;
  /** What may stand in it. */
  readonly holds: Place;
}

/** Elements open at once; what nests deeper loses some of it in the sanitizer, and then has to be read again. */
const maxOpen = 60;

/** The elements that the renderer writes of its own, each where HTML lets it stand without moving anything. */
const rules: ReadonlyMap<string, Rule> = new Map([
  ...ruled("flow", "phrasing", ["p", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "figcaption"]),
  ...ruled("flow", "flow", ["blockquote", "div", "figure"]),
  ...ruled("flow", "list", ["ul", "ol"]),
  ...ruled("list", "flow", ["li"]),
  ...ruled("flow", "table", ["table"]),
  ...ruled("table", "rows", ["thead", "tbody"]),
  ...ruled("rows", "cells", ["tr"]),
  ...ruled("cells", "phrasing", ["th", "td"]),
  ...ruled("phrasing", "phrasing", ["a", "strong", "em", "del", "code", "span", "sup"]),
  ...ruled("phrasing", "nothing", ["br", "img", "input"]),
  ...ruled("flow", "nothing", ["hr"]),
]);

function ruled(within: Place, holds: Place, names: readonly string[]): readonly (readonly [string, Rule])[] {
  return names.map((name) => [name, { within, holds }]);
}

const openTag = /<([a-z][a-z0-9]*)((?: [a-z][a-z-]*="[^"\0\r]*")*)>/y;
const attribute = / ([a-z][a-z-]*)="([^"]*)"/g;
const closeTag = /<\/([a-z][a-z0-9]*)>/y;
const entity = /&(?:amp|lt|gt|quot|#39);/g;
const characters: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'" };

interface Open {
  readonly node: Tree.DocumentFragment | Tree.Element;
  readonly name: string;
  readonly holds: Place;
  /** A link around this place: another one inside would end it. */
  readonly inLink: boolean;
}

/**
 * The tree of HTML that is as plain as the renderer writes it where a slide holds no HTML of its author's: known
 * elements, each closed, each where it may stand. The same tree as the real parser's, at a small part of its cost;
 * undefined for everything that is not plain beyond doubt. The sanitizer walks it like any other tree.
 */
export function parsePlainHtml(html: string): Tree.DocumentFragment | undefined {
  const root: Tree.DocumentFragment = { nodeName: "#document-fragment", childNodes: [] };
  let top: Open = { node: root, name: "", holds: "flow", inLink: false };
  const open: Open[] = [];
  for (let at = 0; at < html.length;) {
    const tag = html.indexOf("<", at);
    const end = tag === -1 ? html.length : tag;
    if (end > at) {
      const text = html.slice(at, end);
      if (!fits(text, top)) return undefined;
      const value = decode(text);
      if (value === undefined) return undefined;
      top.node.childNodes.push({ nodeName: "#text", value, parentNode: top.node });
      at = end;
      continue;
    }
    if (html.charCodeAt(at + 1) === 47) {
      closeTag.lastIndex = at;
      const outer = closeTag.exec(html)?.[1] === top.name ? open.pop() : undefined;
      if (!outer) return undefined;
      top = outer;
      at = closeTag.lastIndex;
      continue;
    }
    openTag.lastIndex = at;
    const [, name = "", written = ""] = openTag.exec(html) ?? [];
    const rule = rules.get(name);
    if (!rule || !(rule.within === top.holds || (rule.within === "phrasing" && top.holds === "flow")) || (name === "a" && top.inLink))
      return undefined;
    const attrs = readAttributes(written);
    if (!attrs) return undefined;
    const node: Tree.Element = {
      nodeName: name,
      tagName: name,
      attrs,
      namespaceURI: constants.NS.HTML,
      childNodes: [],
      parentNode: top.node,
    };
    top.node.childNodes.push(node);
    at = openTag.lastIndex;
    if (rule.holds === "nothing") continue;
    if (open.push(top) > maxOpen) return undefined;
    top = { node, name, holds: rule.holds, inLink: top.inLink || name === "a" };
  }
  return open.length === 0 ? root : undefined;
}

/** Text may stand among phrases; between rows and items only space may. A line end right after `<pre>` is no text. */
function fits(text: string, { node, name, holds }: Open): boolean {
  if (text.includes("\0") || text.includes("\r")) return false;
  if (name === "pre" && node.childNodes.length === 0 && text.startsWith("\n")) return false;
  return holds === "flow" || holds === "phrasing" || /^[ \n]*$/.test(text);
}

function readAttributes(written: string): Tree.Element["attrs"] | undefined {
  if (written === "") return [];
  const attrs: Tree.Element["attrs"] = [];
  for (const [, name = "", raw = ""] of written.matchAll(attribute)) {
    const value = decode(raw);
    if (value === undefined || attrs.some((other) => other.name === name)) return undefined;
    attrs.push({ name, value });
  }
  return attrs;
}

/** The five entities that escaping writes; a text with any other `&` is the real parser's. */
function decode(text: string): string | undefined {
  if (!text.includes("&")) return text;
  const rest = text.replace(entity, "");
  return rest.includes("&") ? undefined : text.replace(entity, (name) => characters[name] ?? name);
}
