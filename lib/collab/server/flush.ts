import { DatabaseError } from "pg";
import type { Health } from "@/lib/collab/protocol/frames";
import type { AppendResult, LogEntry, UpdateLog } from "@/lib/collab/server/update-log";
import { runInBackground, type Log } from "@/lib/log";

/** A document that has something to store. */
export interface FlushTarget {
  /** What waits, as one row; undefined where nothing does. Once it is on its way, not called again before `settle`. */
  readonly take: () => LogEntry | undefined;
  /** What became of the row that was taken last; undefined where the database failed and nobody knows. */
  readonly settle: (result: AppendResult | undefined) => void;
  /** How long, by now, the oldest change has been waiting. */
  readonly setHealth: (health: Health) => void;
  /** How long what others are told at once goes ahead of what is stored, at the most: both take this machine's time. */
  readonly headStartMs: () => number;
  /** How long after one row was taken the next is, at the least. */
  readonly restMs: () => number;
}

/** Stores what documents have, several of them in one commit, and never gives up. */
export interface Flusher {
  /** The target has something to take. */
  readonly request: (target: FlushTarget) => void;
  readonly stop: () => void;
}

const maxInFlight = 4;
const maxDocsPerBatch = 64;
/** One more row goes into a statement that is still below this. */
const maxBatchBytes = 4 * 1024 * 1024;
const busyRetryMs = 5;
const firstRetryMs = 50;
const maxRetryMs = 2_000;
const healthTickMs = 500;
const slowAfterMs = 2_000;
const downAfterMs = 5_000;

interface Waiting {
  readonly sinceMs: number;
  /** When its last row was taken. */
  takenMs: number;
  isInFlight: boolean;
  /** It was in a batch that failed: it may be the reason, so it goes alone until it has been stored. */
  isSuspect: boolean;
  /** How long to wait after the next failure, and until when after the last one. */
  retryMs: number;
  notBeforeMs: number;
}

type Batch = readonly (readonly [FlushTarget, LogEntry])[];

/**
 * Group commit: what comes in during the head start, or while a batch is on its way, waits and goes as one row a document
 * with the next; a document may ask for a rest between its rows. A failing database slows it down, shows in the targets'
 * health, and throws nothing; a document that the database refuses holds up itself alone.
 */
