import { append, createElement, elementsOf, isElement, isText, readAttribute, type Element, type Node, type Parent } from "@/lib/deck/sanitize/tree";
import type { SlideLayout } from "@/lib/deck/deck";

/**
 * The content of a slide as its layout wants it: `image-left` and `image-right` stand the first picture beside
 * the rest; a quote without a quote mark is one. All other layouts are the theme's alone.
 */
export function arrangeContent(root: Parent, layout: SlideLayout): Element {
  const content = createElement("div", { class: "slide-content" });
  if (layout === "image-left" || layout === "image-right") {
    const picture = root.childNodes.find(isPicture);
    if (picture) {
      const media = createElement("div", { class: "slide-media" });
      const text = createElement("div", { class: "slide-text" });
      append(media, picture);
      append(text, ...root.childNodes.slice());
      append(content, media, text);
      return content;
    }
  }
  append(content, ...root.childNodes.slice());
  return content;
}

/** A figure, or a paragraph that is one image. */
function isPicture(node: Node): boolean {
  if (!isElement(node)) return false;
  if (node.tagName === "figure" || node.tagName === "img" || node.tagName === "video") return true;
  const shown = node.childNodes.filter((child) => !isText(child) || child.value.trim() !== "");
  return node.tagName === "p" && shown.length === 1 && shown.every((child) => isElement(child) && child.tagName === "img");
}

/** Links to ids of this slide's own follow them under their prefix; all others address slides. */
export function prefixOwnLinks(root: Parent, prefix: string): void {
  const elements = elementsOf(root);
  const ids = new Set(elements.map((element) => readAttribute(element, "id")).filter((id) => id !== undefined));
  for (const element of elements) {
    for (const attribute of element.attrs) {
      if (attribute.name !== "href" || !attribute.value.startsWith("#")) continue;
      const own = `${prefix}${attribute.value.slice(1)}`;
      if (ids.has(own)) attribute.value = `#${own}`;
    }
  }
}
