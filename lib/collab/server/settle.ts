import { runInBackground, type Log } from "@/lib/log";

export interface SettleOptions {
  /** How long nothing new must come. */
  readonly quietMs: number;
  /** How long a busy document may put it off, where it takes next to no time. */
  readonly maxMs: number;
  readonly log: Log;
  /** Resolves to the milliseconds it worked, without those it waited for something to work on. */
  readonly fire: () => Promise<number>;
}

/**
 * Where nobody pauses it may take this part of the time: reading a deck and writing down what follows from it keeps this
 * process and the database from what people wait for. A pause is a better moment whatever it takes.
 */
const share = 1 / 200;
const longestMs = 15_000;

/** Calls `fire` when things have calmed down, one call at a time. */
export interface Settle {
  /** Something new came. */
  touch(): void;
  /** Calls now what would be called later; resolves when it is done. */
  finish(): Promise<void>;
}

/** Waits for a first `touch`. Where `fire` fails that is logged, and the next touch leads to another call. */
export function createSettle({ quietMs, maxMs, log, fire }: SettleOptions): Settle {
  let timer: NodeJS.Timeout | undefined;
  /** The first touch that nothing followed yet. */
  let sinceMs: number | undefined;
  let running: Promise<void> = Promise.resolve();
  let restMs = maxMs;

  function run(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    sinceMs = undefined;
    running = running.then(work).catch((error: unknown) => log.error({ err: error }, "what follows from a settled text failed"));
    return running;
  }

  async function work(): Promise<void> {
    restMs = Math.min(Math.max(maxMs, (await fire()) / share), longestMs);
  }

  return {
    touch: () => {
      const nowMs = performance.now();
      sinceMs ??= nowMs;
      clearTimeout(timer);
      timer = setTimeout(() => runInBackground(run(), log, "settling failed"), Math.max(0, Math.min(quietMs, sinceMs + restMs - nowMs)));
    },
    finish: () => (timer === undefined ? running : run()),
  };
}
