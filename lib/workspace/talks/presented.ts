import type { Pool } from "pg";
import { talkIdSchema, versionIdSchema, type DeckId } from "@/lib/api/ids";
import type { PresentedTalk } from "@/lib/api/talks";
import { AppError } from "@/lib/errors";
import { countChanged, shownSlides, shownSlidesOf } from "@/lib/workspace/talks/shown-slides";
import { runningSql } from "@/lib/workspace/talks/talk-row";

/**
 * Talks that were given on the link `l`, for a join: what it showed then it may go on showing. One that had ended before
 * the link was made was shown to others; a link that is frozen at a version shows that alone.
 */
export const givenOnLinkSql = `k.deck_id = l.deck_id AND l.version_id IS NULL AND NOT (${runningSql}) AND coalesce(k.ended_at, k.moved_at) >= l.created_at`;

/** The last talk that was given on the link `l`, or the one that `$2` names, as `pt`; for a lateral join. */
export const presentedSql = `
  SELECT k.id AS talk_id, k.version_id, v.generation, v.seq::int AS seq, v.markdown, k.started_at, CASE WHEN k.peeking THEN NULL ELSE k.reach END AS reach,
         $2::text IS NOT NULL AND $2 <> 'latest' AND ($2 = 'presented' OR k.id::text = $2) AS is_asked,
         ARRAY(SELECT p.name FROM talk_visit s JOIN person p ON p.id = s.driver_id WHERE s.talk_id = k.id AND p.name <> ''
                GROUP BY p.id, p.name ORDER BY min(s.rev)) AS presenters
    FROM talk k JOIN deck_version v ON v.id = k.version_id
   WHERE ${givenOnLinkSql} ORDER BY coalesce(k.id::text = $2, false) DESC, k.started_at DESC LIMIT 1`;

/** What that join brings, as JSON. */
export interface PresentedRow {
  readonly talk_id: string;
  readonly version_id: string;
  readonly started_at: string;
  readonly is_asked: boolean;
  readonly presenters: readonly string[];
}

/** The words of a talk that was given, for a page of its link; `latest` names the newest text of the deck. */
export async function toPresented(
  pool: Pick<Pool, "query">,
  row: PresentedRow,
  latest: { readonly deckId: DeckId; readonly name: string },
): Promise<PresentedTalk> {
  return {
    talkId: talkIdSchema.parse(row.talk_id),
    at: new Date(row.started_at).toISOString(),
    by: row.presenters,
    changed: await changedSince(pool, row.version_id, latest),
    isShown: row.is_asked,
  };
}

/** Texts of talks that were given on a link, the newest first: what their pages show is to be had by it too. */
export async function readPresentedTexts(pool: Pick<Pool, "query">, slug: string): Promise<readonly string[]> {
  const { rows } = await pool.query<{ markdown: string }>(
    `SELECT v.markdown FROM deck_link l JOIN talk k ON ${givenOnLinkSql} JOIN deck_version v ON v.id = k.version_id
      WHERE l.token = $1 AND l.kind = 'public' ORDER BY k.started_at DESC LIMIT ${maxTexts}`,
    [slug],
  );
  return rows.map(({ markdown }) => markdown);
}

const maxTexts = 20;

/** The text of a version that a talk of this deck showed, with its place in the deck's log. Throws 404 where none did. */
export async function readShownVersion(
  pool: Pick<Pool, "query">,
  deckId: DeckId,
  versionId: string,
): Promise<{ readonly generation: number; readonly seq: number; readonly markdown: string }> {
  const known = versionIdSchema.safeParse(versionId);
  const { rows } = await pool.query<{ generation: number; seq: number; markdown: string }>(
    `SELECT v.generation, v.seq::int AS seq, v.markdown FROM deck_version v
      WHERE v.id = $2 AND v.deck_id = $1
        AND EXISTS (SELECT FROM talk k JOIN talk_visit s ON s.talk_id = k.id WHERE k.deck_id = $1 AND s.version_id = $2)`,
    [deckId, known.data ?? null],
  );
  const [row] = rows;
  if (!row) throw new AppError("not-found", "No talk of this deck showed that version.");
  return row;
}

/** Both texts are what they are: a hall that stays after the talk asks for one number. */
const counted = new Map<string, Promise<number>>();
const maxCounted = 200;

function changedSince(
  pool: Pick<Pool, "query">,
  versionId: string,
  { deckId, name }: { readonly deckId: DeckId; readonly name: string },
): Promise<number> {
  const key = `${versionId} ${name}`;
  const known = counted.get(key);
  if (known) return known;
  const counting = countSince(pool, versionId, deckId);
  counted.set(key, counting);
  counting.catch(() => counted.delete(key));
  const [oldest] = counted.keys();
  if (counted.size > maxCounted && oldest !== undefined) counted.delete(oldest);
  return counting;
}

async function countSince(pool: Pick<Pool, "query">, versionId: string, deckId: DeckId): Promise<number> {
  const { rows } = await pool.query<{ markdown: string }>("SELECT markdown FROM deck_text WHERE deck_id = $1", [deckId]);
  const [latest] = rows;
  return latest ? countChanged(await shownSlides(pool, versionIdSchema.parse(versionId)), shownSlidesOf(latest.markdown)) : 0;
}
