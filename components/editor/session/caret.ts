import { slideAt, type Deck } from "@/lib/deck";

/** Where the person at this keyboard writes, and the slide that is. */
export interface CaretState {
  /** UTF-16 offset in the text. */
  readonly offset: number;
  readonly line: number;
  readonly column: number;
  readonly slideIndex: number;
  readonly slideKey: string;
  /** Grows by one each time this person's own act moved the caret to another slide or within it: then the preview follows. */
  readonly follow: number;
}

const fields = ["offset", "line", "column", "slideIndex", "slideKey", "follow"] as const;

export interface CaretStore {
  get(): CaretState;
  subscribe(listener: () => void): () => void;
  /** The caret moved. `isOwn` is false where a co-author's edit pushed it. */
  move(place: { readonly offset: number; readonly line: number; readonly column: number }, isOwn: boolean): void;
  /** Runs an act whose caret moves make the preview follow nowhere: a click on the preview itself. */
  quietly(act: () => void): void;
  /** The deck was compiled anew: the same offset may lie in another slide now. */
  settle(deck: Deck, isLocal: boolean): void;
}

/** Keeps caret and slide together. Remote edits change which slide it is, never what anyone looks at (users.md 13). */
export function createCaretStore(firstDeck: Deck): CaretStore {
  const listeners = new Set<() => void>();
  let deck = firstDeck;
  let state: CaretState = { offset: 0, line: 1, column: 1, ...slideOf(deck, 0), follow: 0 };

  let isQuiet = false;

  function set(next: CaretState) {
    if (fields.every((field) => next[field] === state[field])) return;
    state = next;
    for (const listener of [...listeners]) listener();
  }

  return {
    get: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    move: (place, isOwn) => {
      const slide = slideOf(deck, place.offset);
      set({ ...place, ...slide, follow: isOwn && !isQuiet ? state.follow + 1 : state.follow });
    },
    quietly: (act) => {
      isQuiet = true;
      try {
        act();
      } finally {
        isQuiet = false;
      }
    },
    settle: (newDeck, isLocal) => {
      deck = newDeck;
      const slide = slideOf(deck, state.offset);
      const isMoved = slide.slideKey !== state.slideKey;
      set({ ...state, ...slide, follow: isLocal && isMoved ? state.follow + 1 : state.follow });
    },
  };
}

function slideOf(deck: Deck, offset: number): { readonly slideIndex: number; readonly slideKey: string } {
  const slideIndex = slideAt(deck, offset);
  return { slideIndex, slideKey: deck.slides[slideIndex]?.key ?? "" };
}
