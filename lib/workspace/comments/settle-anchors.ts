import type { PoolClient } from "pg";
import type { DeckId } from "@/lib/api/ids";
import { findAnchor, makeAnchor, slideAtOffset, type Anchor, type AnchoredText } from "@/lib/workspace/comments/anchor";
import { anchorOf, type ThreadRow } from "@/lib/workspace/comments/thread-row";

/**
 * Brings the threads of a deck to a settled text: which slide each is in by now, what its stretch holds, and new positions
 * where its own characters are gone and the same ones were found. What is gone stays as it was last seen, so that it is
 * found when it comes back. Runs in the transaction that settles the slides. Returns whether somebody has to fetch them anew.
 */
export async function settleAnchors(tx: PoolClient, deckId: DeckId, text: AnchoredText): Promise<boolean> {
  const { rows } = await tx.query<ThreadRow>(
    `SELECT id, slide_id, generation, rel_start, rel_end, held_text, place_in_slide, occurrences
       FROM comment_thread WHERE deck_id = $1 AND held_text IS NOT NULL`,
    [deckId],
  );
  let isMoved = false;
  for (const row of rows) {
    const before = anchorOf(row);
    const after = before && settled(before, text);
    if (before === undefined || after === undefined || isSame(before, after)) continue;
    await tx.query(updateSql, [
      row.id,
      after.slideId,
      after.generation,
      after.positions === null ? null : Buffer.from(after.positions.start),
      after.positions === null ? null : Buffer.from(after.positions.end),
      after.heldText,
      after.placeInSlide,
      after.occurrences,
    ]);
    isMoved ||= before.positions !== after.positions || before.slideId !== after.slideId;
  }
  return isMoved;
}

/** Undefined where it is not to be found in this text. */
function settled(anchor: Anchor, text: AnchoredText): Anchor | undefined {
  const found = findAnchor(anchor, text);
  if (found === undefined) return undefined;
  const { range, isHeld } = found;
  const heldText = text.markdown.slice(range.start, range.end);
  if (!isHeld || heldText !== anchor.heldText) return { ...makeAnchor(range, text), ...(isHeld ? { positions: anchor.positions } : {}) };
  const slide = slideAtOffset(text.slides, range.start);
  return { ...anchor, slideId: slide?.id ?? anchor.slideId, placeInSlide: range.start - (slide?.start ?? 0) };
}

function isSame(one: Anchor, other: Anchor): boolean {
  return (
    one.positions === other.positions &&
    one.slideId === other.slideId &&
    one.heldText === other.heldText &&
    one.placeInSlide === other.placeInSlide &&
    one.occurrences === other.occurrences
  );
}

const updateSql = `
  UPDATE comment_thread SET slide_id = $2, generation = $3, rel_start = $4, rel_end = $5, held_text = $6, place_in_slide = $7, occurrences = $8
   WHERE id = $1`;
