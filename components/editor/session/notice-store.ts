import { deckNotices } from "@/components/editor/session/deck-notices";
import type { DrawingStore } from "@/components/editor/session/drawing-store";
import type { FitStore } from "@/components/editor/session/fit-store";
import type { LiveDeck } from "@/components/editor/session/live-deck";
import type { FileWidths } from "@/lib/api/picture-sizes";
import type { Deck, Notice } from "@/lib/deck";

/** Notices and the deck that they are about: their ranges and fixes are into its text. */
export interface NoticeSnapshot {
  readonly deck: Deck;
  readonly notices: readonly Notice[];
}

/** What is to be said about a deck. It follows the text a moment later, so that no keystroke waits for the linter. */
export interface NoticeStore {
  get(): NoticeSnapshot;
  subscribe(listener: () => void): () => void;
  /** The paths of the deck's own files; undefined while nobody knows them. */
  setFiles(files: FileWidths | undefined): void;
  /** Begins to follow; returns the stop. May be started again. */
  start(): () => void;
}

export interface NoticeStoreOptions {
  readonly live: Pick<LiveDeck, "snapshot" | "subscribe">;
  readonly fits: Pick<FitStore, "get" | "subscribe">;
  /** What finds notices, and what came of formulas and diagrams; the deck is told of anything new. */
  readonly drawings: Pick<DrawingStore, "diagrams" | "refusedFormulas" | "linter">;
  readonly themes: readonly string[];
  /** Runs a task when the text has rested; returns its cancel. */
  readonly whenRested: (task: () => void) => () => void;
}

export function createNoticeStore({ live, fits, drawings, themes, whenRested }: NoticeStoreOptions): NoticeStore {
  const listeners = new Set<() => void>();
  let files: FileWidths | undefined;
  let snapshot = read();
  let cancel: (() => void) | undefined;

  function read(): NoticeSnapshot {
    const { deck } = live.snapshot();
    const drawn = { diagrams: drawings.diagrams(), refusedFormulas: drawings.refusedFormulas() };
    return { deck, notices: deckNotices(deck, drawings.linter(), { fits, themes, ...drawn, ...(files ? { files } : {}) }) };
  }

  function update() {
    cancel = undefined;
    snapshot = read();
    for (const listener of [...listeners]) listener();
  }

  const later = () => {
    cancel?.();
    cancel = whenRested(update);
  };

  return {
    get: () => snapshot,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    setFiles: (known) => {
      files = known;
      later();
    },
    start: () => {
      const stops = [live.subscribe(later), fits.subscribe(later)];
      update();
      return () => {
        for (const stop of stops) stop();
        cancel?.();
        cancel = undefined;
      };
    },
  };
}
