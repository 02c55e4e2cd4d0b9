import type * as Y from "yjs";
import type { CommittedText } from "@/lib/collab/server/committed-text";
import type { LogSize } from "@/lib/collab/server/compaction";
import { buildDoc, hasParked, textAt, type PulledDoc, type PulledFault } from "@/lib/collab/server/pulled-doc";
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
  /** What it was built of beside its snapshot. */
  readonly logSize: LogSize;
  /** It came by the older way: its newest snapshot is of no use and has to be made anew. */
  readonly isMended: boolean;
}

/** The text of a document, or of what is left of one. */
export type RestOfText = CommittedText & Pick<LoadedDoc, "isDamaged">;

/**
 * Builds a document from its snapshot and the rows after it; where something of that is missing or not what was stored,
 * from the snapshot before and the rows after that, which are kept for this. What neither way brings back is left out,
 * kept apart and logged. Undefined where there is no such document.
 */
export async function loadDoc(updateLog: UpdateLog, docId: string, log: Log): Promise<PulledAndLoadedDoc | undefined> {
  const pulled = await updateLog.pull(docId, 0);
  if (pulled === undefined) return undefined;
  const newest = build(pulled);
  if (newest.faults.length === 0 && !newest.hasParked) return newest.loaded;
  for (const { what, cause, payload } of newest.faults) {
    log.error({ err: cause, docId }, `a part of a deck is lost: ${what}`);
    if (payload !== undefined)
      runInBackground(updateLog.quarantine({ docId, userId: undefined, reason: what, bytes: payload }), log, "a damaged part could not be kept");
  }
  const before = pulled.snapSeq === 0 ? undefined : await updateLog.pullBefore(docId, pulled.snapSeq);
  const older = before && build(before);
  if (older !== undefined && isBetter(older, newest)) {
    newest.loaded.doc.destroy();
    return { ...older.loaded, isMended: !older.loaded.isDamaged };
  }
  older?.loaded.doc.destroy();
  if (newest.faults.length === 0) log.warn({ docId }, "the log of a deck holds changes that build on what is not there");
  return newest.loaded;
}

/** The text at the log's head, as far as it can be read. */
export async function loadText(updateLog: UpdateLog, docId: string, log: Log): Promise<RestOfText | undefined> {
  const loaded = await loadDoc(updateLog, docId, log);
  if (loaded === undefined) return undefined;
  const text = textAt(loaded.doc, { generation: loaded.generation, seq: loaded.headSeq });
  loaded.doc.destroy();
  return { ...text, isDamaged: loaded.isDamaged };
}

interface BuiltDoc {
  readonly loaded: PulledAndLoadedDoc;
  readonly faults: readonly PulledFault[];
  readonly hasParked: boolean;
}

function build(pulled: PulledDoc): BuiltDoc {
  const { generation, headSeq } = pulled;
  const { doc, faults } = buildDoc(pulled);
  const isDamaged = faults.length > 0;
  const encoded = isDamaged ? undefined : snapshotAlone(pulled);
  return { loaded: { doc, generation, headSeq, encoded, isDamaged, isMended: false, logSize: logSizeOf(pulled) }, faults, hasParked: hasParked(doc) };
}

/** How much there is beside the snapshot in a pull after row 0. */
export function logSizeOf({ parts }: PulledDoc): LogSize {
  const rows = parts.filter(({ textSha256 }) => textSha256 === undefined);
  return { logRows: rows.length, logBytes: rows.reduce((sum, { payload }) => sum + payload.byteLength, 0) };
}

/** Of two that both lack something the longer text has more of it. */
function isBetter(older: BuiltDoc, newest: BuiltDoc): boolean {
  if (older.loaded.isDamaged !== newest.loaded.isDamaged) return newest.loaded.isDamaged;
  return newest.loaded.isDamaged ? lengthOf(older) > lengthOf(newest) : !older.hasParked;
}

function lengthOf({ loaded }: BuiltDoc): number {
  return loaded.doc.getText("markdown").length;
}

/** A snapshot with nothing after it is the document, encoded already: for a large one that is worth a second. */
function snapshotAlone({ parts }: PulledDoc): Uint8Array | undefined {
  const [first, ...rest] = parts;
  return first?.textSha256 !== undefined && rest.length === 0 ? first.payload : undefined;
}
