import type { LiveDeck } from "@/components/editor/session/live-deck";
import type { DeckSource } from "@/lib/collab/client/deck-source";
import type { PersonHere } from "@/lib/collab/client/people";
import { readPeerSelections } from "@/lib/collab/client/presence";
import { slideAt } from "@/lib/deck";
import type * as Y from "yjs";

/** Whose caret this person's view goes along with. */
export interface Followed {
  readonly person: PersonHere;
  /** Where they write; undefined until they have put their caret somewhere. */
  readonly offset: number | undefined;
  /** The slide that is; undefined as long as `offset` is. */
  readonly slideIndex: number | undefined;
}

/** Follows a co-author: the view goes where they write, while one's own caret stays where it is. */
export interface FollowStore {
  get(): Followed | undefined;
  subscribe(listener: () => void): () => void;
  /** Follows this person from now on; somebody who is followed already is let go. */
  toggle(personId: string): void;
  stop(): void;
  /** Begins to listen; returns the stop. */
  start(): () => void;
}

export interface FollowOptions {
  readonly source: Pick<DeckSource, "awareness" | "doc" | "people" | "text">;
  readonly live: LiveDeck;
  /** Brings their place into view in the text. */
  readonly reveal: (offset: number) => void;
  /** The person that was followed went away. */
  readonly onGone: (person: PersonHere) => void;
}

/** Nobody is followed at first. It ends when this person writes, when the other one goes, or by `stop`. */
export function createFollowStore({ source, live, reveal, onGone }: FollowOptions): FollowStore {
  const listeners = new Set<() => void>();
  let followed: Followed | undefined;

  function set(next: Followed | undefined): void {
    const isSame = followed?.person === next?.person && followed?.offset === next?.offset && followed?.slideIndex === next?.slideIndex;
    if (isSame) return;
    followed = next;
    for (const listener of [...listeners]) listener();
  }

  function look(): void {
    if (followed === undefined) return;
    const { id } = followed.person;
    const person = source.people.get().find((other) => other.id === id);
    if (person === undefined || person.isLost) {
      const gone = followed.person;
      set(undefined);
      if (person === undefined) onGone(gone);
      return;
    }
    const before = followed.offset;
    const offset = caretOf(source, id);
    set({ person, offset, slideIndex: offset === undefined ? undefined : slideAt(live.snapshot().deck, offset) });
    if (offset !== undefined && offset !== before) reveal(offset);
  }

  const onText = (_event: Y.YTextEvent, { local }: Y.Transaction) => {
    if (local) set(undefined);
  };

  return {
    get: () => followed,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    toggle: (personId) => {
      const person = source.people.get().find(({ id }) => id === personId);
      const isFollowed = followed?.person.id === personId;
      set(isFollowed || person === undefined || person.isSelf ? undefined : { person, offset: undefined, slideIndex: undefined });
      look();
    },
    stop: () => set(undefined),
    start: () => {
      const later = () => queueMicrotask(look);
      // After Monaco has taken the change in that moved their caret.
      source.awareness.on("change", later);
      source.text.observe(onText);
      const stops = [source.people.subscribe(look), live.subscribe(look)];
      return () => {
        source.awareness.off("change", later);
        source.text.unobserve(onText);
        for (const stop of stops) stop();
        set(undefined);
      };
    },
  };
}

/** Where somebody writes; of several pages of theirs, in the one that they used last. */
function caretOf({ awareness, doc }: FollowOptions["source"], personId: string): number | undefined {
  const lastUsed = ({ clientId }: { readonly clientId: number }) => awareness.meta.get(clientId)?.lastUpdated ?? 0;
  const [newest] = readPeerSelections(awareness, doc)
    .filter(({ id, selections }) => id === personId && selections.length > 0)
    .toSorted((a, b) => lastUsed(b) - lastUsed(a));
  return newest?.selections[0]?.head;
}
