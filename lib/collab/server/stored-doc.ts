import * as Y from "yjs";
import { createApart } from "@/lib/collab/server/apart";
import type { CommittedText } from "@/lib/collab/server/committed-text";
import type { Health } from "@/lib/collab/protocol/frames";
import type { Flusher, FlushTarget } from "@/lib/collab/server/flush";
import { fixLineEnds } from "@/lib/collab/server/fix-line-ends";
import { loadText, type LoadedDoc } from "@/lib/collab/server/load-doc";
import { applyWhole, createMadeUpdates } from "@/lib/collab/server/made-updates";
import type { Gap } from "@/lib/collab/server/neighbours";
import { hasParked, missingFrom, textAt, updatesOfPart } from "@/lib/collab/server/pulled-doc";
import { createPendingChanges, type PendingChange } from "@/lib/collab/server/pending-changes";
import { createTextRequests } from "@/lib/collab/server/text-requests";
import { endWithin } from "@/lib/collab/server/time-limit";
import type { Tuning } from "@/lib/collab/server/tuning";
import type { AppendResult, UpdateLog } from "@/lib/collab/server/update-log";
import { runInBackground, type Log } from "@/lib/log";

/** A row that was committed, by whomever. */
export interface CommittedRow {
  readonly seq: number;
  /** The number of its first change. */
  readonly first: number;
  readonly updates: readonly Uint8Array[];
  readonly logRows: number;
  readonly logBytes: number;
}

/**
 * Why a document in memory is of no use any more: it was deleted, has another generation, or its log is not what it was
 * (rows that were here are gone, as after a backup was put back; a row can't be applied or is missing; or two clients in
 * two processes wrote under one number, and the log keeps the other one).
 */
export type LostReason = "gone" | "stale-generation" | "rolled-back" | "broken" | "apart";

export interface StoredDocEvents {
  /** The document changed. Who has the change already: its author, everybody, or nobody, as it came out of the log or was made here. */
  readonly onUpdate: (update: Uint8Array, knownTo: object | "everybody" | undefined) => void;
  /** Changes that were written here wait to be stored; the first of them has this number. */
  readonly onPending: (changes: readonly PendingChange[], first: number) => void;
  /** A row of this process was committed. */
  readonly onCommitted: (row: CommittedRow) => void;
  /** Rows of other processes are in the document now. */
  readonly onCaughtUp: () => void;
  readonly onHealth: (health: Health) => void;
  /** The document has no future here. */
  readonly onLost: (reason: LostReason) => void;
}

export interface StoredDocOptions {
  readonly docId: string;
  readonly loaded: LoadedDoc;
  readonly updateLog: UpdateLog;
  readonly flusher: Flusher;
  readonly pace: Pick<FlushTarget, "headStartMs" | "restMs">;
  readonly tuning: Pick<Tuning, "maxWriteMs">;
  readonly log: Log;
  readonly events: StoredDocEvents;
}

export interface Writing {
  readonly author: object;
  readonly userId: string;
  readonly hasCarriageReturns: boolean;
  readonly isShown: boolean;
  /** It may take long, and is ended early where it takes too long. */
  readonly isLong: boolean;
  /** Where some of it says it stands: to be looked at once it is there. */
  readonly gaps: readonly Gap[];
}

/** A document in memory and its log: what was written is stored in order, what others stored is taken in. */
export interface StoredDoc {
  readonly doc: Y.Doc;
  readonly text: Y.Text;
  readonly generation: number;
  /**
   * Applies a judged update as somebody's write; `isShown` where everybody here has it already as it is, which only a plain
   * one may be (`isPlainUpdate`). Throws where Yjs does, and `EndedEarly` where it takes too long: nothing of it is stored
   * then, and the document is of no use.
   */
  readonly write: (update: Uint8Array, by: Writing) => void;
  /** Changes that everybody here has seen are stored here as well, whoever was to do it. Throws as `write` does. */
  readonly takeOver: (changes: readonly PendingChange[]) => void;
  /** Changes written here so far, and how many of them are committed. */
  readonly enqueued: () => number;
  readonly durable: () => number;
  readonly pendingBytes: () => number;
  /** The last row that is in the document, with every row before it. */
  readonly appliedSeq: () => number;
  readonly health: () => Health;
  readonly isLost: () => boolean;
  /** Somebody committed a row: take it in, or fetch what is missing. `isShown`: everybody here has its updates. */
  readonly noteRow: (row: { readonly seq: number; readonly updates?: readonly Uint8Array[]; readonly isShown?: boolean }) => void;
  /** The log's last row was before this one, which is in the document: the database lost it. */
  readonly noteRegression: () => void;
  /** What people here were shown of another process is not what is stored. */
  readonly noteApart: () => void;
  /** Resolves when nothing waits to be stored, or the document was lost. */
  readonly whenDurable: () => Promise<void>;
  /** The text at a row of the log; undefined where the document is gone. */
  readonly committedText: () => Promise<CommittedText | undefined>;
  readonly destroy: () => void;
}

