import { randomUUID } from "node:crypto";
import type { CommentThread, CreateCommentBody } from "@/lib/api/comments";
import { commentIdSchema, type DeckId, type UserId } from "@/lib/api/ids";
import type { TextRange } from "@/lib/collab/server/text-places";
import { AppError } from "@/lib/errors";
import { findAnchor, makeAnchor, slideAtOffset, type Anchor, type AnchoredText } from "@/lib/workspace/comments/anchor";
import { readAnchoredText } from "@/lib/workspace/comments/anchored-text";
import { announceComment } from "@/lib/workspace/comments/announce";
import { insertThread } from "@/lib/workspace/comments/insert-thread";
import { getThread, type CommentsContext } from "@/lib/workspace/comments/list";
import { inTransaction } from "@/lib/workspace/database";

export interface CreateThreadOptions {
  readonly userId: UserId;
  readonly comment: CreateCommentBody;
}

/**
 * Begins a thread about a stretch of the text, a slide or the deck. Posting never depends on the text that the sender has:
 * where the stretch is another by now, its quote is looked for, and where that is not there (yet) the thread waits for it at
 * its slide. Throws 409 where the deck has too many, 422 for a range that is outside of the text.
 */
export async function createThread(context: CommentsContext, deckId: DeckId, { userId, comment }: CreateThreadOptions): Promise<CommentThread> {
  const { pool, collab } = context;
  const { range, at, body } = comment;
  const text = await readAnchoredText({ pool }, deckId, await collab.readRest(deckId));
  const anchor = range === undefined ? undefined : anchorFor(range, { comment, text });
  const slideId = anchor === undefined ? (at === undefined ? undefined : slideAtOffset(text.slides, at)?.id) : anchor.slideId;
  const id = commentIdSchema.parse(randomUUID());
  await inTransaction(pool, async (tx) => {
    await insertThread(tx, deckId, { id, slideId, quote: comment.quote ?? anchor?.heldText, anchor });
    await tx.query("INSERT INTO comment (id, thread_id, author_id, body) VALUES ($1, $1, $2, $3)", [id, userId, body]);
  });
  await announceComment(context, deckId, { commentId: id, threadId: id, authorId: userId, body });
  return getThread(context, deckId, { userId, threadId: id });
}

/** The sender's positions first, then the offsets where they hold what the sender sees, then the quote wherever it is. */
function anchorFor(range: TextRange, { comment, text }: { readonly comment: CreateCommentBody; readonly text: AnchoredText }): Anchor {
  const { quote, anchor } = comment;
  const { markdown } = text;
  const sent = anchor && locateSent(anchor, text);
  if (sent !== undefined) return makeAnchor(sent, text);
  if (range.end <= markdown.length && (quote === undefined || markdown.slice(range.start, range.end) === quote)) return makeAnchor(range, text);
  if (quote === undefined) {
    throw new AppError("unprocessable", `This range ends behind the text, which has ${markdown.length} characters. Load the text again.`);
  }
  const slide = slideAtOffset(text.slides, range.start);
  const waiting: Anchor = {
    generation: null,
    positions: null,
    heldText: quote,
    placeInSlide: Math.max(0, range.start - (slide?.start ?? 0)),
    occurrences: 1,
    slideId: slide?.id ?? null,
  };
  const found = findAnchor(waiting, text);
  return found === undefined ? waiting : makeAnchor(found.range, text);
}

function locateSent({ start, end }: { readonly start: string; readonly end: string }, { places }: AnchoredText): TextRange | undefined {
  try {
    const range = places.locateRange({ start: Buffer.from(start, "base64"), end: Buffer.from(end, "base64") });
    return range === "gone" ? undefined : range;
  } catch {
    // No relative positions at all: offsets and quote are there for that.
    return undefined;
  }
}
