import type { Awareness } from "y-protocols/awareness";
import type * as Y from "yjs";
import type { KeptText } from "@/lib/collab/client/copy-rows";
import type { PeopleStore } from "@/lib/collab/client/people";

/**
 * The five honest states of saving, and one before the first of them: `connecting`, where nothing was written here and
 * nothing is known of the server yet. `Saved` is shown for `saved` alone, which means committed to Postgres.
 */
export type SaveState =
  | { readonly state: "connecting" }
  | { readonly state: "saved"; /** A commit survives a crash of the server's programs here, but no power cut. */ readonly isInMemory?: true }
  | { readonly state: "saving" }
  | {
      readonly state: "offline";
      /** Edits made here that the server doesn't have. */
      readonly unsaved: number;
      /** Is what is written here in this browser's keeping, so that a closed tab loses nothing? */
      readonly isKept: boolean;
    }
  | { readonly state: "not-saved"; /** A user's sentence: what is wrong and what to do. */ readonly reason: string }
  | {
      readonly state: "read-only";
      readonly reason: string;
      /** It could be written in until a moment ago. */
      readonly isNew?: true;
      /** Who took that right away, where it is known. */
      readonly by?: string | undefined;
      /** A part of the deck can't be read any more, so that nobody may change it. */
      readonly isDamaged?: true;
    };

/** Where the connection to the deck stands, beside saving. */
export type SourceStatus =
  | { readonly state: "loading" }
  | { readonly state: "ready" }
  | {
      readonly state: "ended";
      readonly reason: "signed-out" | "forbidden" | "view-only" | "deleted" | "replaced" | "refused";
      readonly sentence: string;
      /** Says who did it, where that is known. */
      readonly title?: string;
    };

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
  /** Who is here, and whose connection was lost. */
  readonly people: PeopleStore;
  /** Editable as soon as the first sync (or this browser's copy) is there, never before. */
  readonly canEdit: boolean;
  readonly status: SourceStatus;
  readonly saveState: SaveState;
  /** Texts of this person that went into no deck and are kept in this browser, the newest last. */
  readonly keptTexts: readonly KeptText[];
  /** Throws one of them away. */
  discardKept(id: number): void;
  /** Called after `canEdit`, `status`, `saveState` or `keptTexts` changed; returns its stop. */
  subscribe(listener: () => void): () => void;
  /** The person has another name or colour from now on. */
  setPerson(person: Person): void;
  /** Disconnects and frees everything. */
  stop(): void;
}
