import type { DeckSource, SaveState, SourceStatus } from "@/lib/collab/client/deck-source";
import type { Ending } from "@/lib/collab/client/endings";
import { firstSaveFacts, saveStateOf } from "@/lib/collab/client/save-state";
import type { CollabRole } from "@/lib/collab/protocol/frames";

type Shown = Pick<DeckSource, "canEdit" | "status" | "saveState" | "keptTexts">;

/** What a source shows of itself, and who hears when it changes. */
export interface SourceState {
  get(): Shown;
  subscribe(listener: () => void): () => void;
  update(next: { readonly saveState: SaveState }): void;
  setKeptTexts(texts: DeckSource["keptTexts"]): void;
  setRole(role: CollabRole): void;
  /** The text is there, by the first sync or from this browser's copy. */
  setHasText(): void;
  end(ending: Ending): void;
  resume(): void;
  isEnded(): boolean;
  endReason(): Ending["reason"] | undefined;
}

/** The state of a source that is loading: without a text, a role or an end. */
export function createSourceState(): SourceState {
  const listeners = new Set<() => void>();
  let role: CollabRole | undefined;
  let hasText = false;
  let ending: Ending | undefined;
  let shown: Shown = { canEdit: false, status: { state: "loading" }, saveState: saveStateOf(firstSaveFacts), keptTexts: [] };

  function show(saveState: SaveState): void {
    const status: SourceStatus = ending ?? (hasText ? ready : loading);
    const canEdit = role === "edit" && hasText && ending === undefined;
    if (shown.canEdit === canEdit && shown.status === status && shown.saveState === saveState) return;
    set({ ...shown, canEdit, status, saveState });
  }

  function set(next: Shown): void {
    shown = next;
    for (const listener of [...listeners]) listener();
  }

  return {
    get: () => shown,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    update: ({ saveState }) => show(saveState),
    setKeptTexts: (keptTexts) => set({ ...shown, keptTexts }),
    setRole: (next) => {
      role = next;
      show(shown.saveState);
    },
    setHasText: () => {
      hasText = true;
      show(shown.saveState);
    },
    end: (next) => {
      if (ending?.sentence !== next.sentence) ending = next;
      show(shown.saveState);
    },
    resume: () => {
      ending = undefined;
      show(shown.saveState);
    },
    isEnded: () => ending !== undefined,
    endReason: () => ending?.reason,
  };
}

const loading: SourceStatus = { state: "loading" };
const ready: SourceStatus = { state: "ready" };
