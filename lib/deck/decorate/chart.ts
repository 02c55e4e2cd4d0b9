import type { ChartDrawer } from "@/lib/deck/deck";
import { elementsOf, readAttribute, textOf, type Parent } from "@/lib/deck/sanitize/tree";
import { become, showProblem } from "./drawing";
import { textWidthIn, type TextPlace } from "./text-width";
import type { TrustedHtml } from "./trusted-html";

/** Canvas pixels for a chart below a heading. */
const heightPx = 464;

/**
 * Draws every `chart` block from its text, as wide as the columns around it leave; one that can't be drawn says why, and
 * without a drawer all show their text. Returns whether there are any.
 */
export function drawCharts(
  root: Parent,
  place: TextPlace,
  { draw, trusted }: { readonly draw: ChartDrawer | undefined; readonly trusted: TrustedHtml },
): boolean {
  let hasCharts = false;
  for (const element of elementsOf(root)) {
    if (element.tagName !== "pre" || readAttribute(element, "data-l-code") !== "chart") continue;
    hasCharts = true;
    const size = { width: Math.max(420, Math.round(textWidthIn(element, place))), height: heightPx };
    const drawn = draw?.(textOf(element), readAttribute(element, "data-l-info") ?? "", size);
    if (!drawn) continue;
    if ("problem" in drawn) showProblem(element, drawn.problem);
    else trusted.put(become(element, "figure", "chart"), drawn.html);
  }
  return hasCharts;
}
