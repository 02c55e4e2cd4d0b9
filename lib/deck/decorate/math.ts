import { createElement, append, elementsOf, readAttribute, removeAttribute, setAttribute, textOf, type Parent } from "@/lib/deck/sanitize/tree";
import type { RenderOptions } from "@/lib/deck/deck";
import type { TrustedHtml } from "./trusted-html";

/** Sets formulas with the renderer that was given; without one a formula shows as its TeX. */
export function setMath(root: Parent, renderMath: RenderOptions["renderMath"], trusted: TrustedHtml): void {
  for (const element of elementsOf(root)) {
    const kind = readAttribute(element, "data-l-math");
    if (kind === undefined) continue;
    const tex = textOf(element);
    removeAttribute(element, "data-l-math");
    setAttribute(element, "class", kind === "block" ? "math math-block" : "math");
    const html = renderMath?.(tex, kind === "block");
    if (html !== undefined) trusted.put(element, html);
    else {
      const code = createElement("code");
      append(code, ...element.childNodes);
      append(element, code);
    }
  }
}
