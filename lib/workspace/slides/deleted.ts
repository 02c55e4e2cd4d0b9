import { deletedSlidesSchema, type DeletedSlides } from "@/lib/api/slide-history";
import type { DeckId } from "@/lib/api/ids";
import type { Database } from "@/lib/workspace/database";
import { namelessGuest } from "@/lib/collab/protocol/person-name";

const maxShown = 100;

/** The slides that were deleted, the latest first; not those whose whole text lives on in another one. */
export async function listDeletedSlides({ pool }: Pick<Database, "pool">, deckId: DeckId): Promise<DeletedSlides> {
  const { rows } = await pool.query<{
    id: string;
    text: string;
    position: number;
    gone_at: Date | null;
    by_id: string | null;
    by_name: string | null;
  }>(
    `SELECT s.id, s.text, s.position, s.gone_at, p.id AS by_id, p.name AS by_name
       FROM slide s JOIN deck_text t ON t.deck_id = s.deck_id LEFT JOIN person p ON p.id = s.gone_by
      WHERE s.deck_id = $1 AND s.gone_seq IS NOT NULL AND s.text <> '' AND position(s.text in t.markdown) = 0
      ORDER BY s.gone_seq DESC, s.position LIMIT $2`,
    [deckId, maxShown],
  );
  return deletedSlidesSchema.parse({
    slides: rows.map(({ id, text, position, gone_at, by_id, by_name }) => ({
      id,
      text,
      position,
      goneAt: gone_at?.toISOString() ?? null,
      goneBy: by_id === null ? null : by_name || namelessGuest,
    })),
  });
}
