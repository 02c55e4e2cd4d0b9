import { widthOf } from "@/lib/deck/chart/svg";
import type { SlideLayout } from "@/lib/deck/deck";
import { elementsOf, readAttribute, removeAttribute, setAttribute, textOf, type Parent } from "@/lib/deck/sanitize/tree";

const smallestPx = 40;
const largestPx = 300;

/** Sets headings that say so as large as their words let them be on one line of this many canvas pixels. */
export function fitHeadings(root: Parent, width: number): void {
  for (const element of elementsOf(root)) {
    if (readAttribute(element, "data-l-fit") === undefined) continue;
    removeAttribute(element, "data-l-fit");
    if (!/^h[1-6]$/.test(element.tagName)) continue;
    const ems = widthOf(textOf(element).trim(), 1);
    const size = Math.round(Math.min(largestPx, Math.max(smallestPx, width / (ems || 1))));
    setAttribute(element, "class", "fit-heading");
    setAttribute(element, "style", `${sizeStyle(size)};max-width:none;line-height:1.05`);
  }
}

/** As large as themes set them, in canvas pixels: the large words of a layout, then headings by their level. */
const largePx = 96;
const levelPx: Readonly<Record<string, number>> = { h1: 60, h2: 44 };
const textPx = 30;
/** What a line breaks between; in writings of the east it may end anywhere. */
const words = /[^\s\u0e00-\uffff-]+/g;
/** Some themes have wider margins and letters than others. */
const spare = 1.2;

/** Sets headings in a narrow place (canvas pixels) so small that no word of them has to be broken, where it can be helped. */
export function keepWordsWhole(root: Parent, width: number, layout: SlideLayout): void {
  for (const element of elementsOf(root)) {
    const size = sizeOf(element.tagName, layout);
    if (size === 0 || readAttribute(element, "style") !== undefined) continue;
    const ems = longestWord(textOf(element));
    if (ems * size > width) setAttribute(element, "style", sizeStyle(Math.max(textPx, Math.floor(width / ems))));
  }
}

/** Might a word of a heading in printed HTML be too long for its place? Yes rather too often: its signs and entities count. */
export function mayBreakWords(html: string, width: number, layout: SlideLayout): boolean {
  for (const [, tag = "", inner = ""] of html.matchAll(/<(h[12])[^>]*>(.*?)<\/\1>/gs))
    if (longestWord(inner.replace(/<[^>]*>/g, "")) * sizeOf(tag, layout) > width) return true;
  return false;
}

/** In ems. */
function longestWord(text: string): number {
  return Math.max(0, ...(text.match(words) ?? []).map((word) => widthOf(word, spare)));
}

/** 0 for what is no heading of these levels. */
function sizeOf(tag: string, layout: SlideLayout): number {
  const level = levelPx[tag];
  return level && layout !== "default" && layout !== "two-columns" && layout !== "full" ? largePx : (level ?? 0);
}

/** On the element, since every theme sizes the headings of its layouts. */
function sizeStyle(px: number): string {
  return `font-size:calc(${px}px * var(--heading-scale, 1) * var(--fit, 1))`;
}
