import type { DeckId, UserId } from "@/lib/api/ids";
import type { Session } from "@/lib/collab/server/session";

/** Somebody connected, and when their right was looked up last. */
export interface Member {
  readonly deckId: DeckId;
  readonly userId: UserId;
  readonly session: Session;
  checkedMs: number;
  /** Counts the lookups: an answer that was overtaken by a newer one says nothing. */
  lookups: number;
}
