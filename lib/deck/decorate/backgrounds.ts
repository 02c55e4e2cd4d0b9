import {
  append,
  createElement,
  elementsOf,
  isElement,
  isText,
  printHtml,
  readAttribute,
  remove,
  type Element,
  type Parent,
} from "@/lib/deck/sanitize/tree";
import { holdAutoplay } from "./media";

/** Pictures behind the text, or beside it. */
export interface Backgrounds {
  readonly layer: Element | undefined;
  readonly split: { readonly side: "left" | "right"; readonly share: string } | undefined;
  /** A picture fills the slide or its side of it; one in a size of its own stands on the slide's paper, and the words keep its ink. */
  readonly isFilled: boolean;
}

/** Lifts `![bg]` pictures and films out of the text into a layer of their own, in order; empty paragraphs go with them. */
export function liftBackgrounds(root: Parent): Backgrounds {
  const found = elementsOf(root).filter(({ tagName, attrs }) => isBackground(tagName, attrs));
  for (const element of found) {
    const parent = element.parentNode;
    remove(element);
    if (parent && isElement(parent) && parent.tagName === "p" && isEmpty(parent)) remove(parent);
  }
  return layBehind(found);
}

/** Does an element stand behind the text? */
export function isBackground(name: string, attrs: Readonly<Element["attrs"]>): boolean {
  return (name === "img" || name === "video") && attrs.some((attr) => attr.name === "data-l-background" && attr.value !== "");
}

/** The layer of pictures and films that stand nowhere else, in order. */
export function layBehind(found: readonly Element[]): Backgrounds {
  if (found.length === 0) return none;
  const last = (mark: string, isKnown: (value: string) => boolean) =>
    found.map((element) => readAttribute(element, mark)).findLast((value) => value !== undefined && isKnown(value));
  const layer = createElement("div", { class: "slide-background" });
  if (last("data-l-direction", () => true) === "vertical") layer.attrs.push({ name: "data-direction", value: "vertical" });
  for (const element of found) {
    const cell = createElement("span", { class: "background-picture" });
    append(cell, toPicture(element));
    append(layer, cell);
  }
  const side = last("data-l-background", (value) => value === "left" || value === "right");
  const share = last("data-l-split", isPercentage) ?? "50%";
  const split: Backgrounds["split"] = side === "left" || side === "right" ? { side, share } : undefined;
  return { layer, split, isFilled: !!split || found.some((element) => /^$|\d{3}%/.test(sizing(element))) };
}

const none: Backgrounds = { layer: undefined, split: undefined, isFilled: false };

/** A layer as it is printed on its own. */
export function printLayer(layer: Element): string {
  holdAutoplay(layer);
  const frame = createElement("div");
  append(frame, layer);
  return printHtml(frame);
}

const kept = new Set(["src", "alt", "aria-label", "title", "data-l-autoplay", "loop", "muted", "playsinline", "preload", "poster"]);

function toPicture(element: Element): Element {
  const picture = createElement(element.tagName);
  picture.attrs = element.attrs.filter(({ name }) => kept.has(name));
  const style = [sizing(element), readAttribute(element, "style")].filter(Boolean).join("; ");
  if (style !== "") picture.attrs.push({ name: "style", value: style });
  return picture;
}

/** As CSS would size a background: a share of the room it has, its own size, a length, or the theme's `cover`. */
function sizing(element: Element): string {
  const size = readAttribute(element, "data-l-size") ?? "";
  const style = readAttribute(element, "style") ?? "";
  if (size === "auto" || /(?:^|[;\s])(?:width|height):/.test(style)) return "width: auto; height: auto";
  if (size === "contain") return "object-fit: contain";
  return isPercentage(size) ? `width: ${size}; height: auto` : "";
}

/** These marks could stand in anybody's HTML: only a plain percentage may reach a style. */
function isPercentage(value: string): boolean {
  return /^(?:\d{0,4}\.)?\d{1,4}%$/.test(value);
}

function isEmpty(parent: Element): boolean {
  return parent.childNodes.every((child) => (isText(child) ? child.value.trim() === "" : isElement(child) && child.tagName === "br"));
}
