/** What one connection may send in the long run, and at once. */
const bytesPerSecond = 256 * 1024;
const burstBytes = 4 * 1024 * 1024;

/** Stops reading from a connection that sends too much, or that is held back for another reason, until neither holds. */
export interface InboundPace {
  readonly count: (bytes: number) => void;
  readonly hold: (isHeld: boolean) => void;
  readonly stop: () => void;
}

/** For one connection, which is read from to begin with. */
export function createInboundPace({ pause, resume }: { readonly pause: () => void; readonly resume: () => void }): InboundPace {
  let allowance = burstBytes;
  let countedMs = performance.now();
  let isHeld = false;
  let timer: NodeJS.Timeout | undefined;
  const resumeIfFree = () => {
    if (!isHeld && timer === undefined) resume();
  };
  return {
    count: (bytes) => {
      const nowMs = performance.now();
      allowance = Math.min(burstBytes, allowance + ((nowMs - countedMs) / 1000) * bytesPerSecond) - bytes;
      countedMs = nowMs;
      if (allowance >= 0 || timer !== undefined) return;
      pause();
      timer = setTimeout(
        () => {
          timer = undefined;
          resumeIfFree();
        },
        (-allowance / bytesPerSecond) * 1000,
      );
    },
    hold: (next) => {
      isHeld = next;
      if (isHeld) pause();
      else resumeIfFree();
    },
    stop: () => clearTimeout(timer),
  };
}
