import { renderExample, type RenderedExample } from "@/components/slides/render-example";
import { parseDeck, type DiagramDrawing, type RenderOptions } from "@/lib/deck";
import { drawDiagram } from "@/lib/stage/diagrams/draw";

/** An example with its diagrams drawn in this browser. Heavy: reach this module through `import()` alone. */
export async function drawExample(markdown: string, render: RenderOptions = {}): Promise<RenderedExample> {
  const drawings = new Map<string, DiagramDrawing>();
  for (const { parts } of parseDeck(markdown).slides) {
    for (const diagram of parts.diagrams) drawings.set(diagram.hash, await drawDiagram(diagram));
  }
  return renderExample(markdown, { ...render, diagrams: drawings });
}
