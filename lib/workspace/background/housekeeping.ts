import { runInBackground, type Log } from "@/lib/log";

/** Work that has to be done now and then, by whichever process comes to it. It may run in several at once. */
export interface Chore {
  /** What is said where it failed. */
  readonly failure: string;
  readonly run: (now: Date) => Promise<unknown>;
}

export interface HousekeepingOptions {
  readonly chores: readonly Chore[];
  readonly everyMs: number;
  readonly log: Log;
}

/** Does every chore now and then every `everyMs`, one after the other. Returns the stop. */
export function startHousekeeping({ chores, everyMs, log }: HousekeepingOptions): () => void {
  let isBusy = false;
  const round = async () => {
    if (isBusy) return;
    isBusy = true;
    try {
      for (const { run, failure } of chores) await run(new Date()).catch((error: unknown) => log.error({ err: error }, failure));
    } finally {
      isBusy = false;
    }
  };
  const begin = () => runInBackground(round(), log, "housekeeping failed");
  const timer = setInterval(begin, everyMs);
  timer.unref();
  begin();
  return () => clearInterval(timer);
}
