import type * as Y from "yjs";
import type { CommittedText } from "@/lib/collab/server/committed-text";
import { buildDoc, textAt, type PulledDoc, type PulledFault } from "@/lib/collab/server/pulled-doc";
import type { UpdateLog } from "@/lib/collab/server/update-log";
import { runInBackground, type Log } from "@/lib/log";

/** A document as its log has it. */
export interface LoadedDoc {
  readonly doc: Y.Doc;
  readonly generation: number;
  readonly headSeq: number;
  /** A part of it can't be read any more: it may be looked at, but not written, until somebody has looked after it. */
  readonly isDamaged: boolean;
}

export interface PulledAndLoadedDoc extends LoadedDoc {
  /** All of it as one update, where it came as one; whoever keeps the document need not keep this. */
  readonly encoded: Uint8Array | undefined;
}

/**
 * Builds a document from its snapshot and the rows after it; where one of them is not what was stored, from the snapshot
 * before and the rows after that, which are kept for this. What neither way brings back is left out, kept apart and
 * logged. Undefined where there is no such document.
 */
export async function loadDoc(updateLog: UpdateLog, docId: string, log: Log): Promise<PulledAndLoadedDoc | undefined> {
  const pulled = await updateLog.pull(docId, 0);
  if (pulled === undefined) return undefined;
  const built = buildDoc(pulled);
  if (built.faults.length === 0)
    return { doc: built.doc, generation: pulled.generation, headSeq: pulled.headSeq, encoded: snapshotAlone(pulled), isDamaged: false };
  for (const { part, cause } of built.faults) {
    const { seq } = part;
    const what = part.textSha256 === undefined ? "row" : "snapshot";
    log.error({ err: cause, docId, seq }, `a ${what} can't be read any more`);
    const reason = `${what} ${seq} can't be read`;
    runInBackground(updateLog.quarantine({ docId, userId: undefined, reason, bytes: part.payload }), log, "a damaged part could not be kept");
  }
  const older = isSnapshotAmong(built.faults) ? await updateLog.pullBefore(docId, pulled.snapSeq) : undefined;
  if (older !== undefined && isWhole(older)) {
    const rebuilt = buildDoc(older);
    if (rebuilt.faults.length === 0) {
      built.doc.destroy();
      return { doc: rebuilt.doc, generation: older.generation, headSeq: older.headSeq, encoded: undefined, isDamaged: false };
    }
    rebuilt.doc.destroy();
  }
  return { doc: built.doc, generation: pulled.generation, headSeq: pulled.headSeq, encoded: undefined, isDamaged: true };
}

/** The text at the log's head. */
export async function loadText(updateLog: UpdateLog, docId: string, log: Log): Promise<CommittedText | undefined> {
  const loaded = await loadDoc(updateLog, docId, log);
  if (loaded === undefined) return undefined;
  const text = textAt(loaded.doc, { generation: loaded.generation, seq: loaded.headSeq });
  loaded.doc.destroy();
  return text;
}

/** A snapshot with nothing after it is the document, encoded already: for a large one that is worth a second. */
function snapshotAlone({ parts }: PulledDoc): Uint8Array | undefined {
  const [first, ...rest] = parts;
  return first?.textSha256 !== undefined && rest.length === 0 ? first.payload : undefined;
}

function isSnapshotAmong(faults: readonly PulledFault[]): boolean {
  return faults.some(({ part }) => part.textSha256 !== undefined);
}

/** Are all rows there that the snapshot doesn't have? */
export function isWhole({ headSeq, snapSeq, parts }: PulledDoc): boolean {
  return parts.filter(({ textSha256 }) => textSha256 === undefined).length === headSeq - snapSeq;
}
