import type { PoolClient } from "pg";
import type { DeckId, VersionId } from "@/lib/api/ids";
import type { SlideText } from "@/lib/workspace/slides/slide-text";

/** A slide's row as the last settled text left it. */
interface SettledSlide {
  readonly id: string;
  readonly position: number;
  readonly text_hash: string;
}

/**
 * Writes down which slide stands where in a version, and with which text. The version's text may be a second ahead of the
 * one that settled last: a slide that is being written in at that moment is known by its place.
 */
export async function recordSlides(
  tx: PoolClient,
  deckId: DeckId,
  { versionId, slides }: { readonly versionId: VersionId; readonly slides: readonly SlideText[] },
): Promise<void> {
  const { rows } = await tx.query<SettledSlide>(
    "SELECT id, position, text_hash FROM slide WHERE deck_id = $1 AND gone_seq IS NULL ORDER BY position",
    [deckId],
  );
  const ids = identifySlides(slides, rows);
  const known = slides.flatMap(({ text, textHash }, position) => {
    const id = ids[position];
    return id === undefined ? [] : [{ id, position, text, textHash }];
  });
  await tx.query(textsSql, [deckId, known.map(({ textHash }) => textHash), known.map(({ text }) => text)]);
  await tx.query(slidesSql, [versionId, known.map(({ position }) => position), known.map(({ id }) => id), known.map(({ textHash }) => textHash)]);
}

/** Equal text at its place, equal text anywhere, then what is left at its place. Nobody's id is given twice. */
export function identifySlides(slides: readonly Pick<SlideText, "textHash">[], rows: readonly SettledSlide[]): readonly (string | undefined)[] {
  const ids: (string | undefined)[] = slides.map(() => undefined);
  const free = new Set(rows);
  const take = (position: number, row: SettledSlide | undefined) => {
    if (row === undefined || ids[position] !== undefined || !free.delete(row)) return;
    ids[position] = row.id;
  };
  for (const [position, { textHash }] of slides.entries()) take(position, rows[position]?.text_hash === textHash ? rows[position] : undefined);
  for (const [position, { textHash }] of slides.entries()) {
    if (ids[position] === undefined)
      take(
        position,
        [...free].find(({ text_hash }) => text_hash === textHash),
      );
  }
  if (slides.length === rows.length) for (const position of slides.keys()) take(position, rows[position]);
  return ids;
}

const textsSql = `
  INSERT INTO slide_text (deck_id, hash, text) SELECT DISTINCT ON (t.hash) $1::uuid, t.hash, t.text FROM unnest($2::text[], $3::text[]) AS t (hash, text)
  ON CONFLICT (deck_id, hash) DO NOTHING`;

const slidesSql = `
  INSERT INTO version_slide (version_id, position, slide_id, text_hash)
  SELECT $1::uuid, s.position, s.id, s.hash FROM unnest($2::int[], $3::uuid[], $4::text[]) AS s (position, id, hash)`;
