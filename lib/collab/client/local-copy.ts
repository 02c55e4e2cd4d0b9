import { IndexeddbPersistence } from "y-indexeddb";
import type * as Y from "yjs";

/** This browser's own copy of a document: what was typed offline survives a closed tab. */
export interface LocalCopy {
  /** The origin of what was read from it. */
  readonly origin: unknown;
  /** Resolves once everything it had is in the document; at once where this browser keeps none. */
  readonly loaded: Promise<void>;
  stop(): void;
}

/** How long a database that doesn't answer may hold the deck up; it is opened without the copy then, which comes later. */
const patienceMs = 1_500;

/** Opens the copy of one generation; another generation's text must never be merged into this one. */
export function openLocalCopy(doc: Y.Doc, { deckId, generation }: { readonly deckId: string; readonly generation: number }): LocalCopy {
  if (typeof indexedDB === "undefined") return { origin: undefined, loaded: Promise.resolve(), stop: () => undefined };
  const copy = new IndexeddbPersistence(`lectern-deck:${deckId}:${generation}`, doc);
  const opened = copy.whenSynced.then(() => undefined);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, patienceMs);
  });
  return {
    origin: copy,
    loaded: Promise.race([opened, late]).finally(() => clearTimeout(timer)),
    stop: () => {
      clearTimeout(timer);
      // A browser that forbids storage (private windows) never opened it: there is nothing to close then.
      void copy.destroy().catch((error: unknown) => console.warn("The browser's copy of the deck could not be closed.", error));
    },
  };
}
