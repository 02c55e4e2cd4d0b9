import { drawChart } from "@/lib/deck/chart/draw";
import { elementsOf, readAttribute, textOf, type Parent } from "@/lib/deck/sanitize/tree";
import { become, showProblem } from "./drawing";
import { textWidthIn, type TextPlace } from "./text-width";
import type { TrustedHtml } from "./trusted-html";

/** Canvas pixels for a chart below a heading. */
const heightPx = 464;

/** Draws every `chart` block from its text, as wide as the columns around it leave; one that can't be drawn says why. */
export function drawCharts(root: Parent, place: TextPlace, trusted: TrustedHtml): void {
  for (const element of elementsOf(root)) {
    if (element.tagName !== "pre" || readAttribute(element, "data-l-code") !== "chart") continue;
    const drawn = drawChart(textOf(element), readAttribute(element, "data-l-info") ?? "", {
      width: Math.max(420, Math.round(textWidthIn(element, place))),
      height: heightPx,
    });
    if (typeof drawn !== "string") showProblem(element, drawn.problem);
    else trusted.put(become(element, "figure", "chart"), drawn);
  }
}
