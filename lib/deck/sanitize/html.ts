import { defaultTreeAdapter } from "parse5";
import { maxStyles } from "@/lib/deck/limits";
import { allowedElements, droppedElements } from "./allow-list";
import { cleanAttributes, cleanStyle, type SanitizeOptions } from "./attributes";
import { growPlainTree } from "./plain-tree";
import { settleTree } from "./settle";
import { isElement, isText, parseHtml, printHtml, remove, textOf, type Element, type Fragment, type Node, type Parent } from "./tree";

/** Elements deeper than this lose their nesting: every later walk may recurse. */
const maxDepth = 100;

/** Reads HTML and leaves only what may stand in a slide, as a browser will read it when it is printed again. */
export function sanitizeHtml(html: string, options: SanitizeOptions): Fragment {
  const plain = growPlainTree(html, options);
  if (plain) return plain;
  const cleaned = cleanTree(html, options);
  return growPlainTree(printHtml(cleaned)) ?? settleTree(cleaned);
}

/** The same by the real parser alone, which all that is plain is held against. */
export function sanitizeByTree(html: string, options: SanitizeOptions): Fragment {
  return settleTree(cleanTree(html, options));
}

function cleanTree(html: string, options: SanitizeOptions): Fragment {
  const root = parseHtml(html);
  sanitizeTree(root, options);
  return root;
}

/**
 * Walks a parsed tree and leaves only what the allow-list names. An allow-list: what is not known goes.
 * Works in place, without recursion.
 */
function sanitizeTree(root: Parent, options: SanitizeOptions): void {
  const open: { parent: Parent; depth: number }[] = [{ parent: root, depth: 0 }];
  let styles = 0;
  for (let next = open.pop(); next; next = open.pop()) {
    const { parent, depth } = next;
    for (let index = 0; index < parent.childNodes.length;) {
      const child = parent.childNodes[index];
      if (!child) break;
      if (isText(child)) index++;
      else if (!isElement(child) || droppedElements.has(child.tagName)) remove(child);
      else if (!isHtml(child)) remove(child);
      else if (!allowedElements.has(child.tagName) || depth >= maxDepth) unwrap(parent, child);
      else if (child.tagName === "style" && ++styles > maxStyles) remove(child);
      else if (!keepElement(child, options)) remove(child);
      else {
        if (child.tagName !== "style") open.push({ parent: child, depth: depth + 1 });
        index++;
      }
    }
  }
}

function isHtml(element: Element): boolean {
  return element.namespaceURI === "http://www.w3.org/1999/xhtml";
}

/** The element goes, its children stay in its place and are looked at next. */
function unwrap(parent: Parent, element: Element): void {
  const children: Node[] = [...element.childNodes];
  for (const child of children) {
    remove(child);
    defaultTreeAdapter.insertBefore(parent, child, element);
  }
  remove(element);
}

/** Cleans an allowed element; false where it must not stay at all. */
function keepElement(element: Element, options: SanitizeOptions): boolean {
  if (element.tagName === "style") return keepStyle(element, options);
  const attrs = cleanAttributes(element.tagName, element.attrs, options);
  if (!attrs) return false;
  element.attrs = [...attrs];
  if (element.tagName === "iframe") element.childNodes = [];
  return true;
}

function keepStyle(element: Element, options: SanitizeOptions): boolean {
  const css = cleanStyle(element.attrs, textOf(element), options);
  element.attrs = [];
  element.childNodes = [];
  if (css === "") return false;
  defaultTreeAdapter.insertText(element, css);
  return true;
}
