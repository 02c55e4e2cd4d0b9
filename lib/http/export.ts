import type { z } from "zod";
import { deckFileName, type exportQuerySchema } from "@/lib/api/exports";
import type { ExportProgress } from "@/lib/api/export-stream";
import { printDocument } from "@/lib/browser/print-document";
import { readSlides } from "@/lib/browser/slides/read-slides";
import { parseDeck } from "@/lib/deck";
import { exportHtml } from "@/lib/export/html";
import { exportMarkdown } from "@/lib/export/markdown";
import { exportPdf, type PdfStage } from "@/lib/export/pdf";
import { exportPptx } from "@/lib/export/pptx/pptx";
import { attachment } from "@/lib/http/answers";
import { streamExport, type MakeFile } from "@/lib/http/export-stream";
import type { DeckInput } from "@/lib/http/handle";
import type { DocumentOptions } from "@/lib/stage/document";
import { requireRole } from "@/lib/workspace/decks/role";
import { getDeck } from "@/lib/workspace/decks/get";
import { inlineAddresses } from "@/lib/workspace/files/data-urls";

/** What is asked for; `notes` puts the speaker notes into the file, `progress` tells on the way how far it is. */
export type ExportRequest = z.output<typeof exportQuerySchema>;

/** A file stays as it is: it is worth waiting for diagrams that nobody has drawn. */
const diagramWaitMs = 20_000;
/** For slides that nobody has measured less: its player measures them too. */
const fitWaitMs = 5_000;

/** The deck as a file. Throws 403 for what the role may not take. */
export async function answerExport(input: DeckInput, { format, notes, progress }: ExportRequest): Promise<Response> {
  const { runtime, session, deckId, role, request } = input;
  if (format === "md") await requireRole(runtime, deckId, { userId: session.userId, action: "exportMarkdown" });
  else if (notes) await requireRole(runtime, deckId, { userId: session.userId, action: "readNotes" });
  const { title, name } = await getDeck(runtime, deckId, { userId: session.userId, role });
  const filename = deckFileName(title, format, { notes: notes && format !== "md" });
  if (format === "md") {
    const { bytes, contentType } = exportMarkdown((await runtime.collab.readDeck(deckId)).markdown);
    return attachment(bytes, { filename, contentType });
  }
  const make: MakeFile = async (signal, tell) => {
    tell(steps.drawing);
    const options = { ...(await documentOptions(input, { format, notes })), ...(name === null ? {} : { title: name }) };
    if (format === "html") return exportHtml(options);
    if (format === "pptx") {
      const onSlide = (done: number, of: number) => tell({ what: `Laying out slide ${done + 1} of ${of}`, done, of });
      return exportPptx({ ...options, read: (reading) => readSlides(runtime.browser, reading), signal, onSlide });
    }
    return exportPdf({ ...options, print: (printing) => printDocument(runtime.browser, printing), signal, onStage: (stage) => tell(steps[stage]) });
  };
  if (progress) return streamExport({ make, filename, log: runtime.log });
  const { bytes, contentType } = await make(request.signal, () => undefined);
  return attachment(bytes, { filename, contentType });
}

const steps = {
  drawing: { what: "Getting pictures and diagrams ready", done: 0, of: 3 },
  "laying-out": { what: "Laying out the slides", done: 1, of: 3 },
  printing: { what: "Printing the pages", done: 2, of: 3 },
  finding: { what: "A slide can’t be printed. Looking for it", done: 1, of: 3 },
} as const satisfies Readonly<Record<PdfStage | "drawing", Omit<ExportProgress, "state">>>;

async function documentOptions(
  { runtime, deckId }: DeckInput,
  { format, notes }: Pick<ExportRequest, "format" | "notes">,
): Promise<Omit<DocumentOptions, "mode">> {
  const { markdown } = await runtime.collab.readDeck(deckId);
  const deck = parseDeck(markdown);
  const diagrams = await runtime.diagrams.drawingsOf(deckId, deck, { waitMs: diagramWaitMs });
  const fits = await runtime.fits.fitsOf(deckId, { markdown, deck }, { diagrams, waitMs: fitWaitMs });
  return {
    deck,
    assets: runtime.assets,
    fits,
    diagrams,
    notes,
    // PDF and PowerPoint take photographs as they are, and would take what is made of them as pixels.
    resolveUrl: await inlineAddresses(runtime, deckId, { deck, notes, ...(format === "html" ? { pictureWidth: 2560 } : {}) }),
  };
}
