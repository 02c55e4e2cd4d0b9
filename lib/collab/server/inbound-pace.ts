/** What one connection may send, and what it may take of a processor, in the long run and at once. */
const bytesBudget = { perSecond: 256 * 1024, burst: 4 * 1024 * 1024 };
const workMsBudget = { perSecond: 100, burst: 2_000 };

/** Stops reading from a connection that asks too much, or that is held back for another reason, until neither holds. */
export interface InboundPace {
  /** A frame of so many bytes came. */
  readonly countBytes: (bytes: number) => void;
  /** A frame took so many milliseconds of a processor. */
  readonly countWork: (ms: number) => void;
  readonly hold: (isHeld: boolean) => void;
  readonly stop: () => void;
}

/** For one connection, which is read from to begin with. */
export function createInboundPace({ pause, resume }: { readonly pause: () => void; readonly resume: () => void }): InboundPace {
  const [spendBytes, spendWorkMs] = [createBudget(bytesBudget), createBudget(workMsBudget)];
  let isHeld = false;
  let timer: NodeJS.Timeout | undefined;
  const resumeIfFree = () => {
    if (!isHeld && timer === undefined) resume();
  };
  const restFor = (overdrawnMs: number) => {
    if (overdrawnMs <= 0 || timer !== undefined) return;
    pause();
    timer = setTimeout(() => {
      timer = undefined;
      resumeIfFree();
    }, overdrawnMs);
  };
  return {
    countBytes: (bytes) => restFor(spendBytes(bytes)),
    countWork: (ms) => restFor(spendWorkMs(ms)),
    hold: (next) => {
      isHeld = next;
      if (isHeld) pause();
      else resumeIfFree();
    },
    stop: () => clearTimeout(timer),
  };
}

/** Spends of what grows with time up to a burst; returns how many milliseconds it takes until nothing is owed. */
function createBudget({ perSecond, burst }: { readonly perSecond: number; readonly burst: number }): (amount: number) => number {
  let allowance = burst;
  let countedMs = performance.now();
  return (amount) => {
    const nowMs = performance.now();
    allowance = Math.min(burst, allowance + ((nowMs - countedMs) / 1000) * perSecond) - amount;
    countedMs = nowMs;
    return Math.max(0, (-allowance / perSecond) * 1000);
  };
}
