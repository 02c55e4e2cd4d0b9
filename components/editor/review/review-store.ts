import { listReviews, putReview } from "@/lib/api/history-client";
import type { PutReviewBody, ReviewedSlide } from "@/lib/api/reviews";
import type { LiveDeck } from "@/components/editor/session/live-deck";
import type { DeckSource } from "@/lib/collab/client/deck-source";

/** What people say of each slide, by its place. */
export interface ReviewStore {
  get(): readonly ReviewedSlide[];
  subscribe(listener: () => void): () => void;
  /** Fetches them anew; what is here stays where that is not possible, or where the deck's session has ended. */
  load(): Promise<void>;
  /** Says of a slide that it is good, or what is to change. Throws a sentence. */
  put(slideId: string, body: PutReviewBody): Promise<void>;
  /** Keeps verdicts true while the text changes, and knows when the session has ended; returns its stop. */
  follow(live: LiveDeck, source: DeckSource): () => void;
}

/** A text settles a second after the last key; what died with it is known a moment later. */
const settledMs = 2_500;

export function createReviewStore(deckId: string): ReviewStore {
  const listeners = new Set<() => void>();
  let slides: readonly ReviewedSlide[] = [];
  let followed: DeckSource | undefined;

  function set(next: readonly ReviewedSlide[]) {
    slides = next;
    for (const listener of [...listeners]) listener();
  }

  const load = async () => {
    if (followed?.status.state === "ended") return;
    try {
      set((await listReviews(deckId)).slides);
    } catch (error) {
      // Signs beside slides: what is known of them stays until the next look.
      console.debug("Reviews could not be fetched.", error);
    }
  };
  return {
    get: () => slides,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    load,
    put: async (slideId, body) => set((await putReview(deckId, slideId, body)).slides),
    follow: (live, source) => {
      followed = source;
      let timer: ReturnType<typeof setTimeout> | undefined;
      const stop = live.subscribe(() => {
        clearTimeout(timer);
        timer = setTimeout(() => void load(), settledMs);
      });
      return () => {
        clearTimeout(timer);
        stop();
      };
    },
  };
}
