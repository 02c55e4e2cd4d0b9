import type { DeckId } from "@/lib/api/ids";
import { parseDeck } from "@/lib/deck";
import type { TextPlaces } from "@/lib/collab/server/text-places";
import { inTransaction, type Database } from "@/lib/workspace/database";
import { coverDiagrams, deriveText } from "@/lib/workspace/decks/deck-text";
import { settleAnchors } from "@/lib/workspace/comments/settle-anchors";
import { storable } from "@/lib/workspace/decks/storable";
import { getDiagrams } from "@/lib/workspace/diagrams/get";
import { listFileWidths } from "@/lib/workspace/files/list";
import { indexSlides } from "@/lib/workspace/search/slide-index";
import { titleKey } from "@/lib/workspace/search/words";
import { settleSlides } from "@/lib/workspace/slides/settle";
import { readSlideTexts } from "@/lib/workspace/slides/slide-text";

/** A text as it stands at one row of the log. */
export interface SettledText {
  readonly generation: number;
  readonly seq: number;
  readonly markdown: string;
  readonly places: TextPlaces;
}

/**
 * Writes what is derived from a settled text, by compare-and-set on (generation, seq): several processes may try, the
 * newest text stays whatever order they arrive in. Returns whether this one was newer than what was there.
 * `onCommentsMoved` hears of comments that whoever has the deck open has to fetch anew.
 */
export async function deriveDeck(
  { pool, onCommentsMoved }: Pick<Database, "pool"> & { readonly onCommentsMoved?: () => void },
  deckId: DeckId,
  { generation, seq, markdown: settled, places }: SettledText,
): Promise<boolean> {
  const markdown = storable(settled);
  const { rows } = await pool.query<{ known: boolean; slides_lack: boolean }>(knownSql, [deckId, generation, seq]);
  if (rows[0]?.known === true) {
    if (rows[0].slides_lack) await addSlides({ pool }, deckId, { generation, seq, markdown, places });
    return false;
  }
  const diagrams = await getDiagrams({ pool }, deckId, { hashes: coverDiagrams(markdown) });
  const { title, cover, slides, searched, words } = await deriveText(markdown, { deckId, files: await listFileWidths({ pool }, deckId), diagrams });
  let isCommentMoved = false;
  const isNewer = await inTransaction(pool, async (tx) => {
    const written = await tx.query(upsertSql, [
      deckId,
      generation,
      seq,
      markdown,
      title,
      cover.html,
      cover.theme,
      cover.scheme,
      cover.aspectRatio,
      slides.length,
      words,
    ]);
    if (written.rowCount === 0) return false;
    const ids = await settleSlides(tx, deckId, { generation, seq, slides, places });
    const stretches = slides.map(({ start, end }, index) => ({ id: ids[index] ?? "", start, end }));
    isCommentMoved = await settleAnchors(tx, deckId, { generation, markdown, places, slides: stretches });
    await indexSlides(tx, deckId, searched);
    await tx.query(lastEditSql, [deckId, seq, titleKey(title)]);
    await tx.query(writersSql, [deckId, seq]);
    return true;
  });
  if (isCommentMoved) onCommentsMoved?.();
  return isNewer;
}

/**
 * A picture came to the deck, or diagrams were drawn: its cover may show them now. With `diagrams` only a cover that holds
 * one of these is made anew. A text that settles meanwhile brings a newer cover itself.
 */
export async function renewCover(
  { pool }: Pick<Database, "pool">,
  deckId: DeckId,
  { diagrams: drawn }: { readonly diagrams?: readonly string[] } = {},
): Promise<void> {
  const { rows } = await pool.query<{ markdown: string; generation: number; seq: string }>(
    "SELECT markdown, generation, seq FROM deck_text WHERE deck_id = $1",
    [deckId],
  );
  const text = rows[0];
  if (!text) return;
  const hashes = coverDiagrams(text.markdown);
  if (drawn && !drawn.some((hash) => hashes.includes(hash))) return;
  const diagrams = await getDiagrams({ pool }, deckId, { hashes });
  const { cover } = await deriveText(text.markdown, { deckId, files: await listFileWidths({ pool }, deckId), diagrams });
  await pool.query("UPDATE deck_text SET cover_html = $4 WHERE deck_id = $1 AND generation = $2 AND seq = $3", [
    deckId,
    text.generation,
    text.seq,
    cover.html,
  ]);
}

/** A deck from before slides had ids has a text and no slides: they come as soon as somebody opens it. */
async function addSlides({ pool }: Pick<Database, "pool">, deckId: DeckId, { generation, seq, markdown, places }: SettledText): Promise<void> {
  const slides = readSlideTexts(parseDeck(markdown));
  await inTransaction(pool, async (tx) => {
    const { rowCount } = await tx.query("SELECT FROM deck_text WHERE deck_id = $1 AND generation = $2 AND seq = $3 FOR UPDATE", [
      deckId,
      generation,
      seq,
    ]);
    if (rowCount === 1) await settleSlides(tx, deckId, { generation, seq, slides, places });
  });
}

/** Is a text at least as new there already, and are its slides? */
const knownSql = `
  SELECT (generation, seq) >= ($2::int, $3::bigint) AS known,
         (generation, seq) = ($2::int, $3::bigint) AND NOT EXISTS (SELECT FROM slide s WHERE s.deck_id = t.deck_id) AS slides_lack
    FROM deck_text t WHERE deck_id = $1`;

/** Also inserts, where a deck's row was lost; a deck that was deleted meanwhile gets none. */
const upsertSql = `
  INSERT INTO deck_text AS t (deck_id, generation, seq, markdown, title, cover_html, cover_theme, cover_scheme, cover_aspect_ratio, slides, words)
  SELECT $1::uuid, $2::int, $3::bigint, $4::text, $5::text, $6::text, $7::text, $8::text, $9::text, $10::int, $11::int
   WHERE EXISTS (SELECT FROM deck WHERE id = $1::uuid)
  ON CONFLICT (deck_id) DO UPDATE SET
    generation = excluded.generation, seq = excluded.seq, markdown = excluded.markdown, title = excluded.title,
    cover_html = excluded.cover_html, cover_theme = excluded.cover_theme, cover_scheme = excluded.cover_scheme,
    cover_aspect_ratio = excluded.cover_aspect_ratio, slides = excluded.slides, words = excluded.words, updated_at = now()
  WHERE (t.generation, t.seq) < (excluded.generation, excluded.seq)`;

/** Who wrote since the last time; the log forgets its rows. */
const writersSql = `
  INSERT INTO deck_writer (deck_id, user_id, seq)
  SELECT $1, w.user_id, max(u.seq) FROM collab_update u CROSS JOIN LATERAL unnest(u.user_ids) AS w (user_id)
   WHERE u.doc_id = $1 AND u.seq <= $2 AND u.seq > coalesce((SELECT max(seq) FROM deck_writer WHERE deck_id = $1), 0)
   GROUP BY w.user_id
  ON CONFLICT (deck_id, user_id) DO UPDATE SET seq = greatest(deck_writer.seq, excluded.seq)`;

/** The log's row says who and when; where compaction took it, the time of deriving is near enough. */
const lastEditSql = `
  UPDATE deck d SET last_edited_at = coalesce(u.created_at, now()), last_edited_by = coalesce(u.user_ids[1], d.last_edited_by),
                    title_key = CASE WHEN d.name IS NULL THEN $3 ELSE d.title_key END
    FROM (SELECT $1::uuid AS doc_id) one LEFT JOIN collab_update u ON u.doc_id = one.doc_id AND u.seq = $2
   WHERE d.id = one.doc_id`;
