import type { DeckId, SlideId, UserId } from "@/lib/api/ids";
import type { Verdict } from "@/lib/api/reviews";
import { AppError } from "@/lib/errors";
import { announceChange } from "@/lib/workspace/comments/announce";
import { createThread } from "@/lib/workspace/comments/create";
import type { CommentsContext } from "@/lib/workspace/comments/list";

export interface PutReviewOptions {
  readonly slideId: SlideId;
  readonly userId: UserId;
  readonly verdict: Verdict | null;
  /** Of the text that was looked at. */
  readonly textHash: string;
  /** What is to change; begins a conversation about the slide. */
  readonly body: string | undefined;
}

/**
 * Says of one slide that it is good, or what is to change in it; null takes that back. Throws 404 where the slide is not in
 * the deck, 409 where it has another text by now: nobody approves of what they have not seen.
 */
export async function putReview(
  context: CommentsContext,
  deckId: DeckId,
  { slideId, userId, verdict, textHash, body }: PutReviewOptions,
): Promise<void> {
  const { pool, collab } = context;
  const { rows } = await pool.query<{ text_hash: string; rel_start: Buffer }>(
    "SELECT text_hash, rel_start FROM slide WHERE id = $1 AND deck_id = $2 AND gone_seq IS NULL",
    [slideId, deckId],
  );
  const [slide] = rows;
  if (slide === undefined) throw new AppError("not-found", "This slide is not in the deck any more.");
  if (verdict === null) {
    await pool.query("DELETE FROM slide_approval WHERE slide_id = $1 AND user_id = $2", [slideId, userId]);
  } else {
    if (slide.text_hash !== textHash) throw new AppError("conflict", "This slide has changed since you looked at it. Look again, and decide then.");
    await pool.query(putSql, [slideId, userId, deckId, textHash, verdict]);
  }
  if (verdict === "change" && body !== undefined) {
    const [at = "gone"] = (await collab.readRest(deckId)).places.locate([slide.rel_start]);
    await createThread(context, deckId, { userId, comment: { body, ...(at === "gone" ? {} : { at }) } });
  } else {
    announceChange(context, deckId);
  }
}

const putSql = `
  INSERT INTO slide_approval (slide_id, user_id, deck_id, text_hash, verdict) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (slide_id, user_id) DO UPDATE SET text_hash = excluded.text_hash, verdict = excluded.verdict, created_at = now()`;
