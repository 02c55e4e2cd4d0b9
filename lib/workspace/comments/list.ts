import type { CommentThread } from "@/lib/api/comments";
import type { DeckId, UserId } from "@/lib/api/ids";
import type { Collab } from "@/lib/collab/server/collab";
import { findAnchor, makeAnchor } from "@/lib/workspace/comments/anchor";
import { readAnchoredText } from "@/lib/workspace/comments/anchored-text";
import {
  anchorOf,
  commentNotFound,
  threadColumnsSql,
  threadFromSql,
  toThread,
  type CommentRow,
  type ThreadRow,
} from "@/lib/workspace/comments/thread-row";
import type { Database } from "@/lib/workspace/database";

export type CommentsContext = Pick<Database, "pool"> & { readonly collab: Pick<Collab, "readRest" | "hint"> };

interface ReadThreadsOptions {
  readonly userId: UserId;
  /** This one alone. */
  readonly threadId?: string;
}

/**
 * A deck's threads with their places in the text of this moment, in the order of the text; those about the deck come
 * first, those whose words are gone where their slide is.
 */
export async function listThreads(
  { pool, collab }: CommentsContext,
  deckId: DeckId,
  { userId, threadId }: ReadThreadsOptions,
): Promise<CommentThread[]> {
  const { rows } = await pool.query<ThreadRow>(
    `SELECT ${threadColumnsSql} FROM ${threadFromSql} WHERE t.deck_id = $1 AND ($2::uuid IS NULL OR t.id = $2) ORDER BY t.created_at, t.id`,
    [deckId, threadId ?? null],
  );
  const { rows: comments } = await pool.query<CommentRow>(commentsSql, [rows.map(({ id }) => id)]);
  const isAnchored = rows.some(({ held_text }) => held_text !== null);
  const text = isAnchored ? await readAnchoredText({ pool }, deckId, await collab.readRest(deckId)) : undefined;
  const byThread = new Map(rows.map(({ id }): [string, CommentRow[]] => [id, []]));
  for (const comment of comments) byThread.get(comment.thread_id)?.push(comment);
  const threads = rows.map((row) => {
    const anchor = anchorOf(row);
    const found = anchor && text && findAnchor(anchor, text);
    const positions = found && text && !found.isHeld ? makeAnchor(found.range, text).positions : (anchor?.positions ?? null);
    return toThread(row, { comments: byThread.get(row.id) ?? [], found, positions, userId });
  });
  const startOf = (thread: CommentThread) => thread.range?.start ?? text?.slides.find(({ id }) => id === thread.slideId)?.start;
  return threads.toSorted((one, other) => (one.slide ?? -1) - (other.slide ?? -1) || (startOf(one) ?? -1) - (startOf(other) ?? -1));
}

/** One thread. Throws 404 where it is not there any more. */
export async function getThread(context: CommentsContext, deckId: DeckId, options: Required<ReadThreadsOptions>): Promise<CommentThread> {
  const [thread] = await listThreads(context, deckId, options);
  if (thread === undefined) throw commentNotFound();
  return thread;
}

const commentsSql = `
  SELECT c.id, c.thread_id, c.author_id, a.name AS author_name, c.body, c.created_at, c.edited_at
    FROM comment c LEFT JOIN person a ON a.id = c.author_id WHERE c.thread_id = ANY($1::uuid[]) ORDER BY c.created_at, c.id`;
