/** A time in milliseconds as `performance.now()` counts it; without an end it lasts. */
export interface Stretch {
  readonly fromMs: number;
  readonly untilMs: number | undefined;
}

/** Keeps when somebody's label said that they are not being saved. */
export interface LabelWatch {
  readonly note: (state: string) => void;
  readonly stretches: () => readonly Stretch[];
}

export function createLabelWatch(): LabelWatch {
  const done: Stretch[] = [];
  let sinceMs: number | undefined;
  return {
    note: (state) => {
      const nowMs = performance.now();
      // "Saving" is the way back, and not yet there.
      if (state === "saved" && sinceMs !== undefined) {
        done.push({ fromMs: sinceMs, untilMs: nowMs });
        sinceMs = undefined;
      }
      if (state !== "saved" && state !== "saving") sinceMs ??= nowMs;
    },
    stretches: () => (sinceMs === undefined ? done : [...done, { fromMs: sinceMs, untilMs: undefined }]),
  };
}

/** The longest of these stretches, without the parts in which nobody could have been served. */
export function longestMs(
  stretches: readonly Stretch[],
  { outages, nowMs }: { readonly outages: readonly Stretch[]; readonly nowMs: number },
): number {
  const lengths = stretches.map(({ fromMs, untilMs = nowMs }) => {
    const served = outages.reduce((sum, outage) => {
      const [from, until] = [Math.max(fromMs, outage.fromMs), Math.min(untilMs, outage.untilMs ?? nowMs)];
      return sum + Math.max(0, until - from);
    }, 0);
    return untilMs - fromMs - served;
  });
  return Math.max(0, ...lengths);
}
