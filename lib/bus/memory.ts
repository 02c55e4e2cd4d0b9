import type { Bus } from "@/lib/bus/bus";
import { createListeners } from "@/lib/bus/listeners";
import type { Log } from "@/lib/log";

/** The bus of an installation that is one process. Messages arrive in the next microtask, never inside `publish`. */
export function createMemoryBus({ log }: { readonly log: Log }): Bus {
  const listeners = createListeners(log);
  return {
    publish: (channel, message) => queueMicrotask(() => listeners.deliver(channel, message)),
    subscribe: listeners.add,
    maxMessageBytes: Number.POSITIVE_INFINITY,
    isConnected: () => true,
    hasOthers: () => true,
    listeners: listeners.count,
    stop: async () => listeners.clear(),
  };
}
