import { slideHistorySchema, type SlideHistory, type SlidePast } from "@/lib/api/slide-history";
import { versionIdSchema, type DeckId, type SlideId } from "@/lib/api/ids";
import { AppError } from "@/lib/errors";
import type { Database } from "@/lib/workspace/database";
import { namelessGuest } from "@/lib/collab/protocol/person-name";

/** Versions of a slide that are looked at; thinning keeps a history far below. */
const maxVersions = 1_000;

interface PastRow {
  readonly text_hash: string;
  readonly text: string;
  readonly version_id: string;
  readonly created_at: Date;
  readonly authors: readonly string[];
  readonly position: number;
}

/** What one slide was, through all moves and edits, as versions have it. Throws 404 where the deck never had it. */
export async function getSlideHistory(
  { pool }: Pick<Database, "pool">,
  deckId: DeckId,
  { slideId }: { readonly slideId: SlideId },
): Promise<SlideHistory> {
  const { rows } = await pool.query<{ text: string | null; text_hash: string; position: number; gone_seq: string | null }>(
    "SELECT text, text_hash, position, gone_seq FROM slide WHERE id = $1 AND deck_id = $2",
    [slideId, deckId],
  );
  const [slide] = rows;
  if (slide === undefined) throw slideNotFound();
  const past = foldEqual((await pool.query<PastRow>(pastSql, [slideId, deckId, maxVersions])).rows);
  const isGone = slide.gone_seq !== null;
  const isInVersion = past[0]?.textHash === slide.text_hash;
  const now: SlidePast[] =
    slide.text === null || isInVersion
      ? []
      : [{ textHash: slide.text_hash, text: slide.text, versionId: null, since: null, authors: [], position: slide.position }];
  return slideHistorySchema.parse({ id: slideId, isGone, texts: [...now, ...past] });
}

/** Of versions one after the other with one text the first is told: that is when the text came. */
function foldEqual(rows: readonly PastRow[]): readonly SlidePast[] {
  const first = rows.filter((row, index) => rows[index + 1]?.text_hash !== row.text_hash);
  return first.map((row) => ({
    textHash: row.text_hash,
    text: row.text,
    versionId: versionIdSchema.parse(row.version_id),
    since: row.created_at.toISOString(),
    authors: row.authors.map((name) => name || namelessGuest),
    position: row.position,
  }));
}

export function slideNotFound(): AppError {
  return new AppError("not-found", "This deck has no such slide.");
}

const pastSql = `
  SELECT s.text_hash, t.text, v.id AS version_id, v.created_at, s.position,
         ARRAY(SELECT p.name FROM person p WHERE p.id = ANY (v.author_ids) ORDER BY p.name) AS authors
    FROM version_slide s JOIN deck_version v ON v.id = s.version_id JOIN slide_text t ON t.deck_id = v.deck_id AND t.hash = s.text_hash
   WHERE s.slide_id = $1 AND v.deck_id = $2 ORDER BY v.created_at DESC, v.id DESC LIMIT $3`;
