/** A change somebody made here that is not stored yet. */
export interface PendingChange {
  readonly update: Uint8Array;
  readonly userId: string;
}

/** The changes of one document that wait to be stored, in the order they were made. */
export interface PendingChanges {
  readonly add: (changes: readonly PendingChange[]) => void;
  /** The oldest, as many as one row holds; `isAll` where no more wait. Undefined where none do. */
  readonly take: () => { readonly changes: readonly PendingChange[]; readonly isAll: boolean } | undefined;
  /** What was taken last is on disk. Returns its updates. */
  readonly commit: () => readonly Uint8Array[];
  /** Changes so far, and how many of them are committed. */
  readonly enqueued: () => number;
  readonly durable: () => number;
  readonly bytes: () => number;
  readonly isEmpty: () => boolean;
  /** Resolves when nothing waits, or at `release`. */
  readonly whenEmpty: () => Promise<void>;
  /** Nothing more will be stored: whoever waits goes on. */
  readonly release: () => void;
}

/** One row holds at most this much, so that a long outage doesn't end in one giant statement. */
const maxRowBytes = 4 * 1024 * 1024;

/** Begins with nothing that waits. */
export function createPendingChanges(): PendingChanges {
  const pending: PendingChange[] = [];
  const waiters = new Set<() => void>();
  let bytes = 0;
  let taken = 0;
  let enqueued = 0;
  let durable = 0;
  let isReleased = false;

  function wake(): void {
    for (const waiter of waiters) waiter();
    waiters.clear();
  }

  return {
    add: (changes) => {
      for (const change of changes) {
        pending.push(change);
        bytes += change.update.byteLength;
        enqueued++;
      }
    },
    take: () => {
      let rowBytes = 0;
      taken = 0;
      for (const { update } of pending) {
        rowBytes += update.byteLength;
        if (taken > 0 && rowBytes > maxRowBytes) break;
        taken++;
      }
      return taken === 0 ? undefined : { changes: pending.slice(0, taken), isAll: taken === pending.length };
    },
    commit: () => {
      const updates = pending.splice(0, taken).map(({ update }) => update);
      bytes -= updates.reduce((sum, update) => sum + update.byteLength, 0);
      durable += taken;
      taken = 0;
      if (pending.length === 0) wake();
      return updates;
    },
    enqueued: () => enqueued,
    durable: () => durable,
    bytes: () => bytes,
    isEmpty: () => pending.length === 0,
    whenEmpty: () => (isReleased || pending.length === 0 ? Promise.resolve() : new Promise((resolve) => waiters.add(resolve))),
    release: () => {
      isReleased = true;
      wake();
    },
  };
}
