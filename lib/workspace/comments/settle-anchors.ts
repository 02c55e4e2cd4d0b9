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
  const moved = rows.flatMap((row) => {
    const before = anchorOf(row);
    const after = before && settled(before, text);
    return before === undefined || after === undefined || isSame(before, after) ? [] : [{ id: row.id, before, after }];
  });
  if (moved.length === 0) return false;
  const column = <T>(read: (after: Anchor) => T) => moved.map(({ after }) => read(after));
  await tx.query(updateSql, [
    moved.map(({ id }) => id),
    column(({ slideId }) => slideId),
    column(({ generation }) => generation),
    column(({ positions }) => positions && Buffer.from(positions.start)),
    column(({ positions }) => positions && Buffer.from(positions.end)),
    column(({ heldText }) => heldText),
    column(({ placeInSlide }) => placeInSlide),
    column(({ occurrences }) => occurrences),
  ]);
  return moved.some(({ before, after }) => before.positions !== after.positions || before.slideId !== after.slideId);
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
  UPDATE comment_thread t SET slide_id = m.slide_id, generation = m.generation, rel_start = m.rel_start, rel_end = m.rel_end,
         held_text = m.held_text, place_in_slide = m.place_in_slide, occurrences = m.occurrences
    FROM unnest($1::uuid[], $2::uuid[], $3::int[], $4::bytea[], $5::bytea[], $6::text[], $7::int[], $8::int[])
      AS m (id, slide_id, generation, rel_start, rel_end, held_text, place_in_slide, occurrences)
   WHERE t.id = m.id`;
