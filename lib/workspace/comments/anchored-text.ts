import type { DeckId } from "@/lib/api/ids";
import type { CommittedText } from "@/lib/collab/server/committed-text";
import type { AnchoredText } from "@/lib/workspace/comments/anchor";
import type { Database } from "@/lib/workspace/database";

/**
 * A committed text with the slides that are known in it. Its last edits may not have settled: a slide then begins where
 * its row's position is by now, and ends where the next one begins.
 */
export async function readAnchoredText(
  { pool }: Pick<Database, "pool">,
  deckId: DeckId,
  { generation, markdown, places }: CommittedText,
): Promise<AnchoredText> {
  const { rows } = await pool.query<{ id: string; rel_start: Buffer }>(
    "SELECT id, rel_start FROM slide WHERE deck_id = $1 AND gone_seq IS NULL AND generation = $2 ORDER BY position",
    [deckId, generation],
  );
  const found = places.locate(rows.map(({ rel_start }) => rel_start));
  const starts = rows.flatMap(({ id }, index) => {
    const start = found[index];
    return start === undefined || start === "gone" ? [] : [{ id, start }];
  });
  starts.sort((one, other) => one.start - other.start);
  return {
    generation,
    markdown,
    places,
    slides: starts.map((slide, index) => ({ ...slide, end: starts[index + 1]?.start ?? markdown.length })),
  };
}
