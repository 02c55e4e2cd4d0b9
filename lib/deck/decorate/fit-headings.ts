import { widthOf } from "@/lib/deck/chart/svg";
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
    // On the element, since every theme sizes the headings of its layouts.
    setAttribute(element, "style", `font-size:calc(${size}px * var(--heading-scale, 1) * var(--fit, 1));max-width:none;line-height:1.05`);
  }
}
