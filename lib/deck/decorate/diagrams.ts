import type { RenderOptions } from "@/lib/deck/deck";
import { hashText } from "@/lib/deck/hash";
import { elementsOf, readAttribute, setAttribute, textOf, type Parent } from "@/lib/deck/sanitize/tree";
import type { TrustedHtml } from "./trusted-html";

/** The key of a diagram's finished SVG, from its text alone; who stores it adds scheme and renderer. */
export function diagramHash(text: string): string {
  return hashText(text.trim());
}

/**
 * Puts finished SVG in the place of a mermaid block. The SVG was sanitised when it was stored; a diagram without
 * one stays a code block that shows its source.
 */
export function placeDiagrams(root: Parent, { diagrams }: RenderOptions, trusted: TrustedHtml): void {
  if (!diagrams || diagrams.size === 0) return;
  for (const element of elementsOf(root)) {
    if (element.tagName !== "pre" || readAttribute(element, "data-l-code") !== "mermaid") continue;
    const svg = diagrams.get(diagramHash(textOf(element)));
    if (svg === undefined) continue;
    element.tagName = "figure";
    element.nodeName = "figure";
    element.attrs = [];
    setAttribute(element, "class", "diagram");
    trusted.put(element, svg);
  }
}
