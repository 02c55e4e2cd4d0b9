import { versionIdSchema, type DeckId } from "@/lib/api/ids";
import { parseDeck } from "@/lib/deck";
import { inTransaction, type Database } from "@/lib/workspace/database";
import { readSlideTexts } from "@/lib/workspace/slides/slide-text";
import { recordSlides } from "@/lib/workspace/versions/record-slides";
import { thinVersions } from "@/lib/workspace/versions/thin";

/** While people write a version is kept so often. */
const everyMinutes = 10;

/**
 * A text has settled: what was there before it becomes a version, where the newest one (or the deck itself) is ten minutes
 * old and has another text. The one before, since it is about to be lost: so the first edit of a morning keeps how the deck
 * was left the evening before. To be called before the settled text is derived. Of several processes that see one text
 * settle one keeps it: the statement reads what was derived last, and a unique index has each such text once.
 */
export async function keepAutomatically(
  ground: Pick<Database, "pool">,
  deckId: DeckId,
  { generation, seq }: { readonly generation: number; readonly seq: number },
): Promise<boolean> {
  return keepDerived(ground, deckId, { generation, seq, minutes: everyMinutes });
}

/** A part of the deck can't be read any more: what was derived while it was whole becomes a version, where no newer one is there. */
export async function keepLastWhole(ground: Pick<Database, "pool">, deckId: DeckId): Promise<boolean> {
  return keepDerived(ground, deckId, { ...behindAll, minutes: 0 });
}

/** Behind every row of every generation. */
const behindAll = { generation: 2 ** 31 - 1, seq: Number.MAX_SAFE_INTEGER };

/** Keeps the text that was derived last, where it is from before a row and the newest version is so many minutes old. */
async function keepDerived(
  { pool }: Pick<Database, "pool">,
  deckId: DeckId,
  { generation, seq, minutes }: { readonly generation: number; readonly seq: number; readonly minutes: number },
): Promise<boolean> {
  const isKept = await inTransaction(pool, async (tx) => {
    const { rows } = await tx.query<{ id: string; markdown: string }>(keepSql, [deckId, generation, seq, minutes]);
    const [kept] = rows;
    if (kept === undefined) return false;
    const slides = readSlideTexts(parseDeck(kept.markdown));
    await recordSlides(tx, deckId, { versionId: versionIdSchema.parse(kept.id), slides });
    return true;
  });
  if (isKept) await thinVersions({ pool }, deckId);
  return isKept;
}

/** Dated by when the text settled, and signed by who wrote last. */
const keepSql = `
  INSERT INTO deck_version (deck_id, generation, seq, kind, author_id, author_ids, markdown, slides, created_at)
  SELECT t.deck_id, t.generation, t.seq, 'automatic', d.last_edited_by,
         ARRAY(SELECT w.user_id FROM deck_writer w WHERE w.deck_id = t.deck_id AND w.seq > coalesce(newest.seq, 0)),
         t.markdown, t.slides, t.updated_at
    FROM deck_text t
    JOIN deck d ON d.id = t.deck_id
    LEFT JOIN LATERAL (
      SELECT generation, seq, markdown, kept_at FROM deck_version v WHERE v.deck_id = t.deck_id ORDER BY created_at DESC, id DESC LIMIT 1
    ) newest ON true
   WHERE t.deck_id = $1 AND (t.generation, t.seq) < ($2::int, $3::bigint)
     AND coalesce(newest.kept_at, d.created_at) <= now() - make_interval(mins => $4::int)
     AND (newest.seq IS NULL OR (newest.generation, newest.seq) < (t.generation, t.seq))
     AND newest.markdown IS DISTINCT FROM t.markdown
  ON CONFLICT (deck_id, generation, seq) WHERE kind = 'automatic' DO NOTHING
  RETURNING id, markdown`;
