import { drawChart } from "@/lib/deck/chart/draw";
import { elementsOf, hasClass, isElement, readAttribute, textOf, type Element, type Parent } from "@/lib/deck/sanitize/tree";
import { become, showProblem } from "./drawing";
import type { TrustedHtml } from "./trusted-html";

export interface ChartPlace {
  /** Width in pixels that text has on this slide's canvas. */
  readonly width: number;
  /** What stands in no column of its own flows through two of them (`layout: two-columns`). */
  readonly isFlowing: boolean;
}

/** Canvas pixels for a chart below a heading. */
const heightPx = 464;
const columnGapPx = 54;

/** Draws every `chart` block from its text, as wide as the columns around it leave; one that can't be drawn says why. */
export function drawCharts(root: Parent, place: ChartPlace, trusted: TrustedHtml): void {
  for (const element of elementsOf(root)) {
    if (element.tagName !== "pre" || readAttribute(element, "data-l-code") !== "chart") continue;
    const drawn = drawChart(textOf(element), readAttribute(element, "data-l-info") ?? "", {
      width: Math.max(420, Math.round(widthIn(element, place))),
      height: heightPx,
    });
    if (typeof drawn !== "string") showProblem(element, drawn.problem);
    else trusted.put(become(element, "figure", "chart"), drawn);
  }
}

/** A column has its share of the row it stands in. */
function widthIn(element: Element, { width, isFlowing }: ChartPlace): number {
  let share = width;
  let isInColumn = false;
  for (let node: Parent | null = element.parentNode; node && isElement(node); node = node.parentNode) {
    if (!hasClass(node, "column") || !node.parentNode) continue;
    isInColumn = true;
    const columns = node.parentNode.childNodes.filter((child) => isElement(child) && hasClass(child, "column")).length;
    const written = /(?:^|[\s;])(?:flex:0 1 |width:)(\d+(?:\.\d+)?)%/.exec(readAttribute(node, "style") ?? "")?.[1];
    share = written === undefined ? (share - columnGapPx * (columns - 1)) / columns : (share * Number(written)) / 100;
  }
  return isFlowing && !isInColumn ? (width - columnGapPx) / 2 : share;
}
