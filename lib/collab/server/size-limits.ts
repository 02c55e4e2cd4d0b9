import * as Y from "yjs";
import { maxStateBytes, maxTextBytes } from "@/lib/collab/protocol/limits";
import { createTextMeter, utf8Bytes } from "@/lib/collab/protocol/text-size";

/** Says whether an update would make a document too large, without measuring the document at every key. */
export interface SizeLimits {
  /** A judged update, before it is applied. */
  readonly wouldExceed: (update: Uint8Array, insertedBytes: number) => boolean;
  /** An update came out of the log: it counts, but can't be refused any more. */
  readonly count: (update: Uint8Array) => void;
}

export function createSizeLimits(doc: Y.Doc, text: Y.Text): SizeLimits {
  const textMeter = createTextMeter(maxTextBytes, utf8Bytes(text.toString()));
  let stateBound = Y.encodeStateAsUpdate(doc).byteLength;
  return {
    wouldExceed: (update, insertedBytes) => {
      textMeter.grow(insertedBytes);
      // Only near the limit: an update that also deletes has to be tried out to know.
      if (textMeter.isOver(() => textWith(doc, update))) return true;
      stateBound += update.byteLength;
      if (stateBound <= maxStateBytes) return false;
      stateBound = Y.encodeStateAsUpdate(doc).byteLength + update.byteLength;
      return stateBound > maxStateBytes;
    },
    count: (update) => {
      textMeter.grow(update.byteLength);
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
