import { z } from "zod";

/** A diagram's hash, as `diagramHash` of lib/deck prints it. */
export const diagramHashSchema = z.string().regex(/^[0-9a-z]{1,16}$/);

/** `PUT /api/decks/:id/diagrams/:hash` → 204: what an editor's browser drew, kept for pages that have no script. */
export const putDiagramBodySchema = z.strictObject({
  /** What it was drawn with; a drawing of another renderer than the server's is refused. */
  renderer: z.string().min(1).max(80),
  svg: z.string().min(1),
});
export type PutDiagramBody = z.input<typeof putDiagramBodySchema>;

/** `GET /api/decks/:id/diagrams`: the drawings that are kept, of the server's renderer. */
export const diagramListSchema = z.object({
  renderer: z.string(),
  diagrams: z.array(z.object({ hash: diagramHashSchema, svg: z.string() })),
});
export type DiagramList = z.output<typeof diagramListSchema>;
