import type { PoolClient } from "pg";
import type { CommentId, DeckId } from "@/lib/api/ids";
import { maxThreadsPerDeck } from "@/lib/api/limits";
import { AppError } from "@/lib/errors";
import type { Anchor } from "@/lib/workspace/comments/anchor";

export interface InsertThreadOptions {
  readonly id: CommentId;
  readonly slideId: string | null | undefined;
  readonly quote: string | undefined;
  /** Undefined for a thread about a slide or the deck. */
  readonly anchor: Anchor | undefined;
  readonly resolvedAt?: string | undefined;
}

/** The row of a thread, without its comments. Throws 409 where the deck has as many as it may. */
export async function insertThread(tx: PoolClient, deckId: DeckId, { id, slideId, quote, anchor, resolvedAt }: InsertThreadOptions): Promise<void> {
  const { rowCount } = await tx.query(insertSql, [
    id,
    deckId,
    slideId ?? null,
    quote ?? null,
    anchor?.positions ? anchor.generation : null,
    anchor?.positions ? Buffer.from(anchor.positions.start) : null,
    anchor?.positions ? Buffer.from(anchor.positions.end) : null,
    anchor?.heldText ?? null,
    anchor?.placeInSlide ?? 0,
    anchor?.occurrences ?? 1,
    resolvedAt ?? null,
    maxThreadsPerDeck,
  ]);
  if (rowCount === 1) return;
  throw new AppError("conflict", `A deck holds up to ${maxThreadsPerDeck} conversations. Delete some that are done with, and try again.`);
}

const insertSql = `
  INSERT INTO comment_thread (id, deck_id, slide_id, quote, generation, rel_start, rel_end, held_text, place_in_slide, occurrences, resolved_at)
  SELECT $1::uuid, $2::uuid, $3::uuid, $4::text, $5::int, $6::bytea, $7::bytea, $8::text, $9::int, $10::int, $11::timestamptz
   WHERE (SELECT count(*) FROM comment_thread WHERE deck_id = $2) < $12::int`;