const fromLog = { name: "log" };

/** Takes a loaded document over, and destroys it at its own `destroy`. */
export function createStoredDoc({ docId, loaded, updateLog, flusher, pace, tuning, log, events }: StoredDocOptions): StoredDoc {
  const { doc, generation } = loaded;
  const text = doc.getText("markdown");
  const isParkedAtLoad = hasParked(doc);
  const pending = createPendingChanges();
  const { isContradicted, isApart } = createApart({ docId, doc, updateLog, log });
  const textRequests = createTextRequests({ readLog: readWholeText });
  let appliedSeq = loaded.headSeq;
  let knownHead = loaded.headSeq;
  /** Where the log ended, at least, when the row that is on its way was made. */
  let takenAfterSeq = loaded.headSeq;
  let health: Health = "ok";
  let isCatchingUp = false;
  let isLost = false;
  let isBroken = false;
  const made = createMadeUpdates(doc, {
    onThrown: () => {
      isBroken = true;
    },
  });

  /** What is left of a log that has lost something must not take the place of what followed from it while it was whole. */
  async function readWholeText(): Promise<CommittedText | undefined> {
    const text = await loadText(updateLog, docId, log);
    return text?.isDamaged === true ? undefined : text;
  }

  const currentText = () => textAt(doc, { generation, seq: appliedSeq });
  const isClean = () => pending.isEmpty() && !isCatchingUp && appliedSeq >= knownHead;

  const target: FlushTarget = {
    take: () => {
      const row = isLost ? undefined : pending.take();
      if (row === undefined) return undefined;
      takenAfterSeq = appliedSeq;
      const isWhole = row.isAll && !isCatchingUp && appliedSeq >= knownHead && !isBroken;
      textRequests.beforeRow(isWhole ? () => textAt(doc, { generation, seq: appliedSeq + 1 }) : undefined);
      return { docId, generation, updates: row.changes.map(({ update }) => update), kind: "edit", userIds: row.changes.map(({ userId }) => userId) };
    },
    settle: (result) => {
      if (isLost) return;
      if (result?.state === "committed") commit(result);
      else if (result?.state === "gone" || result?.state === "stale-generation") lose(result.state);
    },
    setHealth: (next) => {
      if (health === next) return;
      health = next;
      events.onHealth(next);
    },
    ...pace,
  };

  function commit({ seq, logRows, logBytes }: Extract<AppendResult, { state: "committed" }>): void {
    // It stands where another row stood when it was made. It may build on what is lost, so it is worth no answer.
    if (seq <= takenAfterSeq) return lose("rolled-back");
    const first = pending.durable() + 1;
    const updates = pending.commit();
    reach(seq);
    textRequests.afterRow(seq, isClean() && !isBroken ? currentText : undefined);
    events.onCommitted({ seq, first, updates, logRows, logBytes });
  }

  /** Row `seq` is in the document. If rows before it are not, they are fetched. */
  function reach(seq: number): void {
    if (seq === appliedSeq + 1) appliedSeq = seq;
    else if (seq > appliedSeq) lookUpTo(seq);
  }

  function lookUpTo(seq: number): void {
    knownHead = Math.max(knownHead, seq);
    if (isCatchingUp || isLost || isBroken || appliedSeq >= knownHead) return;
    isCatchingUp = true;
    runInBackground(
      catchUp().finally(() => {
        isCatchingUp = false;
        if (isLost) return;
        if (isClean()) textRequests.answer(currentText());
        else if (pending.isEmpty()) textRequests.rebuild();
      }),
      log,
      "rows of another process could not be fetched; they will be looked for again",
    );
  }

  async function catchUp(): Promise<void> {
    while (!isLost && appliedSeq < knownHead) {
      const sought = knownHead;
      const had = appliedSeq;
      const pulled = await updateLog.pull(docId, had);
      if (isLost || isBroken) return;
      if (pulled === undefined) return lose("gone");
      if (pulled.generation !== generation) return lose("stale-generation");
      if (pulled.headSeq < had) return lose("rolled-back");
      const hole = missingFrom(pulled, had);
      if (hole !== undefined) {
        log.error({ docId }, `what another process stored is not there: ${hole}; the document is loaded anew`);
        return lose("broken");
      }
      const read = () => pulled.parts.flatMap(updatesOfPart);
      if (isContradicted(read) && (await isApart())) return lose("apart");
      if (isLost || isBroken || !applyLogged(read)) return;
      appliedSeq = Math.max(appliedSeq, pulled.headSeq);
      // A message may have named a row that was never committed, or that was lost with the disk.
      if (knownHead === sought) knownHead = appliedSeq;
      events.onCaughtUp();
    }
  }

  /** Takes rows in, in order; false where that is impossible and the document was given up. */
  function applyLogged(read: () => readonly Uint8Array[], knownTo?: "everybody"): boolean {
    try {
      const updates = read();
      const taken = made.of(() => doc.transact(() => updates.forEach((update) => Y.applyUpdate(doc, update, fromLog)), fromLog));
      for (const update of taken) events.onUpdate(update, knownTo);
    } catch (error) {
      log.error({ err: error, docId }, "rows of another process can't be applied; the document is loaded anew");
      lose("broken");
      return false;
    }
    // A log without gaps parks nothing: these rows build on some that were here once and are gone.
    if (!isParkedAtLoad && hasParked(doc)) lose("rolled-back");
    return !isLost;
  }

  function lose(reason: LostReason): void {
    if (isLost) return;
    isLost = true;
    pending.release();
    textRequests.answer(undefined);
    events.onLost(reason);
  }

  return {
    doc,
    text,
    generation,
    write: (update, { author, userId, hasCarriageReturns, isShown, isLong, gaps }) => {
      const apply = () => applyWhole(doc, update, { origin: author, gaps });
      // What everybody has seen is stored as they saw it.
      if (isShown) made.without(apply);
      const written = isShown ? [update] : made.of(isLong ? () => endWithin(tuning.maxWriteMs, apply) : apply);
      const fixed = hasCarriageReturns ? made.of(() => doc.transact(() => fixLineEnds(text))) : [];
      // First whoever waits for it; what it takes to store it is for later.
      for (const change of written) events.onUpdate(change, isShown ? "everybody" : author);
      for (const change of fixed) events.onUpdate(change, undefined);
      const first = pending.enqueued() + 1;
      const changes = [...written, ...fixed].map((change) => ({ update: change, userId }));
      pending.add(changes);
      if (!pending.isEmpty()) flusher.request(target);
      if (changes.length > 0) events.onPending(changes, first);
    },
    takeOver: (changes) => {
      const taken = changes.flatMap(({ update, userId }) =>
        made.of(() => applyWhole(doc, update, { origin: fromLog, gaps: [] })).map((one) => ({ update: one, userId })),
      );
      pending.add(taken);
      if (!pending.isEmpty()) flusher.request(target);
      for (const { update } of taken) events.onUpdate(update, "everybody");
    },
    enqueued: pending.enqueued,
    durable: pending.durable,
    pendingBytes: pending.bytes,
    appliedSeq: () => appliedSeq,
    health: () => health,
    isLost: () => isLost,
    noteRow: ({ seq, updates, isShown = false }) => {
      if (isLost || isBroken || seq <= appliedSeq) return;
      if (seq !== appliedSeq + 1 || updates === undefined || isCatchingUp) return lookUpTo(seq);
      if (isContradicted(() => updates)) return lookUpTo(seq);
      if (!applyLogged(() => updates, isShown ? "everybody" : undefined)) return;
      appliedSeq = seq;
      knownHead = Math.max(knownHead, seq);
      events.onCaughtUp();
    },
    noteRegression: () => lose("rolled-back"),
    noteApart: () => lose("apart"),
    whenDurable: pending.whenEmpty,
    committedText: async () => {
      if (isLost) return undefined;
      if (isClean() && !isBroken) return currentText();
      const answer = textRequests.wait();
      // Nothing is on its way that could answer it.
      if (pending.isEmpty() && !isCatchingUp) textRequests.rebuild();
      return answer;
    },
    destroy: () => {
      isLost = true;
      pending.release();
      textRequests.answer(undefined);
      doc.destroy();
    },
  };
}
