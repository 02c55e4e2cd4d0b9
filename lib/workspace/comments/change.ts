import type { CommentThread } from "@/lib/api/comments";
import type { CommentId, DeckId, UserId } from "@/lib/api/ids";
import { AppError } from "@/lib/errors";
import { announceChange } from "@/lib/workspace/comments/announce";
import { getThread, type CommentsContext } from "@/lib/workspace/comments/list";
import { commentNotFound } from "@/lib/workspace/comments/thread-row";

export interface ChangeCommentOptions {
  readonly commentId: CommentId;
  readonly userId: UserId;
  readonly body: string | undefined;
  /** Of the whole thread, whichever of its comments is named. */
  readonly resolved: boolean | undefined;
}

/**
 * Gives one's own comment other words, or says that its thread is done with, or isn't after all. Throws 403 for the words
 * of others, 404 where the comment is not there any more.
 */
export async function changeComment(
  context: CommentsContext,
  deckId: DeckId,
  { commentId, userId, body, resolved }: ChangeCommentOptions,
): Promise<CommentThread> {
  const { pool } = context;
  const { rows } = await pool.query<{ thread_id: string; author_id: string | null }>(findCommentSql, [deckId, commentId]);
  const [comment] = rows;
  if (comment === undefined) throw commentNotFound();
  if (body !== undefined) {
    if (comment.author_id !== userId) throw new AppError("forbidden", "Only who said this may change its words. You can reply to it.");
    await pool.query("UPDATE comment SET body = $2, edited_at = now() WHERE id = $1 AND body <> $2", [commentId, body]);
  }
  if (resolved !== undefined) await pool.query(resolved ? resolveSql : reopenSql, resolved ? [comment.thread_id, userId] : [comment.thread_id]);
  announceChange(context, deckId);
  return getThread(context, deckId, { userId, threadId: comment.thread_id });
}

export const findCommentSql = `
  SELECT c.thread_id, c.author_id FROM comment c JOIN comment_thread t ON t.id = c.thread_id WHERE t.deck_id = $1 AND c.id = $2`;

/** Who said so first is remembered. */
const resolveSql = "UPDATE comment_thread SET resolved_at = now(), resolved_by = $2 WHERE id = $1 AND resolved_at IS NULL";
const reopenSql = "UPDATE comment_thread SET resolved_at = NULL, resolved_by = NULL WHERE id = $1";
