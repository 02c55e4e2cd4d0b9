import type { PrintOptions } from "@/lib/browser/print-document";
import { AppError } from "@/lib/errors";
import { findBroken } from "@/lib/export/find-broken";
import type { ExportedFile } from "@/lib/export/html";
import { renderDocument, type DocumentOptions } from "@/lib/stage/document";

export interface PdfOptions extends Omit<DocumentOptions, "mode" | "replaced"> {
  /** Prints a document to its last page; undefined where there is nothing to print with. */
  readonly print: (options: PrintOptions) => Promise<Uint8Array | undefined>;
  readonly signal: AbortSignal;
  /** Told what is being done now. */
  readonly onStage: (stage: PdfStage) => void;
}

/** `finding`: a slide broke the printing, and is looked for. */
export type PdfStage = "laying-out" | "printing" | "finding";

/** A thousand slides take some seconds; a slide that never ends must not hold up the others' files for long. */
const wholeMs = 60_000;
const tryMs = 10_000;

/**
 * The deck as a PDF: a page a slide, printed from the same document as the HTML file; with notes each slide stands
 * above its own. A slide that breaks the printing gives way to a sentence. Throws 503 where the server has no browser,
 * and `signal`'s reason where it is given up.
 */
export async function exportPdf(options: PdfOptions): Promise<ExportedFile & { readonly broken: readonly number[] }> {
  try {
    return { ...(await printWhole(options, new Map())), broken: [] };
  } catch (error) {
    if (options.signal.aborted || error instanceof AppError) throw error;
    options.onStage("finding");
    const broken = await findBrokenSlides(options);
    if (broken.length === 0) throw error;
    const replaced = new Map(broken.map((index) => [index, `Slide ${index + 1} could not be printed. It is in the deck as it was.`]));
    return { ...(await printWhole(options, replaced)), broken };
  }
}

async function printWhole(options: PdfOptions, replaced: ReadonlyMap<number, string>): Promise<ExportedFile> {
  const { print, signal, onStage, ...document } = options;
  onStage("laying-out");
  const { html, leftOut, slideCount } = await renderDocument({ ...document, mode: "file", replaced });
  signal.throwIfAborted();
  const notes = document.notes === true;
  const printed = await print({ html, notes, timeoutMs: wholeMs, signal, onLaidOut: () => onStage("printing") });
  if (!printed) throw noBrowser();
  return { bytes: new Uint8Array(printed), contentType: "application/pdf", leftOut, slideCount };
}

function findBrokenSlides({ print, signal, ...document }: PdfOptions): Promise<readonly number[]> {
  const count = document.deck.slides.filter((slide) => !slide.settings.hidden).length;
  return findBroken(count, async (from, to) => {
    signal.throwIfAborted();
    const others = Array.from({ length: count }, (_slide, index) => index).filter((index) => index < from || index >= to);
    try {
      const { html } = await renderDocument({ ...document, mode: "file", replaced: new Map(others.map((index) => [index, ""])) });
      await print({ html, notes: false, timeoutMs: tryMs, signal, onLaidOut: () => undefined });
      return true;
    } catch {
      // That it fails is what is asked.
      signal.throwIfAborted();
      return false;
    }
  });
}

function noBrowser(): AppError {
  return new AppError(
    "unavailable",
    "This server has no browser to make a PDF with. Print the slides from your own: in its dialog choose “Save as PDF”.",
  );
}
