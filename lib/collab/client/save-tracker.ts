import type { SaveState } from "@/lib/collab/client/deck-source";
import { fenceDue, firstSaveFacts, reduceSave, saveStateOf, type SaveEvent } from "@/lib/collab/client/save-state";
import { encodeFenceRequest } from "@/lib/collab/protocol/frames";
import { fencePatienceMs } from "@/lib/collab/protocol/limits";

export interface SaveTrackerOptions {
  readonly send: (frame: Uint8Array<ArrayBuffer>) => void;
  /** Called when the state the person sees became another. */
  readonly onChange: (next: { readonly saveState: SaveState }) => void;
}

/** Knows at every moment whether this person's changes are stored, and asks the server about them. */
export interface SaveTracker {
  dispatch(event: SaveEvent): void;
  /** Were changes made here that are not known to be stored? */
  isUnsent(): boolean;
  stop(): void;
}

/** A tracker that knows of no change and no connection yet; it is told of both by `dispatch`. */
export function createSaveTracker({ send, onChange }: SaveTrackerOptions): SaveTracker {
  let facts = firstSaveFacts;
  let shown = saveStateOf(facts);
  let late: ReturnType<typeof setTimeout> | undefined;
  let isAskScheduled = false;

  function dispatch(event: SaveEvent): void {
    facts = reduceSave(facts, event);
    if (fenceDue(facts) !== undefined && !isAskScheduled) {
      isAskScheduled = true;
      // The fence must follow the update on the wire, and others hear of the update in this same turn.
      queueMicrotask(ask);
    }
    const next = saveStateOf(facts);
    if (isSame(shown, next)) return;
    shown = next;
    onChange({ saveState: next });
  }

  function ask(): void {
    isAskScheduled = false;
    const version = fenceDue(facts);
    if (version === undefined) return;
    send(encodeFenceRequest(version));
    clearTimeout(late);
    late = setTimeout(() => dispatch({ type: "fence-late", version }), fencePatienceMs);
    dispatch({ type: "fence-sent", version });
  }

  return { dispatch, isUnsent: () => facts.acked < facts.local, stop: () => clearTimeout(late) };
}

function isSame(a: SaveState, b: SaveState): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
