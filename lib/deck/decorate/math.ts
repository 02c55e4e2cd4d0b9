import { createElement, append, elementsOf, readAttribute, removeAttribute, setAttribute, textOf, type Parent } from "@/lib/deck/sanitize/tree";
import type { RenderOptions } from "@/lib/deck/deck";
import { maxFormulas, maxTexUnits } from "@/lib/deck/limits";
import type { TrustedHtml } from "./trusted-html";

/**
 * Sets formulas with the renderer that was given; without one, and beyond what one slide may ask of it, a formula shows
 * as its TeX. Returns whether there are any.
 */
export function setMath(root: Parent, renderMath: RenderOptions["renderMath"], trusted: TrustedHtml): boolean {
  let formulas = 0;
  let units = 0;
  for (const element of elementsOf(root)) {
    const kind = readAttribute(element, "data-l-math");
    if (kind === undefined) continue;
    const tex = textOf(element);
    formulas += 1;
    units += tex.length;
    removeAttribute(element, "data-l-math");
    setAttribute(element, "class", kind === "block" ? "math math-block" : "math");
    const html = formulas > maxFormulas || units > maxTexUnits ? undefined : renderMath?.(tex, kind === "block");
    if (html !== undefined) trusted.put(element, html);
    else {
      const code = createElement("code");
      append(code, ...element.childNodes);
      append(element, code);
    }
  }
  return formulas > 0;
}
