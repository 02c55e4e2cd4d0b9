import type { DiagramDrawing, DiagramSource, RenderOptions } from "@/lib/deck/deck";
import { hashText } from "@/lib/deck/hash";
import { maxDiagrams, maxDiagramUnits } from "@/lib/deck/limits";
import {
  append,
  appendText,
  createElement,
  elementsOf,
  insertBefore,
  readAttribute,
  remove,
  setAttribute,
  textOf,
  type Element,
  type Parent,
} from "@/lib/deck/sanitize/tree";
import type { TrustedHtml } from "./trusted-html";

/** The key of a diagram's drawing, from its text alone; who stores it adds the look and the renderer. */
export function diagramHash(text: string): string {
  return hashText(text.trim());
}

/**
 * Puts drawings in the place of mermaid blocks. Their SVG was sanitised when it was stored. A diagram without one stays
 * a code block that shows its source; one that can't be drawn says why above it. Returns all diagrams of the slide.
 */
export function placeDiagrams(
  root: Parent,
  { diagrams, describeDiagram }: Pick<RenderOptions, "diagrams" | "describeDiagram">,
  trusted: TrustedHtml,
): readonly DiagramSource[] {
  const found: DiagramSource[] = [];
  for (const pre of elementsOf(root)) {
    if (pre.tagName !== "pre" || readAttribute(pre, "data-l-code") !== "mermaid" || !pre.parentNode) continue;
    const text = textOf(pre).trim();
    if (text === "" || text.length > maxDiagramUnits || found.length >= maxDiagrams) continue;
    const hash = diagramHash(text);
    found.push({ hash, text });
    setAttribute(pre, "data-diagram", hash);
    const drawing = diagrams?.get(hash);
    if (drawing) replaceBlock(pre, pre.parentNode, { label: describeDiagram?.(text) ?? "Diagram", drawing, trusted });
  }
  return found;
}

interface Placement {
  readonly label: string;
  readonly drawing: DiagramDrawing;
  readonly trusted: TrustedHtml;
}

function replaceBlock(pre: Element, parent: Parent, { label, drawing, trusted }: Placement): void {
  const figure = createElement("figure", { class: drawing.state === "drawn" ? "diagram" : "diagram diagram-failed" });
  insertBefore(parent, figure, pre);
  if (drawing.state === "drawn") {
    const picture = createElement("div", { class: "diagram-picture", role: "img", "aria-label": label });
    trusted.put(picture, drawing.svg);
    remove(pre);
    append(figure, picture);
    appendCaption(figure, readAttribute(pre, "data-l-title") ?? "");
  } else {
    const where = drawing.line === undefined ? "" : ` Line ${drawing.line}:`;
    appendCaption(figure, `This diagram can't be drawn.${where} ${drawing.message}`);
    append(figure, pre);
  }
}

function appendCaption(figure: Element, text: string): void {
  if (text === "") return;
  const caption = createElement("figcaption");
  appendText(caption, text);
  append(figure, caption);
}
