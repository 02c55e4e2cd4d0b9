import { append, createElement, elementsOf, isElement, isText, readAttribute, remove, type Element, type Parent } from "@/lib/deck/sanitize/tree";

/** Pictures behind the text, or beside it. */
export interface Backgrounds {
  readonly layer: Element | undefined;
  readonly split: { readonly side: "left" | "right"; readonly share: string } | undefined;
}

/** Lifts `![bg]` images out of the text into a layer of their own, in order; empty paragraphs go with them. */
export function liftBackgrounds(root: Parent): Backgrounds {
  const images = elementsOf(root).filter((element) => element.tagName === "img" && readAttribute(element, "data-l-background"));
  const last = images.at(-1);
  if (!last) return { layer: undefined, split: undefined };
  const layer = createElement("div", { class: "slide-background" });
  for (const image of images) {
    const parent = image.parentNode;
    append(layer, toPicture(image));
    remove(image);
    if (parent && isElement(parent) && parent.tagName === "p" && isEmpty(parent)) remove(parent);
  }
  const side = images.map((image) => readAttribute(image, "data-l-background")).findLast((value) => value === "left" || value === "right");
  const share = images.map((image) => readAttribute(image, "data-l-split")).findLast((value) => value !== undefined && isPercentage(value)) ?? "50%";
  return { layer, split: side === "left" || side === "right" ? { side, share } : undefined };
}

function toPicture(image: Element): Element {
  const size = readAttribute(image, "data-l-size");
  const fit = size === "contain" ? "contain" : size === "auto" ? "none" : "cover";
  const percent = size !== undefined && isPercentage(size) ? `width: ${size}; height: ${size}; ` : "";
  const style = [`${percent}object-fit: ${fit}`, readAttribute(image, "style")].filter(Boolean).join("; ");
  return createElement("img", { src: readAttribute(image, "src") ?? "", alt: readAttribute(image, "alt") ?? "", style });
}

/** These marks could stand in anybody's HTML: only a plain percentage may reach a style. */
function isPercentage(value: string): boolean {
  return /^\d{1,3}(?:\.\d+)?%$/.test(value);
}

function isEmpty(parent: Element): boolean {
  return parent.childNodes.every((child) => (isText(child) ? child.value.trim() === "" : isElement(child) && child.tagName === "br"));
}
