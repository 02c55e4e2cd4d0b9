import type { Log } from "@/lib/log";

type Listener = (message: Uint8Array) => void;

/** Who listens to which channel in this process. */
export interface Listeners {
  add(channel: string, listener: Listener): () => void;
  deliver(channel: string, message: Uint8Array): void;
  count(): number;
  clear(): void;
}

/** Begins with nobody. What a listener throws is logged, and keeps nothing from the others. */
export function createListeners(log: Log): Listeners {
  const channels = new Map<string, Set<Listener>>();
  return {
    add: (channel, listener) => {
      const set = channels.get(channel) ?? new Set();
      channels.set(channel, set);
      set.add(listener);
      return () => {
        set.delete(listener);
        if (set.size === 0 && channels.get(channel) === set) channels.delete(channel);
      };
    },
    deliver: (channel, message) => {
      for (const listener of [...(channels.get(channel) ?? [])]) {
        try {
          listener(message);
        } catch (error) {
          log.error({ err: error, channel }, "a listener of the bus failed");
        }
      }
    },
    count: () => [...channels.values()].reduce((sum, set) => sum + set.size, 0),
    clear: () => channels.clear(),
  };
}
