import type { DeckId, UserId } from "@/lib/api/ids";
import type { CommentsContext } from "@/lib/workspace/comments/list";

export interface NewComment {
  readonly commentId: string;
  readonly threadId: string;
  readonly userId: UserId;
  readonly body: string;
}

/** Something was said: whoever has the deck open sees it within a second. */
export async function announceComment({ collab }: CommentsContext, deckId: DeckId, _comment: NewComment): Promise<void> {
  announceChange({ collab }, deckId);
}

/** A thread is another than it was: whoever has the deck open fetches it. */
export function announceChange({ collab }: Pick<CommentsContext, "collab">, deckId: DeckId): void {
  collab.hint(deckId, "comments", Date.now());
}
