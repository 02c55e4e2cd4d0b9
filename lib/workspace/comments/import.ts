import { randomUUID } from "node:crypto";
import type { ImportCommentsBody } from "@/lib/api/comments";
import { commentIdSchema, type DeckId, type UserId } from "@/lib/api/ids";
import { maxCommentLength } from "@/lib/api/limits";
import { findAnchor, makeAnchor, type Anchor, type AnchoredText } from "@/lib/workspace/comments/anchor";
import { readAnchoredText } from "@/lib/workspace/comments/anchored-text";
import { announceChange } from "@/lib/workspace/comments/announce";
import { insertThread } from "@/lib/workspace/comments/insert-thread";
import type { CommentsContext } from "@/lib/workspace/comments/list";
import { inTransaction } from "@/lib/workspace/database";
import { namelessGuest } from "@/lib/collab/protocol/person-name";

type SentThread = ImportCommentsBody["threads"][number];

/**
 * Adds the threads of a deck that was taken along: each at its words where the text has them, else waiting for them at the
 * slide of the same number. What others said is signed in its words, since nobody may speak as somebody else. No inbox hears
 * of it. Throws 409 where there would be too many.
 */
export async function importComments(
  context: CommentsContext,
  deckId: DeckId,
  { threads, userId }: { readonly threads: readonly SentThread[]; readonly userId: UserId },
): Promise<number> {
  const { pool, collab } = context;
  const text = await readAnchoredText({ pool }, deckId, await collab.readRest(deckId));
  await inTransaction(pool, async (tx) => {
    for (const thread of threads) {
      const slide = thread.slide === null ? undefined : text.slides[Math.min(thread.slide, text.slides.length - 1)];
      const anchor = thread.quote === null ? undefined : anchorFor(thread, { quote: thread.quote, slideId: slide?.id ?? null, text });
      const threadId = commentIdSchema.parse(randomUUID());
      const quote = thread.quote ?? undefined;
      await insertThread(tx, deckId, { id: threadId, slideId: anchor?.slideId ?? slide?.id, quote, anchor, resolvedAt: thread.resolved?.at });
      for (const [index, { author, body, createdAt }] of thread.comments.entries()) {
        const signed = author?.id === userId ? body : `${author?.name || namelessGuest}: ${body}`.slice(0, maxCommentLength);
        await tx.query("INSERT INTO comment (id, thread_id, author_id, body, created_at) VALUES ($1, $2, $3, $4, $5)", [
          index === 0 ? threadId : randomUUID(),
          threadId,
          userId,
          signed,
          createdAt,
        ]);
      }
    }
  });
  announceChange(context, deckId);
  return threads.length;
}

interface AnchorForOptions {
  readonly quote: string;
  readonly slideId: string | null;
  readonly text: AnchoredText;
}

function anchorFor({ range }: SentThread, { quote, slideId, text }: AnchorForOptions): Anchor {
  if (range !== null && text.markdown.slice(range.start, range.end) === quote) return makeAnchor(range, text);
  const waiting: Anchor = { generation: null, positions: null, heldText: quote, placeInSlide: 0, occurrences: 1, slideId };
  const found = findAnchor(waiting, text);
  return found === undefined ? waiting : makeAnchor(found.range, text);
}
