import { runInBackground, type Log } from "@/lib/log";

export interface SettleOptions {
  /** How long nothing new must come. */
  readonly quietMs: number;
  /** How long a busy document may put it off. */
  readonly maxMs: number;
  readonly log: Log;
  readonly fire: () => Promise<void>;
}

/** Calls `fire` when things have calmed down, one call at a time. */
export interface Settle {
  /** Something new came. */
  touch(): void;
  /** Calls now what would be called later; resolves when it is done. */
  finish(): Promise<void>;
}

export function createSettle({ quietMs, maxMs, log, fire }: SettleOptions): Settle {
  let timer: NodeJS.Timeout | undefined;
  let deadlineMs: number | undefined;
  let running: Promise<void> = Promise.resolve();

  function run(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    deadlineMs = undefined;
    running = running.then(fire).catch((error: unknown) => log.error({ err: error }, "what follows from a settled text failed"));
    return running;
  }

  return {
    touch: () => {
      const nowMs = performance.now();
      deadlineMs ??= nowMs + maxMs;
      clearTimeout(timer);
      timer = setTimeout(() => runInBackground(run(), log, "settling failed"), Math.max(0, Math.min(quietMs, deadlineMs - nowMs)));
    },
    finish: () => (timer === undefined ? running : run()),
  };
}
