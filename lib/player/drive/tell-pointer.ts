import type { Spot } from "@/lib/player/live/live-state";

/** At most 20 spots a second. */
const everyMs = 50;

/** Tells the server where the driver points; `undefined` puts the pointer away. */
export interface PointerTeller {
  readonly point: (spot: Spot | undefined) => void;
  readonly stop: () => void;
}

/**
 * Sends the newest spot alone, and one at a time: of two on their way at once the earlier one could arrive last, and the
 * audience would look at a pointer that was put away.
 */
export function createPointerTeller(send: (spot: Spot | undefined) => Promise<unknown>): PointerTeller {
  let waiting: { readonly spot: Spot | undefined } | undefined;
  let isBusy = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const flush = async () => {
    if (isBusy || !waiting) return;
    const { spot } = waiting;
    waiting = undefined;
    isBusy = true;
    await Promise.all([send(spot), pause()]);
    isBusy = false;
    void flush();
  };
  const pause = () =>
    new Promise<void>((resolve) => {
      timer = setTimeout(resolve, everyMs);
    });
  return {
    point: (spot) => {
      waiting = { spot };
      void flush();
    },
    stop: () => {
      waiting = undefined;
      clearTimeout(timer);
    },
  };
}
