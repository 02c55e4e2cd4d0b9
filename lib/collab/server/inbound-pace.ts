/** What one connection may send, and what it may take of a processor, in the long run and at once. */
const bytesBudget = { perSecond: 256 * 1024, burst: 4 * 1024 * 1024 };
const workMsBudget = { perSecond: 100, burst: 2_000 };
/** Every frame costs something, also one with nothing in it. Who types at once what took an hour still has burst left. */
const bytesOfFrame = 128;

/** What one connection asks, beside what it may ask. */
export interface InboundPace {
  /** A frame of so many bytes came. */
  readonly countBytes: (bytes: number) => void;
  /** A frame took so many milliseconds of a processor. */
  readonly countWork: (ms: number) => void;
  /** Not while it owes anything. */
  readonly mayRead: () => boolean;
  /** Not while it owes time: what was read already waits like what was not. */
  readonly mayWork: () => boolean;
  readonly stop: () => void;
}

/** For one connection. `onChange` is called whenever one of its answers is another. */
export function createInboundPace(onChange: () => void): InboundPace {
  const [bytes, workMs] = [createBudget(bytesBudget, onChange), createBudget(workMsBudget, onChange)];
  return {
    countBytes: (count) => bytes.spend(count + bytesOfFrame),
    countWork: (ms) => workMs.spend(ms),
    mayRead: () => !bytes.isOverdrawn() && !workMs.isOverdrawn(),
    mayWork: () => !workMs.isOverdrawn(),
    stop: () => {
      bytes.stop();
      workMs.stop();
    },
  };
}

interface Budget {
  readonly spend: (amount: number) => void;
  /** From when more was spent than there is until that is made up for. */
  readonly isOverdrawn: () => boolean;
  readonly stop: () => void;
}

/** Grows with time, up to a burst. */
function createBudget({ perSecond, burst }: { readonly perSecond: number; readonly burst: number }, onChange: () => void): Budget {
  let allowance = burst;
  let countedMs = performance.now();
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;

  function grow(): void {
    const nowMs = performance.now();
    allowance = Math.min(burst, allowance + ((nowMs - countedMs) / 1000) * perSecond);
    countedMs = nowMs;
  }

  const waitForMore = () => setTimeout(look, Math.ceil((-allowance / perSecond) * 1000));

  /** More may have been spent since the timer was set. */
  function look(): void {
    grow();
    timer = allowance < 0 ? waitForMore() : undefined;
    if (timer === undefined) onChange();
  }

  return {
    spend: (amount) => {
      grow();
      allowance -= amount;
      if (allowance >= 0 || timer !== undefined || isStopped) return;
      timer = waitForMore();
      onChange();
    },
    isOverdrawn: () => timer !== undefined,
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
