import type { DiagramDrawing, DiagramSource } from "@/lib/deck";
import { drawingProblem, readMermaidError } from "@/lib/stage/diagrams/drawing-problem";
import { drawingId, finishDrawing } from "@/lib/stage/diagrams/finish-drawing";
import { mermaidConfig } from "@/lib/stage/diagrams/mermaid-config";
import { mermaidUrl } from "@/lib/stage/generated-packages";
import type mermaid from "mermaid";

type Mermaid = typeof mermaid;

let isReady = false;

/** Draws a diagram in this browser. A text that can't be drawn is an answer too; throws where mermaid could not be loaded. Load it only when needed. */
export async function drawDiagram({ hash, text }: DiagramSource): Promise<DiagramDrawing> {
  const { default: mermaid }: { default: Mermaid } = await import(/* turbopackIgnore: true */ mermaidUrl);
  if (!isReady) mermaid.initialize(mermaidConfig());
  isReady = true;
  // Words are measured to draw boxes around them.
  await document.fonts.load('16px "Inter Variable"').catch(() => []);
  try {
    const { svg } = await mermaid.render(drawingId, text);
    return finishDrawing(svg, hash);
  } catch (error) {
    return drawingProblem(readMermaidError(error), text);
  }
}
