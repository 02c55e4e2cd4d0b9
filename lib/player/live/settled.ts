const settleMs = 1_000;

/** A yes or no that is told only once it has stayed for a second: a slide looked at in passing is no news to a server. */
export interface Settled {
  readonly is: (value: boolean) => void;
  readonly stop: () => void;
}

/** Nothing is told while it is what was told last, at first a no. */
export function createSettled(tell: (value: boolean) => void): Settled {
  let told = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let latest = told;
  return {
    is: (value) => {
      if (value === latest) return;
      latest = value;
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (told === latest) return;
        told = latest;
        tell(told);
      }, settleMs);
    },
    stop: () => clearTimeout(timer),
  };
}
