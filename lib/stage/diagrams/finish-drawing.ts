import { sanitizeSvg, type DiagramDrawing } from "@/lib/deck";
import { paint } from "@/lib/stage/diagrams/palette";

/** UTF-16 units of a finished drawing; a large flowchart has 60,000. */
export const maxDrawingUnits = 512 * 1024;

/** Id of the drawing while mermaid draws it. */
export const drawingId = "m";

/** What mermaid gave, in the theme's colours, sanitised: as it is shown, and as it is sent to be kept. */
export function finishDrawing(svg: string, hash: string): DiagramDrawing {
  const drawn = cleanDrawing(paint(svg), hash);
  return drawn === undefined ? { state: "failed", message: "It is too large for a slide.", line: undefined } : { state: "drawn", svg: drawn };
}

/** A drawing that somebody sent: only what a drawing may hold; undefined where it is none. The same again for its own result. */
export function cleanDrawing(svg: string, hash: string): string | undefined {
  const drawn = sanitizeSvg(svg, { idPrefix: `d-${hash}-` });
  return drawn === undefined || drawn.length > maxDrawingUnits ? undefined : drawn;
}
