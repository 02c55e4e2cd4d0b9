import { z } from "zod";

export const exportFormats = ["html", "md", "pdf", "pptx"] as const;
export type ExportFormat = (typeof exportFormats)[number];

const flag = z
  .enum(["0", "1"])
  .default("0")
  .transform((value) => value === "1");

/** `GET /api/decks/:id/export?format=&notes=1`: the file, as an attachment; with `progress=1` as a stream that says how far it is. */
export const exportQuerySchema = z.object({
  format: z.enum(exportFormats, "Choose one of the formats html, md, pdf or pptx."),
  notes: flag,
  progress: flag,
});

/** The address a download button points at. */
export function exportUrl(
  deckId: string,
  format: ExportFormat,
  { notes = false, progress = false }: { readonly notes?: boolean; readonly progress?: boolean } = {},
): string {
  return `/api/decks/${encodeURIComponent(deckId)}/export?format=${format}${notes ? "&notes=1" : ""}${progress ? "&progress=1" : ""}`;
}

/** Characters of a title that a file's name keeps. */
const maxNameLength = 80;

/**
 * A file name out of a title, the same on every system: `Docker, 2014` becomes `docker-2014.html`. One with speaker notes
 * says so: it is for the speaker, and must not be mistaken for the one to hand out.
 */
export function deckFileName(title: string, format: ExportFormat, { notes = false }: { readonly notes?: boolean } = {}): string {
  const words = title
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-");
  const name = [...words]
    .slice(0, maxNameLength)
    .join("")
    .replace(/^-+|-+$/g, "");
  return `${name === "" ? "deck" : name}${notes ? "-with-notes" : ""}.${format}`;
}
