import type * as Y from "yjs";

/** Makes every line end LF, in the caller's transaction: an edit as any other. */
export function fixLineEnds(text: Y.Text): void {
  const source = text.toString();
  for (let at = source.lastIndexOf("\r"); at >= 0; at = at === 0 ? -1 : source.lastIndexOf("\r", at - 1)) {
    text.delete(at, 1);
    if (source[at + 1] !== "\n") text.insert(at, "\n");
  }
}
