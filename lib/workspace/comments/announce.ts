import type { DeckId } from "@/lib/api/ids";
import type { CommentsContext } from "@/lib/workspace/comments/list";
import { deliverComment, type SaidComment } from "@/lib/workspace/inbox/deliver";
import { announceEvent } from "@/lib/workspace/webhooks/announce";

/** Something was said: it goes into the inboxes of those whom it concerns, webhooks are told, and whoever has the deck open sees it. */
export async function announceComment({ pool, collab }: CommentsContext, deckId: DeckId, comment: SaidComment): Promise<void> {
  await deliverComment({ pool }, deckId, comment);
  await announceEvent({ pool }, deckId, { event: "comment.created", data: comment });
  announceChange({ collab }, deckId);
}

/** A thread is another than it was: whoever has the deck open fetches it. */
export function announceChange({ collab }: Pick<CommentsContext, "collab">, deckId: DeckId): void {
  collab.hint(deckId, "comments", Date.now());
}
