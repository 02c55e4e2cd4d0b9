import type { Tuning } from "@/lib/collab/server/tuning";
import { runInBackground, type Log } from "@/lib/log";

const firstRetryMs = 5_000;
const maxRetryMs = 10 * 60_000;
/** On its way out, a log that is shorter than this is opened as fast without a snapshot. */
const minRowsAtEnd = 20;

export interface CompactionOptions {
  readonly compact: () => Promise<void>;
  readonly tuning: Tuning;
  readonly log: Log;
}

/** Decides when one deck's log is made a snapshot of. */
export interface Compaction {
  /** A row was committed; the log is so large now. */
  readonly noteSize: (size: { readonly logRows: number; readonly logBytes: number }) => void;
  /** The room goes: leaves a short log behind. */
  readonly finish: () => Promise<void>;
}

export function createCompaction({ compact, tuning, log }: CompactionOptions): Compaction {
  let running: Promise<void> | undefined;
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

  return {
    noteSize: (size) => {
      ({ logRows } = size);
      const hasGrown = size.logRows > tuning.compactRows || (size.logRows > 1 && size.logBytes > tuning.compactBytes);
      if (!hasGrown || running !== undefined || performance.now() < notBeforeMs) return;
      running = run();
      runInBackground(running, log, "compaction failed");
    },
    finish: async () => {
      await running;
      if (logRows >= minRowsAtEnd && performance.now() >= notBeforeMs) await run();
    },
  };
}
