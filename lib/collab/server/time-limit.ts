import { createContext, Script } from "node:vm";

/** Work was ended half-way: what it worked on is of no use any more. */
export class EndedEarly extends Error {
  override readonly name = "EndedEarly";

  /** `isItsFault`: it kept the process busy, and didn't only wait for a processor of its own. */
  constructor(readonly isItsFault: boolean) {
    super(isItsFault ? "took too long" : "had no processor for too long");
  }
}

/**
 * Does work that may take longer than anybody can wait. Once `limitMs` milliseconds are over it is ended half-way, which
 * throws `EndedEarly`. Costs some 50 microseconds, as the engine can be stopped from another thread alone.
 */
export function endWithin(limitMs: number, work: () => void): void {
  sandbox.work = work;
  const before = process.cpuUsage();
  try {
    callWork.runInContext(context, { timeout: limitMs });
  } catch (error) {
    if (!isTimeout(error)) throw error;
    const { user, system } = process.cpuUsage(before);
    throw new EndedEarly((user + system) / 1000 > leastShare * limitMs);
  } finally {
    sandbox.work = idle;
  }
}

/** Of a processor: who had less, as on a crowded host that gives a fifth, may have needed little and waited for it. */
const leastShare = 0.5;
const idle = () => undefined;
const sandbox: { work: () => void } = { work: idle };
const context = createContext(sandbox);
const callWork = new Script("work()");

/** Its error is one of the other context's. */
function isTimeout(error: unknown): boolean {
  return typeof error === "object" && error !== null && "code" in error && error.code === "ERR_SCRIPT_EXECUTION_TIMEOUT";
}
