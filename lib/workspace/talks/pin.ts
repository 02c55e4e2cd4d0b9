import type { Pool, PoolClient } from "pg";
import { AppError } from "@/lib/errors";
import { versionIdSchema, type DeckId, type UserId, type VersionId } from "@/lib/api/ids";
import type { CommittedText } from "@/lib/collab/server/collab";
import { parseDeck } from "@/lib/deck";
import { storable } from "@/lib/workspace/decks/storable";

/** Keeps a text as a version of its deck, for an audience to see whatever is edited meanwhile. */
export async function pinText(
  tx: Pick<Pool | PoolClient, "query">,
  deckId: DeckId,
  { text, userId }: { readonly text: Pick<CommittedText, "generation" | "seq" | "markdown">; readonly userId: UserId },
): Promise<VersionId> {
  const { rows } = await tx.query<{ id: string }>(
    `INSERT INTO deck_version (deck_id, generation, seq, kind, author_id, markdown, slides)
     VALUES ($1, $2, $3, 'talk', $4, $5, $6) RETURNING id`,
    [deckId, text.generation, text.seq, userId, storable(text.markdown), parseDeck(text.markdown).slides.length],
  );
  return versionIdSchema.parse(rows[0]?.id);
}

/** The text of a version. */
export async function readPinned(pool: Pick<Pool, "query">, versionId: VersionId): Promise<string> {
  const { rows } = await pool.query<{ markdown: string }>("SELECT markdown FROM deck_version WHERE id = $1", [versionId]);
  const [row] = rows;
  if (!row) throw new AppError("not-found", "The version that this talk shows is gone.");
  return row.markdown;
}
