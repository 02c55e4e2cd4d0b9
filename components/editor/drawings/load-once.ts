import type { EditorSession } from "@/components/editor/session/editor-session";
import type { Deck } from "@/lib/deck";

/**
 * Loads something heavy when the deck first needs it, once. Without a network it can't come: the slides stay without,
 * and the next edit asks again. Returns its stop.
 */
export function loadOnce<T>(
  live: EditorSession["live"],
  { isNeeded, load, take }: { readonly isNeeded: (deck: Deck) => boolean; readonly load: () => Promise<T>; readonly take: (loaded: T) => void },
): () => void {
  let isAsked = false;
  let isStopped = false;

  async function bring() {
    isAsked = true;
    try {
      const loaded = await load();
      if (!isStopped) take(loaded);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      isAsked = false;
    }
  }

  const look = () => {
    if (!isAsked && isNeeded(live.snapshot().deck)) void bring();
  };
  const stop = live.subscribe(look);
  look();
  return () => {
    isStopped = true;
    stop();
  };
}
