import type { Awareness } from "y-protocols/awareness";
import type * as Y from "yjs";

/** The five honest states of saving; `Saved` is shown for `saved` alone, which means committed to Postgres. */
export type SaveState =
  | { readonly state: "saved" }
  | { readonly state: "saving" }
  | { readonly state: "offline"; /** Edits made here that the server doesn't have. */ readonly unsaved: number }
  | { readonly state: "not-saved"; /** A user's sentence: what is wrong and what to do. */ readonly reason: string }
  | { readonly state: "read-only"; readonly reason: string };

/** Where the connection to the deck stands, beside saving. */
export type SourceStatus =
  | { readonly state: "loading" }
  | { readonly state: "ready" }
  | { readonly state: "ended"; readonly reason: "signed-out" | "forbidden" | "deleted" | "replaced" | "refused"; readonly sentence: string };

/** The person at this keyboard, as co-authors see them. */
export interface Person {
  readonly name: string;
  /** CSS colour of the caret flag. */
  readonly color: string;
}

/**
 * What an editor edits through: remote for stored decks (`connectDeck`), local for the landing page and the guide.
 * The editor knows nothing else, so there is one editor.
 */
export interface DeckSource {
  readonly doc: Y.Doc;
  /** `doc.getText("markdown")`; LF line ends only. */
  readonly text: Y.Text;
  /** Carets and names; a local source has one with nobody else in it. */
  readonly awareness: Awareness;
  /** Editable as soon as the first sync (or this browser's copy) is there, never before. */
  readonly canEdit: boolean;
  readonly status: SourceStatus;
  readonly saveState: SaveState;
  /** Called after `canEdit`, `status` or `saveState` changed; returns its stop. */
  subscribe(listener: () => void): () => void;
  /** Disconnects and frees everything. */
  stop(): void;
}
