/** The deck's text as a file: byte for byte what was written, with LF line ends. */
export function exportMarkdown(source: string): { readonly bytes: Uint8Array<ArrayBuffer>; readonly contentType: string } {
  return { bytes: new TextEncoder().encode(source.replace(/\r\n?/g, "\n")), contentType: "text/markdown; charset=utf-8" };
}
