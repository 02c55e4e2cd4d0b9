import type { Bus } from "@/lib/bus/bus";
import { createListeners } from "@/lib/bus/listeners";
import type { Log } from "@/lib/log";
import { createRandom } from "@/tests/support/random";

/** What may become of a message on its way to one process, each as a share of all. */
export interface Lies {
  readonly seed: number;
  readonly lost: number;
  readonly doubled: number;
  /** Each copy takes up to so long, so that they overtake each other. */
  readonly maxDelayMs: number;
}

export type BusNet = ReturnType<typeof createBusNet>;

/** Buses of several engines in one test: honest, or lying about everything that a bus may lie about. */
export function createBusNet({ log, lies = { seed: 1, lost: 0, doubled: 0, maxDelayMs: 0 } }: { readonly log: Log; readonly lies?: Lies }) {
  const ends = new Map<Bus, (channel: string, message: Uint8Array) => void>();
  const cutOff = new Set<Bus>();
  const timers = new Set<NodeJS.Timeout>();
  const counts = { lost: 0, doubled: 0, overtaken: 0 };
  const random = createRandom(lies.seed);
  let sent = 0;
  let newest = 0;

  function carry(from: Bus, to: Bus, deliver: () => void): void {
    if (cutOff.has(from) || cutOff.has(to)) return;
    const fate = random();
    const copies = fate < lies.lost ? 0 : fate < lies.lost + lies.doubled ? 2 : 1;
    if (copies === 0) counts.lost++;
    if (copies === 2) counts.doubled++;
    const number = ++sent;
    for (let copy = 0; copy < copies; copy++) {
      const timer = setTimeout(() => {
        timers.delete(timer);
        if (number < newest) counts.overtaken++;
        newest = Math.max(newest, number);
        deliver();
      }, random() * lies.maxDelayMs);
      timers.add(timer);
    }
  }

  return {
    counts,
    open: (): Bus => {
      const listeners = createListeners(log);
      const bus: Bus = {
        publish: (channel, message) => {
          for (const [other, deliver] of ends) carry(bus, other, () => deliver(channel, message));
        },
        subscribe: listeners.add,
        maxMessageBytes: 5_600,
        isConnected: () => true,
        hasOthers: () => true,
        listeners: listeners.count,
        stop: async () => {
          ends.delete(bus);
          listeners.clear();
          for (const timer of timers) clearTimeout(timer);
        },
      };
      ends.set(bus, listeners.deliver);
      return bus;
    },
    /** Nothing comes from it or gets to it any more, and it doesn't know: as if its process had been killed. */
    cutOff: (bus: Bus) => void cutOff.add(bus),
  };
}
