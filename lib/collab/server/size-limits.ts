import * as Y from "yjs";
import { maxTextBytes } from "@/lib/collab/protocol/limits";
import { utf8Bytes } from "@/lib/collab/protocol/text-size";

/** What of a document would be too large: its text, or all of it with its history of deletions. */
export type Excess = "text" | "state";

/** Says whether an update would make a document too large, without measuring the document at every key. */
export interface SizeLimits {
  /** A judged update, before it is applied. */
  readonly wouldExceed: (update: Uint8Array, what: { readonly insertedBytes: number; readonly deletes: boolean }) => Excess | undefined;
  /** An update is in the document now. */
  readonly count: (update: Uint8Array) => void;
  /** How large the document is when it is encoded, at most. */
  readonly stateBytes: () => number;
  /** Is its history so long that it is better renewed while nobody is there? */
  readonly isNearlyFull: () => boolean;
}

/** Of the most that a document may take. */
const nearlyFull = 0.75;

/** `stateBytes`: what the document takes now. */
export function createSizeLimits(
  { doc, text }: { readonly doc: Y.Doc; readonly text: Y.Text },
  { stateBytes, maxStateBytes }: { readonly stateBytes: number; readonly maxStateBytes: number },
): SizeLimits {
  // Upper bounds: deletions are not counted, so that nothing is measured far from the limits.
  let textBound = utf8Bytes(text.toString());
  let stateBound = stateBytes;

  function wouldExceedText(update: Uint8Array, { insertedBytes, deletes }: { readonly insertedBytes: number; readonly deletes: boolean }): boolean {
    if (textBound + insertedBytes > maxTextBytes) textBound = utf8Bytes(text.toString());
    if (textBound + insertedBytes <= maxTextBytes) return false;
    // Only what deletes as well has to be tried out to know.
    return !deletes || utf8Bytes(textWith(doc, update)) > maxTextBytes;
  }

  function measure(): void {
    stateBound = Y.encodeStateAsUpdate(doc).byteLength;
  }

  return {
    wouldExceed: (update, what) => {
      if (wouldExceedText(update, what)) return "text";
      if (stateBound + update.byteLength > maxStateBytes) measure();
      return stateBound + update.byteLength > maxStateBytes ? "state" : undefined;
    },
    stateBytes: () => stateBound,
    isNearlyFull: () => {
      if (stateBound > nearlyFull * maxStateBytes) measure();
      return stateBound > nearlyFull * maxStateBytes;
    },
    count: (update) => {
      textBound += update.byteLength;
      stateBound += update.byteLength;
    },
  };
}

function textWith(doc: Y.Doc, update: Uint8Array): string {
  const trial = new Y.Doc();
  Y.applyUpdate(trial, Y.encodeStateAsUpdate(doc));
  Y.applyUpdate(trial, update);
  const text = trial.getText("markdown").toString();
  trial.destroy();
  return text;
}
