import type { DeckId } from "@/lib/api/ids";
import { runInBackground, type Log } from "@/lib/log";

export interface SettlingOptions {
  /** From the last change until the work begins: by then an editor's browser has done it and sent what came of it. */
  readonly afterMs: number;
  readonly log: Log;
  /** What is said of work that failed. */
  readonly failure: string;
}

/** Work on decks that nobody has changed for a while. */
export interface Settling {
  settled(deckId: DeckId): void;
  stop(): void;
}

/** Decks that wait; the work on others is done when somebody asks for it. */
const maxWaiting = 200;

/** Does `work` for a deck a while after the last time it was said to have settled. */
export function createSettling(work: (deckId: DeckId) => Promise<unknown>, { afterMs, log, failure }: SettlingOptions): Settling {
  const waiting = new Map<DeckId, ReturnType<typeof setTimeout>>();
  return {
    settled: (deckId) => {
      if (waiting.size >= maxWaiting && !waiting.has(deckId)) return;
      clearTimeout(waiting.get(deckId));
      const timer = setTimeout(() => {
        waiting.delete(deckId);
        runInBackground(work(deckId), log, failure);
      }, afterMs);
      timer.unref();
      waiting.set(deckId, timer);
    },
    stop: () => {
      for (const timer of waiting.values()) clearTimeout(timer);
      waiting.clear();
    },
  };
}
