import type { Log } from "@/lib/log";

/** Waits for something, but not for ever: throws where it takes longer. */
export async function withinPatience(ms: number, promise: Promise<unknown>): Promise<void> {
  if (!(await waitAtMost(ms, promise))) throw new Error(`not done within ${ms} ms`);
}

/** The same where it may go on by itself: resolves to whether it was done in time. Throws what it threw by then. */
export async function waitAtMost(ms: number, promise: Promise<unknown>): Promise<boolean> {
  const done = promise.then(() => true);
  return (await cameWithin(ms, done)) ?? false;
}

/** What has come by then, or undefined; the work goes on. Throws what it threw by then. */
export async function cameWithin<T>(ms: number, work: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

export interface StepOptions {
  readonly maxMs: number;
  readonly log: Log;
  /** What is said where it failed or took longer. */
  readonly failure: string;
}

/** One of several things that must all have their turn, as at an end: what fails goes to the log, what hangs is left to itself. */
export async function takeTurn(step: () => Promise<unknown> | void, { maxMs, log, failure }: StepOptions): Promise<void> {
  try {
    await withinPatience(maxMs, Promise.resolve(step()));
  } catch (error) {
    log.error({ err: error }, failure);
  }
}
