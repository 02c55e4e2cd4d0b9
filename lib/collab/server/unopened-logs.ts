import type { DeckId } from "@/lib/api/ids";
import { createCompaction, timesTooLong, type Compaction, type LogSize } from "@/lib/collab/server/compaction";
import type { Tuning } from "@/lib/collab/server/tuning";
import type { Log } from "@/lib/log";

export interface UnopenedLogsOptions {
  /** Makes one snapshot of a log that has grown. */
  readonly compact: (deckId: DeckId) => Promise<void>;
  readonly tuning: Tuning;
  readonly log: Log;
}

/** Looks after logs that grow while no room here does: by edits of the server. */
export interface UnopenedLogs {
  /** A row was committed; the log is so large now. */
  readonly noteSize: (deckId: DeckId, size: LogSize) => void;
  /** Nothing begins any more; resolves once what has begun is done. */
  readonly stop: () => Promise<void>;
}

/** Has `compact` called by the limits that a room has, in the background; what it throws goes to the log. */
export function createUnopenedLogs({ compact, tuning, log }: UnopenedLogsOptions): UnopenedLogs {
  /** Of those alone that are too long. */
  const compactions = new Map<DeckId, Compaction>();
  const running = new Set<Promise<void>>();
  let isStopped = false;

  function compactionOf(deckId: DeckId): Compaction {
    const known = compactions.get(deckId);
    if (known !== undefined) return known;
    const compaction = createCompaction({ compact: () => track(makeShort(deckId)), tuning, log });
    compactions.set(deckId, compaction);
    return compaction;
  }

  /** One that fails is kept, with how long it waits until the next try. */
  async function makeShort(deckId: DeckId): Promise<void> {
    await compact(deckId);
    compactions.delete(deckId);
  }

  function track(done: Promise<void>): Promise<void> {
    running.add(done);
    return done.finally(() => running.delete(done));
  }

  return {
    noteSize: (deckId, size) => {
      if (!isStopped && timesTooLong(size, tuning) > 1) compactionOf(deckId).noteSize(size);
    },
    stop: async () => {
      isStopped = true;
      for (const compaction of compactions.values()) compaction.stop();
      await Promise.allSettled(running);
    },
  };
}
