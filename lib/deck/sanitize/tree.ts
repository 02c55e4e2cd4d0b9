import { appendAll } from "@/lib/deck/append-all";
import { nameSign } from "@/lib/deck/syntax/attributes";
import { defaultTreeAdapter, html as constants, parseFragment, type DefaultTreeAdapterTypes as Tree } from "parse5";

/** The tree that the sanitizer and the decorations share. */
export type Node = Tree.ChildNode;
export type Element = Tree.Element;
export type Parent = Tree.ParentNode;
export type Fragment = Tree.DocumentFragment;

/** Parses as a browser parses the inside of a `<div>`. */
export function parseHtml(html: string): Tree.DocumentFragment {
  return parseFragment(createElement("div"), html, {});
}

/**
 * HTML that reads as this tree again (https://html.spec.whatwg.org/multipage/parsing.html#serialising-html-fragments), of a
 * tree that holds nothing but what may stand in a slide or a drawing. A line end right after `<pre>` is dropped in reading,
 * so one that is text is written twice.
 */
export function printHtml(root: Parent): string {
  const isStyle = root.nodeName === "style";
  let html = "";
  for (const node of root.childNodes) {
    if (isText(node)) html += isStyle ? node.value : escapeText(node.value);
    if (!isElement(node)) continue;
    const { tagName, attrs, childNodes } = node;
    html += `<${tagName}${attrs.map(printAttribute).join("")}>`;
    if (emptyElements.has(tagName)) continue;
    const [first] = childNodes;
    if (tagName === "pre" && first && isText(first) && first.value.startsWith("\n")) html += "\n";
    html += `${printHtml(node)}</${tagName}>`;
  }
  return html;
}

const emptyElements = new Set(["br", "col", "hr", "img", "input", "source", "wbr"]);

export function printAttribute({ name, value }: Readonly<Element["attrs"][number]>): string {
  return ` ${name}="${/[&<>\u00a0"]/.test(value) ? value.replace(/[&<>\u00a0"]/g, nameSign) : value}"`;
}

export function escapeText(text: string): string {
  return /[&<>\u00a0]/.test(text) ? text.replace(/[&<>\u00a0]/g, nameSign) : text;
}

export function isElement(node: Tree.Node): node is Element {
  return "tagName" in node;
}

export function isText(node: Tree.Node): node is Tree.TextNode {
  return node.nodeName === "#text";
}

export function readAttribute(element: Element, name: string): string | undefined {
  return element.attrs.find((attribute) => attribute.name === name)?.value;
}

export function setAttribute(element: Element, name: string, value: string): void {
  const found = element.attrs.find((attribute) => attribute.name === name);
  if (found) found.value = value;
  else element.attrs.push({ name, value });
}

export function removeAttribute(element: Element, name: string): void {
  element.attrs = element.attrs.filter((attribute) => attribute.name !== name);
}

export function hasClass(element: Element, name: string): boolean {
  return (readAttribute(element, "class") ?? "").split(/\s+/).includes(name);
}

export function createElement(name: string, attributes: Readonly<Record<string, string>> = {}): Element {
  const attrs = Object.entries(attributes).map(([key, value]) => ({ name: key, value }));
  return defaultTreeAdapter.createElement(name, constants.NS.HTML, attrs);
}

export function append(parent: Parent, ...children: Node[]): void {
  for (const child of children) {
    remove(child);
    defaultTreeAdapter.appendChild(parent, child);
  }
}

export function appendText(parent: Parent, text: string): void {
  defaultTreeAdapter.insertText(parent, text);
}

export function insertBefore(parent: Parent, child: Node, reference: Node): void {
  remove(child);
  defaultTreeAdapter.insertBefore(parent, child, reference);
}

/** Takes a node out of its parent; one without a parent stays as it is. */
export function remove(node: Node): void {
  if (node.parentNode) defaultTreeAdapter.detachNode(node);
}

/** All elements below a node, in document order. The tree may be changed while they are visited. */
export function elementsOf(root: Parent): Element[] {
  const found: Element[] = [];
  const open: Node[] = root.childNodes.toReversed();
  for (let node = open.pop(); node; node = open.pop()) {
    if (!isElement(node)) continue;
    found.push(node);
    for (let i = node.childNodes.length - 1; i >= 0; i--) {
      const child = node.childNodes[i];
      if (child) open.push(child);
    }
  }
  return found;
}

/** The text of a node and all below it. */
export function textOf(root: Parent): string {
  let text = "";
  const open: Node[] = root.childNodes.toReversed();
  for (let node = open.pop(); node; node = open.pop()) {
    if (isText(node)) text += node.value;
    else if (isElement(node)) appendAll(open, node.childNodes.toReversed());
  }
  return text;
}
