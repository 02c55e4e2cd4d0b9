import * as Y from "yjs";
import type { CommittedText } from "@/lib/collab/server/collab";
import type { Health } from "@/lib/collab/protocol/frames";
import type { Flusher, FlushTarget } from "@/lib/collab/server/flush";
import { fixLineEnds } from "@/lib/collab/server/fix-line-ends";
import { buildDoc, committedTextOf, textAt, type PulledDoc } from "@/lib/collab/server/pulled-doc";
import type { AppendResult, UpdateLog } from "@/lib/collab/server/update-log";
import { runInBackground, type Log } from "@/lib/log";

/** A row that was committed, by whomever. */
export interface CommittedRow {
  readonly seq: number;
  readonly updates: readonly Uint8Array[];
  readonly logRows: number;
  readonly logBytes: number;
}

export interface StoredDocEvents {
  /** The document changed. `author` has the change already; undefined where nobody has, as it came out of the log or was made here. */
  readonly onUpdate: (update: Uint8Array, author: object | undefined) => void;
  /** A row of this process was committed. */
  readonly onCommitted: (row: CommittedRow) => void;
  /** Rows of other processes are in the document now. */
  readonly onCaughtUp: () => void;
  readonly onHealth: (health: Health) => void;
  /** The document has no future here: it was deleted, or has another generation. */
  readonly onLost: (reason: "gone" | "stale-generation") => void;
}

export interface StoredDocOptions {
  readonly docId: string;
  readonly pulled: PulledDoc;
  readonly updateLog: UpdateLog;
  readonly flusher: Flusher;
  readonly log: Log;
  readonly events: StoredDocEvents;
}

/** A document in memory and its log: what was written is stored in order, what others stored is taken in. */
export interface StoredDoc {
  readonly doc: Y.Doc;
  readonly text: Y.Text;
  readonly generation: number;
  /** Applies a judged update as somebody's write. Throws where Yjs does; the document is then of no use. */
  readonly write: (update: Uint8Array, by: { readonly author: object; readonly userId: string; readonly hasCarriageReturns: boolean }) => void;
  /** Changes written here so far, and how many of them are committed. */
  readonly enqueued: () => number;
  readonly durable: () => number;
  readonly pendingBytes: () => number;
  /** The last row that is in the document, with every row before it. */
  readonly appliedSeq: () => number;
  readonly health: () => Health;
  readonly isLost: () => boolean;
  /** Somebody committed a row: take it in, or fetch what is missing. */
  readonly noteRow: (row: { readonly seq: number; readonly updates?: readonly Uint8Array[] }) => void;
  /** Resolves when nothing waits to be stored, or the document was lost. */
  readonly whenDurable: () => Promise<void>;
  /** The text at a row of the log; undefined where the document is gone. */
  readonly committedText: () => Promise<CommittedText | undefined>;
  readonly destroy: () => void;
}

/** One row holds at most this much, so that a long outage doesn't end in one giant statement. */
const maxRowBytes = 4 * 1024 * 1024;

const fromLog = { name: "log" };

