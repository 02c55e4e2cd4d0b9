import { defaultTreeAdapter } from "parse5";
import type { DeckStyler, RenderOptions } from "@/lib/deck/deck";
import { addressKinds, allowedElements, allowsAttribute, droppedElements } from "./allow-list";
import { parsePlainHtml } from "./plain-html";
import { plainDeclarations } from "./plain-style";
import { settleTree } from "./settle";
import { isElement, isText, parseHtml, remove, textOf, type Element, type Fragment, type Node, type Parent } from "./tree";
import { safeUrl } from "./url";

export interface SanitizeOptions {
  /** Put before every id of the deck's, so that none can name something of the page's. */
  readonly idPrefix: string;
  /** Selector of the slide that `<style scoped>` is put under; a `<style>` without it is the deck's, not the slide's. */
  readonly slideSelector: string;
  readonly resolveUrl: RenderOptions["resolveUrl"];
  /** Reads style; what it gives back empty goes. */
  readonly styler: Pick<DeckStyler, "declarations" | "sheet">;
}

/** Elements deeper than this lose their nesting: every later walk may recurse. */
const maxDepth = 100;

/** Reads HTML and leaves only what may stand in a slide, as a browser will read it when it is printed again. */
export function sanitizeHtml(html: string, options: SanitizeOptions): Fragment {
  const plain = parsePlainHtml(html);
  const root = plain ?? parseHtml(html);
  sanitizeTree(root, options);
  return plain ?? settleTree(root);
}

/**
 * Walks a parsed tree and leaves only what the allow-list names. An allow-list: what is not known goes.
 * Works in place, without recursion.
 */
function sanitizeTree(root: Parent, options: SanitizeOptions): void {
  const open: { parent: Parent; depth: number }[] = [{ parent: root, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { parent, depth } = next;
    for (let index = 0; index < parent.childNodes.length;) {
      const child = parent.childNodes[index];
      if (!child) break;
      if (isText(child)) index++;
      else if (!isElement(child) || droppedElements.has(child.tagName)) remove(child);
      else if (!isHtml(child)) remove(child);
      else if (!allowedElements.has(child.tagName) || depth >= maxDepth) unwrap(parent, child);
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

/** Cleans an allowed element; false where it must not stay at all. What plays by itself waits for its slide (`decorate/media.ts`). */
function keepElement(element: Element, options: SanitizeOptions): boolean {
  if (element.tagName === "style") return cleanStyleElement(element, options);
  if (element.tagName === "input") return keepCheckbox(element);
  element.attrs = element.attrs.flatMap(({ name, value }) => {
    const cleaned = allowsAttribute(element.tagName, name) ? cleanAttribute(element.tagName, name, value, options) : undefined;
    return cleaned === undefined ? [] : [{ name: name === "autoplay" ? "data-l-autoplay" : name, value: cleaned }];
  });
  if (element.tagName === "a") element.attrs.push(...linkSafety(element));
  if (element.tagName === "iframe") {
    if (!element.attrs.some(({ name }) => name === "src")) return false;
    element.childNodes = [];
    element.attrs.push(
      { name: "sandbox", value: "allow-scripts allow-same-origin allow-presentation" },
      { name: "loading", value: "lazy" },
      { name: "referrerpolicy", value: "no-referrer" },
    );
  }
  return true;
}

function cleanAttribute(element: string, name: string, value: string, options: SanitizeOptions): string | undefined {
  if (name === "style") return plainDeclarations(value) ?? (options.styler.declarations(value, pictureResolver(options)) || undefined);
  if (name === "id" || name === "name") return value === "" ? undefined : `${options.idPrefix}${value}`;
  if (name === "headers" || /^aria-(?:labelledby|describedby|controls|owns|details|flowto|activedescendant)$/.test(name)) {
    return value
      .split(/\s+/)
      .filter(Boolean)
      .map((id) => `${options.idPrefix}${id}`)
      .join(" ");
  }
  if (name === "srcset" || name === "sizes") return name === "srcset" ? undefined : value;
  if (name === "rel") return undefined;
  const kind = addressKinds[`${element} ${name}`];
  return kind ? cleanAddress(value, kind, options) : value;
}

function cleanAddress(value: string, kind: "link" | "image" | "media" | "frame", options: SanitizeOptions): string | undefined {
  const url = safeUrl(value, kind);
  if (url === undefined || kind === "frame") return url;
  // A slide's address (`#intro`, `#7`) is the player's; every other fragment is an id of the deck's, prefixed alike.
  // Anything but a link would load the page itself.
  if (url.startsWith("#")) return kind === "link" ? url : undefined;
  return options.resolveUrl ? options.resolveUrl(url, kind) : url;
}

/** Style names pictures as images do: the deck's own files and the open web, nothing else of the server that shows it. */
function pictureResolver({ resolveUrl }: SanitizeOptions): ((url: string) => string | undefined) | undefined {
  return resolveUrl && ((url) => resolveUrl(url, "image"));
}

/** Links open apart from the deck and tell nobody where it is. */
function linkSafety(element: Element): { name: string; value: string }[] {
  const href = element.attrs.find(({ name }) => name === "href")?.value;
  if (href === undefined || href.startsWith("#")) return [];
  return [
    { name: "target", value: "_blank" },
    { name: "rel", value: "noopener noreferrer" },
  ];
}

/** The boxes of a task list, and no other control. */
function keepCheckbox(element: Element): boolean {
  if (!element.attrs.some(({ name, value }) => name === "type" && value === "checkbox")) return false;
  const checked = element.attrs.some(({ name }) => name === "checked");
  element.attrs = [{ name: "type", value: "checkbox" }, { name: "disabled", value: "" }, ...(checked ? [{ name: "checked", value: "" }] : [])];
  return true;
}

/** The deck's styles are gathered by `deck-css.ts`; only those of this slide stay in it. */
function cleanStyleElement(element: Element, options: SanitizeOptions): boolean {
  if (!element.attrs.some(({ name }) => name === "scoped")) return false;
  const { slideSelector: selector, idPrefix, styler } = options;
  const css = styler.sheet(textOf(element), { selector, idPrefix, resolvePicture: pictureResolver(options) });
  element.attrs = [];
  element.childNodes = [];
  if (css === "") return false;
  defaultTreeAdapter.insertText(element, css);
  return true;
}
