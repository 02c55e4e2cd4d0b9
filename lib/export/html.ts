import { renderDocument, type DocumentOptions } from "@/lib/stage/document";

/** A file to take home. */
export interface ExportedFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly contentType: string;
  /** Pictures and films that it could not hold. */
  readonly leftOut: readonly string[];
  readonly slideCount: number;
}

/** One HTML file that opens from disk with the network off. Speaker notes are in it only if asked for. */
export async function exportHtml(options: Omit<DocumentOptions, "mode">): Promise<ExportedFile> {
  const { html, leftOut, slideCount } = await renderDocument({ ...options, mode: "file" });
  return { bytes: new TextEncoder().encode(html), contentType: "text/html; charset=utf-8", leftOut, slideCount };
}
