import type * as Y from "yjs";
import { contradictsStored, standsApart } from "@/lib/collab/server/known-text";
import { loadDoc } from "@/lib/collab/server/load-doc";
import type { UpdateLog } from "@/lib/collab/server/update-log";
import type { Log } from "@/lib/log";

/** Whether the log has somebody else's text where the document has text of its own. */
export interface Apart {
  /** Do rows say something else under numbers that are known here? What is torn is told when it is applied. */
  readonly isContradicted: (read: () => readonly Uint8Array[]) => boolean;
  /** Of two that wrote under one number the log keeps who is in it first: is it somebody else than the one who is here? */
  readonly isApart: () => Promise<boolean>;
}

export interface ApartOptions {
  readonly docId: string;
  readonly doc: Y.Doc;
  readonly updateLog: UpdateLog;
  readonly log: Log;
}

/** Compares the document as it is at each question: with rows that came, or with the whole log. */
export function createApart({ docId, doc, updateLog, log }: ApartOptions): Apart {
  return {
    isContradicted: (read) => {
      try {
        return read().some((update) => contradictsStored(doc, update));
      } catch (error) {
        log.debug({ err: error, docId }, "rows of another process could not be compared");
        return false;
      }
    },
    isApart: async () => {
      const stored = await loadDoc(updateLog, docId, log);
      if (stored === undefined) return false;
      try {
        return standsApart(doc, stored.doc);
      } finally {
        stored.doc.destroy();
      }
    },
  };
}
