import { renderExample, type RenderedExample } from "@/components/slides/render-example";
import { parseDeck, type DiagramDrawing } from "@/lib/deck";
import { highlightersFor } from "@/lib/stage/grammars/highlighters";

/** An example with its diagrams drawn and its code coloured in this browser. Heavy: reach this module through `import()` alone. */
export async function drawExample(markdown: string): Promise<RenderedExample> {
  const { slides } = parseDeck(markdown);
  const drawings = new Map<string, DiagramDrawing>();
  for (const diagram of slides.flatMap(({ parts }) => parts.diagrams)) {
    const { drawDiagram } = await import("@/lib/stage/diagrams/draw");
    drawings.set(diagram.hash, await drawDiagram(diagram));
  }
  const renderMath = slides.some(({ parts }) => parts.math) ? (await import("@/lib/stage/math")).createMathRenderer() : undefined;
  return renderExample(markdown, { renderMath, diagrams: drawings, highlighters: await highlightersFor(slides) });
}
