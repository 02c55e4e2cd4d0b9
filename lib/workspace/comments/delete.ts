import type { CommentId, DeckId, UserId } from "@/lib/api/ids";
import { AppError } from "@/lib/errors";
import { announceChange } from "@/lib/workspace/comments/announce";
import { findCommentSql } from "@/lib/workspace/comments/change";
import type { CommentsContext } from "@/lib/workspace/comments/list";
import { commentNotFound } from "@/lib/workspace/comments/thread-row";
import { may, type DeckRole } from "@/lib/workspace/policies";

export interface DeleteCommentOptions {
  readonly commentId: CommentId;
  readonly userId: UserId;
  readonly role: DeckRole;
}

/**
 * Deletes one's own comment, and with a thread's first one the thread; the deck's owner may delete any. It can't be undone.
 * Throws 403 for what others said, 404 where it is not there any more, 409 for a thread in which others have answered.
 */
export async function deleteComment(context: CommentsContext, deckId: DeckId, { commentId, userId, role }: DeleteCommentOptions): Promise<void> {
  const { pool } = context;
  const { rows } = await pool.query<{ thread_id: string; author_id: string | null }>(findCommentSql, [deckId, commentId]);
  const [comment] = rows;
  if (comment === undefined) throw commentNotFound();
  const isModerator = may(role, "moderate");
  if (comment.author_id !== userId && !isModerator) {
    throw new AppError("forbidden", "Only who said this, or the deck's owner, may delete it. You can resolve the conversation.");
  }
  if (comment.thread_id !== commentId) {
    await pool.query("DELETE FROM comment WHERE id = $1", [commentId]);
  } else {
    const { rowCount } = await pool.query(deleteThreadSql, [commentId, userId, isModerator]);
    if (rowCount === 0) throw new AppError("conflict", "Others have answered, and their words would go as well. Resolve the conversation instead.");
  }
  announceChange(context, deckId);
}

/** Only where nobody else's words go with it, or by somebody who may. */
const deleteThreadSql = `
  DELETE FROM comment_thread t WHERE t.id = $1
     AND ($3::bool OR NOT EXISTS (SELECT FROM comment c WHERE c.thread_id = t.id AND c.author_id IS DISTINCT FROM $2::uuid))`;
