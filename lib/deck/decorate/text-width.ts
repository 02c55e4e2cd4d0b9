import { hasClass, isElement, readAttribute, type Element, type Parent } from "@/lib/deck/sanitize/tree";

/** How much room a slide's text has, before anybody can measure it. */
export interface TextPlace {
  /** Width in pixels that text has on this slide's canvas. */
  readonly width: number;
  /** What stands in no column of its own flows through two of them (`layout: two-columns`). */
  readonly isFlowing: boolean;
}

const columnGapPx = 54;

/** Canvas pixels that a block may be wide: a column has its share of the row it stands in. */
export function textWidthIn(element: Element, { width, isFlowing }: TextPlace): number {
  let share = width;
  let isInColumn = false;
  for (let node: Parent | null = element.parentNode; node && isElement(node); node = node.parentNode) {
    if (!hasClass(node, "column") || !node.parentNode) continue;
    isInColumn = true;
    const columns = node.parentNode.childNodes.filter((child) => isElement(child) && hasClass(child, "column")).length;
    const written = /(?:^|[\s;])(?:flex:0 1 |width:)(\d+(?:\.\d+)?)%/.exec(readAttribute(node, "style") ?? "")?.[1];
    share = written === undefined ? (share - columnGapPx * (columns - 1)) / columns : (share * Number(written)) / 100;
  }
  return isInColumn ? share : freeWidth({ width, isFlowing });
}

/** Canvas pixels that a block may be wide that stands in no column. */
export function freeWidth({ width, isFlowing }: TextPlace): number {
  return isFlowing ? (width - columnGapPx) / 2 : width;
}
