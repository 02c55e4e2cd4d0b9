import type { PoolClient } from "pg";
import { versionIdSchema, type DeckId, type UserId, type VersionId } from "@/lib/api/ids";
import type { VersionKind } from "@/lib/api/versions";
import type { CommittedText } from "@/lib/collab/server/committed-text";
import { parseDeck } from "@/lib/deck";
import { storable } from "@/lib/workspace/decks/storable";
import { readSlideTexts } from "@/lib/workspace/slides/slide-text";
import { recordSlides } from "@/lib/workspace/versions/record-slides";

export interface InsertVersionOptions {
  readonly text: Pick<CommittedText, "generation" | "seq" | "markdown">;
  readonly kind: VersionKind;
  readonly userId: UserId;
  readonly name?: string | undefined;
}

/** Makes a text a version of its deck, with who wrote since the one before and with its slides. */
export async function insertVersion(tx: PoolClient, deckId: DeckId, { text, kind, userId, name }: InsertVersionOptions): Promise<VersionId> {
  const markdown = storable(text.markdown);
  const slides = readSlideTexts(parseDeck(markdown));
  const { rows } = await tx.query<{ id: string }>(
    `INSERT INTO deck_version (deck_id, generation, seq, kind, name, author_id, author_ids, markdown, slides)
     VALUES ($1, $2, $3, $4, $5, $6, ${writersSinceSql}, $7, $8) RETURNING id`,
    [deckId, text.generation, text.seq, kind, name ?? null, userId, markdown, slides.length],
  );
  const versionId = versionIdSchema.parse(rows[0]?.id);
  await recordSlides(tx, deckId, { versionId, slides });
  return versionId;
}

/** Who wrote up to row `$3` of the log of deck `$1` since its last version; rows that have not settled are in the log yet. */
export const writersSinceSql = `ARRAY(
  SELECT w.user_id FROM deck_writer w WHERE w.deck_id = $1 AND w.seq > ${lastVersionSql()}
  UNION
  SELECT unnest(u.user_ids) FROM collab_update u WHERE u.doc_id = $1 AND u.seq > ${lastVersionSql()} AND u.seq <= $3)`;

function lastVersionSql(): string {
  return "coalesce((SELECT max(v.seq) FROM deck_version v WHERE v.deck_id = $1 AND v.seq < $3), 0)";
}
