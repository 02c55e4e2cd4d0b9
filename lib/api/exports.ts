import { z } from "zod";

export const exportFormats = ["html", "md", "pdf", "pptx"] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** `GET /api/decks/:id/export?format=&notes=1`: the file, as an attachment. */
export const exportQuerySchema = z.object({
  format: z.enum(exportFormats, "Choose one of the formats html, md, pdf or pptx."),
  notes: z.enum(["0", "1"]).default("0"),
});
export type ExportQuery = z.input<typeof exportQuerySchema>;

/** The address a download button points at. */
export function exportUrl(deckId: string, format: ExportFormat, { notes = false }: { readonly notes?: boolean } = {}): string {
  return `/api/decks/${encodeURIComponent(deckId)}/export?format=${format}${notes ? "&notes=1" : ""}`;
}
