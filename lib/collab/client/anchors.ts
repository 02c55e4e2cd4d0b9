import * as Y from "yjs";

/** Two Yjs relative positions in base64, as the API carries them. */
export interface SentAnchor {
  readonly start: string;
  readonly end: string;
}

/** Holds on to a stretch of a live text: to its first character, and to the end of its last one. */
export function encodeAnchor(text: Y.Text, { start, end }: { readonly start: number; readonly end: number }): SentAnchor {
  return {
    start: toBase64(Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(text, start, 0))),
    end: toBase64(Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(text, end, -1))),
  };
}

/**
 * Where it is in the live text by now; undefined where nothing of it is left. What this browser undid is found again at
 * once: Yjs knows here, and nowhere else, which characters came in the place of which.
 */
export function locateAnchor(doc: Y.Doc, anchor: SentAnchor): { readonly start: number; readonly end: number } | undefined {
  const [start, end] = [offsetOf(doc, anchor.start), offsetOf(doc, anchor.end)];
  return start === undefined || end === undefined || end <= start ? undefined : { start, end };
}

function offsetOf(doc: Y.Doc, encoded: string): number | undefined {
  return Y.createAbsolutePositionFromRelativePosition(Y.decodeRelativePosition(fromBase64(encoded)), doc)?.index;
}

function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
}
