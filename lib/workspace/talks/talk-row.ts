import type { Pool } from "pg";
import { deckIdSchema, talkIdSchema, userIdSchema, versionIdSchema, type DeckId, type TalkId, type UserId, type VersionId } from "@/lib/api/ids";
import { AppError } from "@/lib/errors";

/** A talk as it stands in the database. */
export interface Talk {
  readonly id: TalkId;
  readonly deckId: DeckId;
  readonly versionId: VersionId;
  /** Where in the deck's log the version that is shown was taken. */
  readonly generation: number;
  readonly seq: number;
  readonly rev: number;
  readonly driver: { readonly id: UserId; readonly name: string } | null;
  readonly slide: number;
  readonly anchor: string;
  readonly step: number;
  readonly blank: boolean;
  readonly reach: number;
  readonly peeking: boolean;
  readonly clock: { readonly elapsedMs: number; readonly runningSince: Date | null; readonly canUndo: boolean };
  /** When the slide came that is shown. */
  readonly slideSince: Date;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
}

/** One that nobody has moved for so long counts as ended: somebody forgot to. */
export const idleSql = "interval '12 hours'";

/** A running talk of the deck `d`, for a join. */
export const runningSql = `k.ended_at IS NULL AND k.moved_at > now() - ${idleSql}`;

const columns = `k.id, k.deck_id, k.version_id, v.generation, v.seq::int AS seq, k.rev, k.driver_id, p.name AS driver_name, k.slide, k.anchor, k.step,
  k.blank, k.reach, k.peeking, k.clock_elapsed_ms, k.clock_since, k.clock_undo_ms IS NOT NULL AS can_undo,
  coalesce((SELECT s.at FROM talk_visit s WHERE s.talk_id = k.id ORDER BY s.rev DESC LIMIT 1), k.started_at) AS slide_since, k.started_at,
  CASE WHEN ${runningSql} THEN NULL ELSE coalesce(k.ended_at, k.moved_at) END AS ended_at`;
const from = "talk k JOIN deck_version v ON v.id = k.version_id LEFT JOIN person p ON p.id = k.driver_id";

interface Row {
  readonly id: string;
  readonly deck_id: string;
  readonly version_id: string;
  readonly generation: number;
  readonly seq: number;
  readonly rev: number;
  readonly driver_id: string | null;
  readonly driver_name: string | null;
  readonly slide: number;
  readonly anchor: string;
  readonly step: number;
  readonly blank: boolean;
  readonly reach: number;
  readonly peeking: boolean;
  readonly clock_elapsed_ms: number;
  readonly clock_since: Date | null;
  readonly can_undo: boolean;
  readonly slide_since: Date;
  readonly started_at: Date;
  readonly ended_at: Date | null;
}

/** Talks of a deck, newest first; one that runs is always the newest. */
export async function listTalkRows(pool: Pick<Pool, "query">, deckId: DeckId, { limit }: { readonly limit: number }): Promise<readonly Talk[]> {
  const { rows } = await pool.query<Row>(`SELECT ${columns} FROM ${from} WHERE k.deck_id = $1 ORDER BY k.started_at DESC, k.id LIMIT $2`, [
    deckId,
    limit,
  ]);
  return rows.map(toTalk);
}

/** One talk of a deck. Throws 404 where the deck has none of this id. */
export async function readTalk(pool: Pick<Pool, "query">, deckId: DeckId, talkId: TalkId): Promise<Talk> {
  const { rows } = await pool.query<Row>(`SELECT ${columns} FROM ${from} WHERE k.deck_id = $1 AND k.id = $2`, [deckId, talkId]);
  const [row] = rows;
  if (!row) throw new AppError("not-found", "This deck has no such talk.");
  return toTalk(row);
}

/** The talk that runs on a deck. */
export async function readRunningTalk(pool: Pick<Pool, "query">, deckId: DeckId): Promise<Talk | undefined> {
  const { rows } = await pool.query<Row>(`SELECT ${columns} FROM ${from} WHERE k.deck_id = $1 AND ${runningSql}`, [deckId]);
  const [row] = rows;
  return row && toTalk(row);
}

/** Throws 410 where the talk has ended. */
export function requireRunning(talk: Talk): Talk {
  if (talk.endedAt !== null) throw new AppError("gone", "This talk has ended.");
  return talk;
}

function toTalk(row: Row): Talk {
  return {
    id: talkIdSchema.parse(row.id),
    deckId: deckIdSchema.parse(row.deck_id),
    versionId: versionIdSchema.parse(row.version_id),
    generation: row.generation,
    seq: row.seq,
    rev: row.rev,
    driver: row.driver_id === null ? null : { id: userIdSchema.parse(row.driver_id), name: row.driver_name ?? "" },
    slide: row.slide,
    anchor: row.anchor,
    step: row.step,
    blank: row.blank,
    reach: row.reach,
    peeking: row.peeking,
    clock: { elapsedMs: row.clock_elapsed_ms, runningSince: row.clock_since, canUndo: row.can_undo },
    slideSince: row.slide_since,
    startedAt: row.started_at,
    endedAt: row.ended_at,
  };
}