export function createStoredDoc({ docId, pulled, updateLog, flusher, log, events }: StoredDocOptions): StoredDoc {
  const doc = buildDoc(pulled, (seq, cause) => log.error({ err: cause, docId, seq }, "a row of the log can't be applied and was left out"));
  const text = doc.getText("markdown");
  const { generation } = pulled;
  const pending: { readonly update: Uint8Array; readonly userId: string }[] = [];
  const waiters = new Set<() => void>();
  let pendingBytes = 0;
  let taken = 0;
  let enqueued = 0;
  let durable = 0;
  let appliedSeq = pulled.headSeq;
  let knownHead = pulled.headSeq;
  let health: Health = "ok";
  let isCatchingUp = false;
  let isLost = false;
  let writer: { readonly author: object | undefined; readonly userId: string } | undefined;

  doc.on("update", (update: Uint8Array, origin: unknown) => {
    if (origin !== fromLog && writer !== undefined) {
      pending.push({ update, userId: writer.userId });
      pendingBytes += update.byteLength;
      enqueued++;
      flusher.request(target);
    }
    events.onUpdate(update, writer?.author);
  });

  const target: FlushTarget = {
    take: () => {
      if (isLost || pending.length === 0) return undefined;
      let bytes = 0;
      taken = 0;
      for (const { update } of pending) {
        bytes += update.byteLength;
        if (taken > 0 && bytes > maxRowBytes) break;
        taken++;
      }
      const row = pending.slice(0, taken);
      return { docId, generation, updates: row.map(({ update }) => update), kind: "edit", userIds: row.map(({ userId }) => userId) };
    },
    settle: (result) => {
      if (result?.state === "committed") commit(result);
      else if (result?.state === "gone" || result?.state === "stale-generation") lose(result.state);
    },
    setHealth: (next) => {
      if (health === next) return;
      health = next;
      events.onHealth(next);
    },
  };

  function commit({ seq, logRows, logBytes }: Extract<AppendResult, { state: "committed" }>): void {
    const updates = pending.splice(0, taken).map(({ update }) => update);
    pendingBytes -= updates.reduce((sum, update) => sum + update.byteLength, 0);
    durable += taken;
    taken = 0;
    reach(seq);
    events.onCommitted({ seq, updates, logRows, logBytes });
    if (pending.length === 0) wake();
  }

  /** Row `seq` is in the document. If rows before it are not, they are fetched. */
  function reach(seq: number): void {
    if (seq === appliedSeq + 1) appliedSeq = seq;
    else if (seq > appliedSeq) lookUpTo(seq);
  }

  function lookUpTo(seq: number): void {
    knownHead = Math.max(knownHead, seq);
    if (isCatchingUp || isLost || appliedSeq >= knownHead) return;
    isCatchingUp = true;
    runInBackground(
      catchUp().finally(() => {
        isCatchingUp = false;
      }),
      log,
      "rows of another process could not be fetched; they will be looked for again",
    );
  }

  async function catchUp(): Promise<void> {
    while (!isLost && appliedSeq < knownHead) {
      const sought = knownHead;
      const missing = await updateLog.pull(docId, appliedSeq);
      if (isLost) return;
      if (missing === undefined) return lose("gone");
      if (missing.generation !== generation) return lose("stale-generation");
      applyLogged(missing.parts.flatMap((part) => part.updates));
      appliedSeq = Math.max(appliedSeq, missing.headSeq);
      // A message may have named a row that was never committed, or that was lost with the disk.
      if (knownHead === sought) knownHead = appliedSeq;
      events.onCaughtUp();
    }
  }

  function applyLogged(updates: readonly Uint8Array[]): void {
    doc.transact(() => {
      for (const update of updates) Y.applyUpdate(doc, update, fromLog);
    }, fromLog);
  }

  function lose(reason: "gone" | "stale-generation"): void {
    if (isLost) return;
    isLost = true;
    wake();
    events.onLost(reason);
  }

  function wake(): void {
    for (const waiter of waiters) waiter();
    waiters.clear();
  }

  return {
    doc,
    text,
    generation,
    write: (update, by) => {
      writer = by;
      try {
        Y.applyUpdate(doc, update, by.author);
        if (!by.hasCarriageReturns) return;
        writer = { author: undefined, userId: by.userId };
        doc.transact(() => fixLineEnds(text));
      } finally {
        writer = undefined;
      }
    },
    enqueued: () => enqueued,
    durable: () => durable,
    pendingBytes: () => pendingBytes,
    appliedSeq: () => appliedSeq,
    health: () => health,
    isLost: () => isLost,
    noteRow: ({ seq, updates }) => {
      if (isLost || seq <= appliedSeq) return;
      if (seq === appliedSeq + 1 && updates !== undefined && !isCatchingUp) {
        applyLogged(updates);
        appliedSeq = seq;
        knownHead = Math.max(knownHead, seq);
        events.onCaughtUp();
      } else {
        lookUpTo(seq);
      }
    },
    whenDurable: () => (isLost || pending.length === 0 ? Promise.resolve() : new Promise((resolve) => waiters.add(resolve))),
    committedText: async () => {
      if (pending.length === 0 && !isCatchingUp && appliedSeq >= knownHead) return textAt(doc, { generation, seq: appliedSeq });
      const committed = await updateLog.pull(docId, 0);
      return committed && committedTextOf(committed);
    },
    destroy: () => {
      isLost = true;
      wake();
      doc.destroy();
    },
  };
}
