import type { Tuning } from "@/lib/collab/server/tuning";
import { runInBackground, type Log } from "@/lib/log";

/**
 * Making a snapshot keeps this process from those who write: it waits until they pause, unless the log is so many times
 * longer than it should be by then. Opening it takes a moment more meanwhile.
 */
const longestWhileWritten = 4;
const firstRetryMs = 5_000;
const maxRetryMs = 10 * 60_000;
/** On its way out, a log that is shorter than this is opened as fast without a snapshot. */
const minRowsAtEnd = 20;

/** What is in a log beyond its snapshot. */
export interface LogSize {
  readonly logRows: number;
  readonly logBytes: number;
}

export interface CompactionOptions {
  readonly compact: () => Promise<void>;
  readonly tuning: Tuning;
  readonly log: Log;
}

/** Decides when one deck's log is made a snapshot of. */
export interface Compaction {
  /** A row was committed, or the log was read; it is so large now. */
  readonly noteSize: (size: LogSize) => void;
  /** The room goes: leaves a short log behind. */
  readonly finish: () => Promise<void>;
  /** The room is gone: nothing begins any more. */
  readonly stop: () => void;
}

/** How many times longer a log is than it should get: up to 1 it is short enough. */
export function timesTooLong({ logRows, logBytes }: LogSize, { compactRows, compactBytes }: Pick<Tuning, "compactRows" | "compactBytes">): number {
  return Math.max(logRows / compactRows, logRows > 1 ? logBytes / compactBytes : 0);
}

/** Calls `compact` one at a time. Where it fails the log stays as it is, and the next try waits longer. */
export function createCompaction({ compact, tuning, log }: CompactionOptions): Compaction {
  let running: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let logRows = 0;
  // A log that can't be compacted stays so for a while: trying again at every key would cost everybody else.
  let retryMs = firstRetryMs;
  let notBeforeMs = 0;

  async function run(): Promise<void> {
    try {
      await compact();
      logRows = 0;
      retryMs = firstRetryMs;
    } catch (error) {
      log.error({ err: error, retryMs }, "the log could not be compacted and stays as it is");
      notBeforeMs = performance.now() + retryMs;
      retryMs = Math.min(maxRetryMs, retryMs * 2);
    } finally {
      running = undefined;
    }
  }

  function start(): void {
    running = run();
    runInBackground(running, log, "compaction failed");
  }

  return {
    noteSize: (size) => {
      ({ logRows } = size);
      clearTimeout(timer);
      const grown = timesTooLong(size, tuning);
      if (grown <= 1 || running !== undefined || performance.now() < notBeforeMs) return;
      if (grown > longestWhileWritten) start();
      else timer = setTimeout(start, tuning.settleQuietMs);
    },
    finish: async () => {
      clearTimeout(timer);
      await running;
      if (logRows >= minRowsAtEnd && performance.now() >= notBeforeMs) await run();
    },
    stop: () => clearTimeout(timer),
  };
}
