import { appendAll } from "@/lib/deck/append-all";
import { defaultTreeAdapter, html as constants, parseFragment, serialize, type DefaultTreeAdapterTypes as Tree } from "parse5";

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
 * HTML that reads as this tree again. A line end right after `<pre>` is dropped in reading, so one that is text is
 * written twice.
 */
export function printHtml(root: Parent): string {
  const doubled = elementsOf(root).flatMap((element) => {
    const first = element.tagName === "pre" ? element.childNodes[0] : undefined;
    return first && isText(first) && first.value.startsWith("\n") ? [first] : [];
  });
  for (const text of doubled) text.value = `\n${text.value}`;
  const html = serialize(root);
  for (const text of doubled) text.value = text.value.slice(1);
  return html;
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
