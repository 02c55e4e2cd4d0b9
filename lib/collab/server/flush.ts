import type { Health } from "@/lib/collab/protocol/frames";
import type { AppendResult, LogEntry, UpdateLog } from "@/lib/collab/server/update-log";
import { runInBackground, type Log } from "@/lib/log";

/** A document that has something to store. */
export interface FlushTarget {
  /** What waits, as one row; undefined where nothing does. Not called again before `settle`. */
  readonly take: () => LogEntry | undefined;
  /** What became of the row that was taken last; undefined where the database failed and nobody knows. */
  readonly settle: (result: AppendResult | undefined) => void;
  /** How long, by now, the oldest change has been waiting. */
  readonly setHealth: (health: Health) => void;
}

/** Stores what documents have, several of them in one commit, and never gives up. */
export interface Flusher {
  /** The target has something to take. */
  readonly request: (target: FlushTarget) => void;
  readonly stop: () => void;
}

const maxInFlight = 4;
const maxDocsPerBatch = 64;
const busyRetryMs = 5;
const firstRetryMs = 50;
const maxRetryMs = 2_000;
const healthTickMs = 500;
const slowAfterMs = 2_000;
const downAfterMs = 5_000;

interface Waiting {
  readonly sinceMs: number;
  isInFlight: boolean;
}

/**
 * Group commit without a timer: while a batch is on its way, what comes in waits, and goes as one row a document with
 * the next. A failing database slows it down, shows in the targets' health, and throws nothing.
 */
export function createFlusher(updateLog: UpdateLog, { log }: { readonly log: Log }): Flusher {
  const waiting = new Map<FlushTarget, Waiting>();
  let inFlight = 0;
  let pump: NodeJS.Immediate | undefined;
  let pause: NodeJS.Timeout | undefined;
  let healthTimer: NodeJS.Timeout | undefined;
  let retryMs = firstRetryMs;
  let isStopped = false;

  function schedule(): void {
    if (isStopped || pump !== undefined || pause !== undefined) return;
    pump = setImmediate(() => {
      pump = undefined;
      run();
    });
  }

  function scheduleAfter(delayMs: number): void {
    if (isStopped || pause !== undefined) return;
    pause = setTimeout(() => {
      pause = undefined;
      run();
    }, delayMs);
  }

  function run(): void {
    while (inFlight < maxInFlight) {
      const batch = takeBatch();
      if (batch.length === 0) return;
      inFlight++;
      runInBackground(store(batch), log, "storing a batch ended in an error of our own");
    }
  }

  function takeBatch(): readonly (readonly [FlushTarget, LogEntry])[] {
    const batch: (readonly [FlushTarget, LogEntry])[] = [];
    for (const [target, state] of waiting) {
      if (state.isInFlight) continue;
      const entry = target.take();
      if (entry === undefined) {
        waiting.delete(target);
        target.setHealth("ok");
        continue;
      }
      state.isInFlight = true;
      batch.push([target, entry]);
      if (batch.length >= maxDocsPerBatch) break;
    }
    return batch;
  }

  async function store(batch: readonly (readonly [FlushTarget, LogEntry])[]): Promise<void> {
    let results: ReadonlyMap<string, AppendResult> | undefined;
    try {
      results = await updateLog.append(batch.map(([, entry]) => entry));
      retryMs = firstRetryMs;
    } catch (error) {
      // Whether it was committed is unknown. It is sent again: twice in the log is no change to the document.
      log.warn({ err: error, docs: batch.length, retryMs }, "changes could not be stored and will be tried again");
    }
    inFlight--;
    let isBusy = false;
    for (const [target, entry] of batch) {
      const result = results?.get(entry.docId);
      isBusy ||= result?.state === "busy";
      const state = waiting.get(target);
      // What came in meanwhile counts from now; what was not stored goes on waiting.
      if (result?.state === "committed") waiting.set(target, { sinceMs: performance.now(), isInFlight: false });
      else if (state !== undefined) state.isInFlight = false;
      if (result?.state === "committed") target.setHealth("ok");
      target.settle(result);
    }
    if (results === undefined) {
      scheduleAfter(retryMs);
      retryMs = Math.min(maxRetryMs, retryMs * 2);
    } else if (isBusy) {
      scheduleAfter(busyRetryMs);
    } else {
      schedule();
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
      if (!waiting.has(target)) waiting.set(target, { sinceMs: performance.now(), isInFlight: false });
      healthTimer ??= setInterval(checkHealth, healthTickMs);
      schedule();
    },
    stop: () => {
      isStopped = true;
      clearImmediate(pump);
      clearTimeout(pause);
      clearInterval(healthTimer);
      waiting.clear();
    },
  };
}
