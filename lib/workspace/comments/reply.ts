import { randomUUID } from "node:crypto";
import type { CommentThread } from "@/lib/api/comments";
import type { CommentId, DeckId, UserId } from "@/lib/api/ids";
import { maxCommentsPerThread } from "@/lib/api/limits";
import { AppError } from "@/lib/errors";
import { announceComment } from "@/lib/workspace/comments/announce";
import { getThread, type CommentsContext } from "@/lib/workspace/comments/list";
import { commentNotFound } from "@/lib/workspace/comments/thread-row";

export interface ReplyOptions {
  readonly commentId: CommentId;
  readonly userId: UserId;
  readonly body: string;
}

/**
 * Answers in the thread that a comment belongs to; a thread that was resolved is open again. Throws 404 where it is not
 * there any more, 409 where it is full.
 */
export async function replyTo(context: CommentsContext, deckId: DeckId, { commentId, userId, body }: ReplyOptions): Promise<CommentThread> {
  const { pool } = context;
  const { rows } = await pool.query<{ id: string; count: number }>(threadSql, [deckId, commentId]);
  const [thread] = rows;
  if (thread === undefined) throw commentNotFound();
  if (thread.count >= maxCommentsPerThread) {
    throw new AppError("conflict", `A conversation holds up to ${maxCommentsPerThread} comments. Begin another one.`);
  }
  const id = randomUUID();
  await pool.query(replySql, [id, thread.id, userId, body]);
  await announceComment(context, deckId, { commentId: id, threadId: thread.id, authorId: userId, body });
  return getThread(context, deckId, { userId, threadId: thread.id });
}

const threadSql = `
  SELECT t.id, (SELECT count(*)::int FROM comment WHERE thread_id = t.id) AS count
    FROM comment c JOIN comment_thread t ON t.id = c.thread_id WHERE t.deck_id = $1 AND c.id = $2`;

const replySql = `
  WITH said AS (INSERT INTO comment (id, thread_id, author_id, body) VALUES ($1, $2, $3, $4) RETURNING thread_id)
  UPDATE comment_thread t SET resolved_at = NULL, resolved_by = NULL FROM said WHERE t.id = said.thread_id`;
