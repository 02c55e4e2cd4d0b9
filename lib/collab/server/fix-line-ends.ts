import type * as Y from "yjs";
import { toLineFeeds } from "@/lib/collab/protocol/line-ends";

/** So many line ends are mended one by one, which leaves the text between them to those who wrote it. */
const maxSingle = 1_000;

/** Makes every line end LF, in the caller's transaction: an edit as any other. */
export function fixLineEnds(text: Y.Text): void {
  const source = text.toString();
  const first = source.indexOf("\r");
  if (first < 0) return;
  const last = source.lastIndexOf("\r");
  if (countReturns(source) > maxSingle) {
    // A frame of nothing else would keep everybody waiting, and leave a piece in the document for each: one edit for all.
    const end = source[last + 1] === "\n" ? last + 2 : last + 1;
    text.delete(first, end - first);
    text.insert(first, toLineFeeds(source.slice(first, end)));
    return;
  }
  for (let at = last; at >= 0; at = at === 0 ? -1 : source.lastIndexOf("\r", at - 1)) {
    text.delete(at, 1);
    if (source[at + 1] !== "\n") text.insert(at, "\n");
  }
}

function countReturns(source: string): number {
  let count = 0;
  for (let at = source.indexOf("\r"); at >= 0 && count <= maxSingle; at = source.indexOf("\r", at + 1)) count++;
  return count;
}
