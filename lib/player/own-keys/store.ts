import { listen } from "@/lib/player/dom";
import { readOwnKeys, writeOwnKeys, type OwnKeys } from "@/lib/player/own-keys/own-keys";

const place = "lectern-keys";

export interface OwnKeysStore {
  readonly current: () => OwnKeys;
  readonly change: (keys: OwnKeys) => void;
  readonly stop: () => void;
}

/** Somebody's keys, kept in their browser for every talk; a change counts at once in their other windows too. */
export function createOwnKeysStore(): OwnKeysStore {
  let keys = readOwnKeys(inStorage((storage) => storage.getItem(place)) ?? null);
  return {
    current: () => keys,
    change: (next) => {
      keys = next;
      inStorage((storage) => storage.setItem(place, writeOwnKeys(next)));
    },
    stop: listen(window, "storage", ({ key, newValue }) => {
      if (key === place) keys = readOwnKeys(newValue);
    }),
  };
}

/** A browser may keep nothing, by its settings or in a file: then the keys count as long as the page is open. */
function inStorage<T>(use: (storage: Storage) => T): T | undefined {
  try {
    return use(localStorage);
  } catch (error) {
    if (error instanceof DOMException) return undefined;
    throw error;
  }
}
