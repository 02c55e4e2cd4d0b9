import type { DeckId, UserId } from "@/lib/api/ids";
import type { Session } from "@/lib/collab/server/session";

/** Somebody connected, and when their right was looked up last. */
export interface Member {
  readonly deckId: DeckId;
  readonly userId: UserId;
  readonly session: Session;
  checkedMs: number;
}
