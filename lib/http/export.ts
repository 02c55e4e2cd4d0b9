import { deckFileName, type ExportFormat } from "@/lib/api/exports";
import { deckFilePath, parseDeck } from "@/lib/deck";
import { AppError } from "@/lib/errors";
import { exportHtml } from "@/lib/export/html";
import { exportMarkdown } from "@/lib/export/markdown";
import { attachment } from "@/lib/http/answers";
import type { DeckInput } from "@/lib/http/handle";
import { namedFiles } from "@/lib/stage/named-files";
import { fontsVersion } from "@/lib/themes";
import { requireRole } from "@/lib/workspace/decks/role";
import { getDeck } from "@/lib/workspace/decks/get";
import { readDataUrls } from "@/lib/workspace/files/data-urls";
import { postgresFileStore } from "@/lib/workspace/files/file-store";
import { getFits } from "@/lib/workspace/fits/get";

/** What is asked for; `notes` puts the speaker notes into the file. */
export interface ExportRequest {
  readonly format: ExportFormat;
  readonly notes: boolean;
}

/** A file stays as it is: it is worth waiting for diagrams that nobody has drawn. */
const diagramWaitMs = 20_000;

/** The deck as a file. Throws 403 for what the role may not take, 501 for formats that aren't built yet. */
export async function answerExport({ runtime, session, deckId, role }: DeckInput, { format, notes }: ExportRequest): Promise<Response> {
  if (format === "pdf" || format === "pptx") {
    throw new AppError(
      "not-built",
      `Export as ${format.toUpperCase()} is not built yet. Export HTML, open it, and print it: one slide becomes one page.`,
    );
  }
  if (format === "md") await requireRole(runtime, deckId, { userId: session.userId, action: "exportMarkdown" });
  else if (notes) await requireRole(runtime, deckId, { userId: session.userId, action: "readNotes" });
  const { markdown } = await runtime.collab.readDeck(deckId);
  const { title, name } = await getDeck(runtime, deckId, { userId: session.userId, role });
  const filename = deckFileName(title, format);
  if (format === "md") {
    const { bytes, contentType } = exportMarkdown(markdown);
    return attachment(bytes, { filename, contentType });
  }
  const deck = parseDeck(markdown);
  const fits = await getFits(runtime, deckId, { theme: deck.settings.theme, fontsVersion });
  const store = postgresFileStore(runtime.pool);
  const files = await readDataUrls(runtime, deckId, { store, paths: namedFiles(deck, { notes }) });
  const diagrams = await runtime.diagrams.drawingsOf(deckId, deck, { waitMs: diagramWaitMs });
  const { bytes, contentType } = await exportHtml({
    deck,
    assets: runtime.assets,
    fits,
    diagrams,
    notes,
    // What is not in the deck keeps its address, and the document says that it had to stay away.
    resolveUrl: (url, kind) => (kind === "link" ? url : (files.get(deckFilePath(url) ?? "") ?? url)),
    ...(name === null ? {} : { title: name }),
  });
  return attachment(bytes, { filename, contentType });
}
