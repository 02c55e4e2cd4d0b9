import type { DeckId, TalkId, UserId } from "@/lib/api/ids";
import { AppError } from "@/lib/errors";
import type { Database } from "@/lib/workspace/database";
import { namelessGuest } from "@/lib/collab/protocol/person-name";
import { placeOf, shownSlides } from "@/lib/workspace/talks/shown-slides";
import { readTalk, requireRunning, type Talk } from "@/lib/workspace/talks/talk-row";

export interface MoveTalkOptions {
  readonly userId: UserId;
  readonly anchor: string;
  /** From 1: what counts where the version that is shown has no slide of this anchor. */
  readonly slide?: number | undefined;
  readonly step: number;
  readonly blank: boolean;
  /** How long ago it was made, and the newest revision that was known then. */
  readonly agoMs?: number;
  readonly rev?: number | undefined;
}

/**
 * Moves the audience. Only the talk's driver does: others get 403 with the driver's name. Throws 410 where the talk has
 * ended, 422 for a slide that its version doesn't have, 409 for a move that waited for the network while the talk went
 * on by another: the audience would be led back to where it was. The clock starts with the first step.
 */
export async function moveTalk(
  { pool }: Pick<Database, "pool">,
  deckId: DeckId,
  talkId: TalkId,
  options: MoveTalkOptions,
): Promise<{ readonly rev: number }> {
  const { userId, anchor, slide, step, blank, agoMs = 0, rev = null } = options;
  const talk = requireDriver(requireRunning(await readTalk(pool, deckId, talkId)), userId);
  const slides = await shownSlides(pool, talk.versionId);
  const place = placeOf(slides, { anchor, slide });
  const shownAnchor = slides.anchors[place - 1] ?? anchor;
  const { rows } = await pool.query<{ rev: number | null; is_late: boolean }>(moveSql, [
    talkId,
    userId,
    talk.versionId,
    place,
    shownAnchor,
    step,
    blank,
    rev,
    agoMs,
  ]);
  const [moved] = rows;
  if (moved?.is_late) throw new AppError("conflict", "The talk has gone on since. This move came too late.");
  // Somebody took over, ended it or updated the slides between the look and the move.
  return moved?.rev == null ? moveTalk({ pool }, deckId, talkId, options) : { rev: moved.rev };
}

/** Throws 403 for who doesn't drive. */
export function requireDriver(talk: Talk, userId: UserId): Talk {
  if (talk.driver?.id === userId) return talk;
  const name = talk.driver === null ? "Nobody" : talk.driver.name || namelessGuest;
  throw new AppError("forbidden", `${name} is presenting. Take over to lead the audience.`);
}

/** A move may have been on its way for so long since its device said how long ago it was made. */
const maxOnTheWayMs = 2_000;

/** One statement decides who moves; what was shown before tells whether a slide is visited. */
const moveSql = `
  WITH before AS (
    SELECT id, slide, step, coalesce(rev > $8::int AND $9::float8 > 0
      AND moved_at > now() - ($9::float8 + ${maxOnTheWayMs}) * interval '1 millisecond', false) AS is_late
      FROM talk WHERE id = $1 FOR UPDATE),
  moved AS (
    UPDATE talk k SET rev = k.rev + 1, slide = $4, anchor = $5, step = $6, blank = $7, reach = greatest(k.reach, $4), moved_at = now(),
      clock_since = CASE WHEN k.clock_elapsed_ms = 0 AND k.clock_since IS NULL AND (k.slide, k.step) <> ($4::int, $6::int) THEN now() ELSE k.clock_since END
     FROM before WHERE k.id = before.id AND k.ended_at IS NULL AND k.driver_id = $2 AND k.version_id = $3 AND NOT before.is_late
    RETURNING k.id, k.rev, k.version_id, k.slide, k.anchor, k.driver_id),
  visit AS (
    INSERT INTO talk_visit (talk_id, rev, version_id, slide, anchor, driver_id)
    SELECT m.id, m.rev, m.version_id, m.slide, m.anchor, m.driver_id FROM moved m JOIN before b ON b.id = m.id WHERE b.slide <> m.slide)
  SELECT before.is_late, moved.rev FROM before LEFT JOIN moved ON moved.id = before.id`;