export function createFlusher(updateLog: UpdateLog, { log }: { readonly log: Log }): Flusher {
  const waiting = new Map<FlushTarget, Waiting>();
  let inFlight = 0;
  let pump: NodeJS.Immediate | undefined;
  let timer: NodeJS.Timeout | undefined;
  let timerAtMs = Number.POSITIVE_INFINITY;
  let healthTimer: NodeJS.Timeout | undefined;
  /** While the database can't be reached, it is asked by one batch at a time, and not before this. */
  let isReachable = true;
  let notBeforeMs = 0;
  let retryMs = firstRetryMs;
  let isStopped = false;

  function schedule(): void {
    if (isStopped || pump !== undefined) return;
    pump = setImmediate(() => {
      pump = undefined;
      run();
    });
  }

  function scheduleAt(atMs: number): void {
    if (isStopped || timerAtMs <= atMs) return;
    clearTimeout(timer);
    timerAtMs = atMs;
    timer = setTimeout(
      () => {
        timerAtMs = Number.POSITIVE_INFINITY;
        run();
      },
      Math.max(1, atMs - performance.now()),
    );
  }

  function run(): void {
    if (notBeforeMs > performance.now()) return scheduleAt(notBeforeMs);
    while (inFlight < (isReachable ? maxInFlight : 1)) {
      const batch = takeBatch();
      if (batch.length === 0) return;
      inFlight++;
      runInBackground(store(batch), log, "storing a batch ended in an error of our own");
    }
  }

  function takeBatch(): Batch {
    const batch: (readonly [FlushTarget, LogEntry])[] = [];
    const docIds = new Set<string>();
    const nowMs = performance.now();
    let bytes = 0;
    for (const [target, state] of waiting) {
      if (state.isInFlight) continue;
      if (state.notBeforeMs > nowMs) scheduleAt(state.notBeforeMs);
      if (state.notBeforeMs > nowMs || (state.isSuspect && batch.length > 0)) continue;
      const entry = target.take();
      if (entry === undefined) {
        waiting.delete(target);
        target.setHealth("ok");
        continue;
      }
      // One statement can't give two rows of one document their numbers.
      if (docIds.has(entry.docId)) continue;
      state.isInFlight = true;
      state.takenMs = nowMs;
      batch.push([target, entry]);
      docIds.add(entry.docId);
      bytes += entry.updates.reduce((sum, update) => sum + update.byteLength, 0);
      if (state.isSuspect || batch.length >= maxDocsPerBatch || bytes >= maxBatchBytes) break;
    }
    return batch;
  }

  async function store(batch: Batch): Promise<void> {
    let results: ReadonlyMap<string, AppendResult> | undefined;
    try {
      results = await updateLog.append(batch.map(([, entry]) => entry));
      isReachable = true;
      retryMs = firstRetryMs;
    } catch (error) {
      // Whether it was committed is unknown. It is sent again: twice in the log is no change to the document.
      log.warn({ err: error, docs: batch.map(([, { docId }]) => docId) }, "changes could not be stored and will be tried again");
      isReachable = error instanceof DatabaseError;
      if (!isReachable) {
        notBeforeMs = performance.now() + retryMs;
        retryMs = Math.min(maxRetryMs, retryMs * 2);
      }
    }
    inFlight--;
    for (const [target, { docId }] of batch) settle(target, results === undefined ? "failed" : results.get(docId));
    schedule();
  }

  function settle(target: FlushTarget, outcome: AppendResult | "failed" | undefined): void {
    const state = waiting.get(target);
    const result = outcome === "failed" ? undefined : outcome;
    if (state !== undefined) {
      state.isInFlight = false;
      if (result?.state === "busy") state.notBeforeMs = performance.now() + busyRetryMs;
      if (outcome === "failed") {
        state.isSuspect = true;
        // One that the database refuses waits longer each time; one that it could not be asked for goes when it can.
        if (isReachable) state.notBeforeMs = performance.now() + state.retryMs;
        state.retryMs = Math.min(maxRetryMs, state.retryMs * 2);
      }
      // Behind the others; what came in while a row was stored waits since now.
      waiting.delete(target);
      waiting.set(target, result?.state === "committed" ? newcomer(state.takenMs + target.restMs()) : state);
    }
    try {
      if (result?.state === "committed") target.setHealth("ok");
      target.settle(result);
    } catch (error) {
      log.error({ err: error }, "a document could not take in what became of its row");
    }
  }

  function checkHealth(): void {
    const nowMs = performance.now();
    for (const [target, { sinceMs }] of waiting) {
      const ageMs = nowMs - sinceMs;
      target.setHealth(ageMs >= downAfterMs ? "down" : ageMs >= slowAfterMs ? "slow" : "ok");
    }
    if (waiting.size > 0) return;
    clearInterval(healthTimer);
    healthTimer = undefined;
  }

  return {
    request: (target) => {
      if (isStopped) return;
      if (!waiting.has(target)) waiting.set(target, newcomer());
      healthTimer ??= setInterval(checkHealth, healthTickMs);
      const delayMs = target.headStartMs();
      if (delayMs > 0) scheduleAt(performance.now() + delayMs);
      else schedule();
    },
    stop: () => {
      isStopped = true;
      clearImmediate(pump);
      clearTimeout(timer);
      clearInterval(healthTimer);
      waiting.clear();
    },
  };
}

function newcomer(notBeforeMs = 0): Waiting {
  return { sinceMs: performance.now(), takenMs: 0, isInFlight: false, isSuspect: false, retryMs: firstRetryMs, notBeforeMs };
}
