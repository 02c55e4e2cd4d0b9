import { randomUUID } from "node:crypto";
import type { PoolClient } from "pg";
import { slideIdSchema, type DeckId } from "@/lib/api/ids";
import type { TextPlaces } from "@/lib/collab/server/text-places";
import { matchSlides, type KnownSlide } from "@/lib/workspace/slides/match";
import type { SlideText } from "@/lib/workspace/slides/slide-text";

/** The slides of a text at one row of the log. */
export interface SettledSlides {
  readonly generation: number;
  readonly seq: number;
  readonly slides: readonly SlideText[];
  readonly places: TextPlaces;
}

/** So many of the slides that went last are looked at for one that came back, and keep their text. */
const maxGone = 200;

interface SlideRow extends KnownSlide {
  readonly generation: number;
  readonly position: number;
}

/**
 * Brings a deck's slide rows to a settled text: who is which by `matchSlides`, new ones get an id, those that are in it no
 * more are kept as gone. Returns the ids, in the order of the text. Runs in the transaction that has just put this very text into `deck_text`: whoever brings another
 * text waits for that row, so each text meets the rows of the one before it.
 */
export async function settleSlides(tx: PoolClient, deckId: DeckId, { generation, seq, slides, places }: SettledSlides): Promise<readonly string[]> {
  const rows = await readRows(tx, deckId, { generation, places });
  const byId = new Map(rows.map((row) => [row.id, row]));
  const relStarts = places.encode(slides.map(({ start }) => start));
  const matched = matchSlides(slides, rows);
  const ids = matched.map((id) => id ?? slideIdSchema.parse(randomUUID()));
  const changed = slides.flatMap((slide, position) => {
    const id = ids[position];
    const row = id === undefined ? undefined : byId.get(id);
    if (row !== undefined && isUpToDate(row, slide, { generation, position })) return [];
    return [{ id, position, relStart: relStarts[position], slide }];
  });
  const present = new Set(ids);
  const left = rows.filter(({ id, isGone }) => !isGone && !present.has(id));
  if (changed.length > 0) {
    await tx.query(upsertSql, [
      deckId,
      generation,
      seq,
      changed.map(({ id }) => id),
      changed.map(({ position }) => position),
      changed.map(({ relStart }) => Buffer.from(relStart ?? [])),
      changed.map(({ slide }) => slide.titleHash),
      changed.map(({ slide }) => slide.textHash),
      changed.map(({ slide }) => slide.text),
    ]);
  }
  if (left.length === 0) return ids;
  await tx.query(goneSql, [deckId, left.map(({ id }) => id), seq]);
  await tx.query(forgetTextsSql, [deckId, maxGone]);
  return ids;
}

function isUpToDate(row: SlideRow, slide: SlideText, { generation, position }: { readonly generation: number; readonly position: number }): boolean {
  return (
    !row.isGone &&
    row.generation === generation &&
    row.position === position &&
    row.place === slide.start &&
    row.textHash === slide.textHash &&
    row.titleHash === slide.titleHash
  );
}

/** Living ones in order, then those that are gone, the latest first. Positions of another generation say nothing. */
async function readRows(
  tx: PoolClient,
  deckId: DeckId,
  { generation, places }: { readonly generation: number; readonly places: TextPlaces },
): Promise<readonly SlideRow[]> {
  const { rows } = await tx.query<{
    id: string;
    generation: number;
    position: number;
    rel_start: Buffer;
    title_hash: string;
    text_hash: string;
    text: string | null;
    is_gone: boolean;
  }>(readSql, [deckId, maxGone]);
  const found = places.locate(rows.map(({ rel_start }) => rel_start));
  return rows.map((row, index) => ({
    id: row.id,
    generation: row.generation,
    position: row.position,
    titleHash: row.title_hash,
    textHash: row.text_hash,
    text: row.text,
    isGone: row.is_gone,
    place: row.generation === generation ? (found[index] ?? "gone") : "gone",
  }));
}

const readSql = `
  SELECT id, generation, position, rel_start, title_hash, text_hash, text, gone_seq IS NOT NULL AS is_gone FROM (
    (SELECT * FROM slide WHERE deck_id = $1 AND gone_seq IS NULL)
    UNION ALL
    (SELECT * FROM slide WHERE deck_id = $1 AND gone_seq IS NOT NULL ORDER BY gone_seq DESC, position LIMIT $2)
  ) known ORDER BY gone_seq DESC NULLS FIRST, position`;

const upsertSql = `
  INSERT INTO slide AS s (id, deck_id, generation, seq, position, rel_start, title_hash, text_hash, text)
  SELECT c.id, $1, $2, $3, c.position, c.rel_start, c.title_hash, c.text_hash, c.text
    FROM unnest($4::uuid[], $5::int[], $6::bytea[], $7::text[], $8::text[], $9::text[]) AS c (id, position, rel_start, title_hash, text_hash, text)
  ON CONFLICT (id) DO UPDATE SET
    generation = excluded.generation, seq = excluded.seq, position = excluded.position, rel_start = excluded.rel_start,
    title_hash = excluded.title_hash, text_hash = excluded.text_hash, text = excluded.text, gone_seq = NULL, gone_at = NULL, gone_by = NULL`;

/** With who wrote the row of the log, for the bin. */
const goneSql = `
  UPDATE slide SET gone_seq = $3, gone_at = now(), gone_by = (SELECT user_ids[1] FROM collab_update WHERE doc_id = $1 AND seq = $3)
   WHERE id = ANY($2::uuid[])`;

/** Ids stay for what stands on them; texts would pile up for ever. */
const forgetTextsSql = `
  UPDATE slide SET text = NULL WHERE deck_id = $1 AND text IS NOT NULL AND gone_seq < (
    SELECT gone_seq FROM slide WHERE deck_id = $1 AND gone_seq IS NOT NULL ORDER BY gone_seq DESC OFFSET $2 LIMIT 1)`;
