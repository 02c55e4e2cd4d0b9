import * as Y from "yjs";
import { maxTextBytes } from "@/lib/collab/protocol/limits";
import { utf8Bytes } from "@/lib/collab/protocol/text-size";
import { deletedBytes, type Deletions } from "@/lib/collab/server/deleted-bytes";

/** What of a document would be too large: its text, or all of it with its history of deletions. */
export type Excess = "text" | "state";

/** Says whether an update would make a document too large, without measuring the document at every key. */
export interface SizeLimits {
  /** A judged update, before it is applied. */
  readonly wouldExceed: (update: Uint8Array, what: { readonly insertedBytes: number; readonly deletions: Deletions }) => Excess | undefined;
  /** An update is in the document now. */
  readonly count: (update: Uint8Array) => void;
  /** How large the document is when it is encoded, at most. */
  readonly stateBytes: () => number;
  /** How much of that came since it was loaded; less than nothing where it got smaller. */
  readonly grownBytes: () => number;
  /** Measures what is only known to be no larger, unless that is next to nothing. */
  readonly measure: () => void;
  /** Is its history so long that it is better renewed while nobody is there? */
  readonly isNearlyFull: () => boolean;
}

/** Of the most that a document may take. */
const nearlyFull = 0.75;
/** Of what it grew: if no more than this came since it was measured, that is near enough. */
const nearEnough = 1 / 8;

/** `stateBytes`: what the document takes now. */
export function createSizeLimits(
  { doc, text }: { readonly doc: Y.Doc; readonly text: Y.Text },
  { stateBytes, maxStateBytes }: { readonly stateBytes: number; readonly maxStateBytes: number },
): SizeLimits {
  // Upper bounds: deletions are not counted, so that nothing is measured far from the limits.
  let textBound = utf8Bytes(text.toString());
  let stateBound = stateBytes;
  let measuredBytes = stateBytes;

  function wouldExceedText({ insertedBytes, deletions }: { readonly insertedBytes: number; readonly deletions: Deletions }): boolean {
    if (textBound + insertedBytes > maxTextBytes) textBound = utf8Bytes(text.toString());
    return textBound + insertedBytes > maxTextBytes && textBound + insertedBytes - deletedBytes(doc, deletions) > maxTextBytes;
  }

  function measure(): void {
    stateBound = Y.encodeStateAsUpdate(doc).byteLength;
    measuredBytes = stateBound;
  }

  const grownBytes = () => stateBound - stateBytes;

  return {
    wouldExceed: (update, what) => {
      if (wouldExceedText(what)) return "text";
      if (stateBound + update.byteLength > maxStateBytes) measure();
      return stateBound + update.byteLength > maxStateBytes ? "state" : undefined;
    },
    stateBytes: () => stateBound,
    grownBytes,
    measure: () => {
      if (stateBound - measuredBytes > nearEnough * grownBytes()) measure();
    },
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
