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
}

/**
 * Moves the audience. Only the talk's driver does: others get 403 with the driver's name. Throws 410 where the talk has
 * ended, 422 for a slide that its version doesn't have. The clock starts with the first step.
 */
export async function moveTalk(
  { pool }: Pick<Database, "pool">,
  deckId: DeckId,
  talkId: TalkId,
  { userId, anchor, slide, step, blank }: MoveTalkOptions,
): Promise<{ readonly rev: number }> {
  const talk = requireDriver(requireRunning(await readTalk(pool, deckId, talkId)), userId);
  const slides = await shownSlides(pool, talk.versionId);
  const place = placeOf(slides, { anchor, slide });
  const shownAnchor = slides.anchors[place - 1] ?? anchor;
  const { rows } = await pool.query<{ rev: number }>(moveSql, [talkId, userId, talk.versionId, place, shownAnchor, step, blank]);
  const [moved] = rows;
  // Somebody took over, ended it or updated the slides between the look and the move.
  if (!moved) return moveTalk({ pool }, deckId, talkId, { userId, anchor, slide, step, blank });
  return moved;
}

/** Throws 403 for who doesn't drive. */
export function requireDriver(talk: Talk, userId: UserId): Talk {
  if (talk.driver?.id === userId) return talk;
  const name = talk.driver === null ? "Nobody" : talk.driver.name || namelessGuest;
  throw new AppError("forbidden", `${name} is presenting. Take over to lead the audience.`);
}

/** One statement decides who moves; what was shown before tells whether a slide is visited. */
const moveSql = `
  WITH before AS (SELECT id, slide, step FROM talk WHERE id = $1 FOR UPDATE),
  moved AS (
    UPDATE talk k SET rev = k.rev + 1, slide = $4, anchor = $5, step = $6, blank = $7, reach = greatest(k.reach, $4), moved_at = now(),
      clock_since = CASE WHEN k.clock_elapsed_ms = 0 AND k.clock_since IS NULL AND (k.slide, k.step) <> ($4::int, $6::int) THEN now() ELSE k.clock_since END
     FROM before WHERE k.id = before.id AND k.ended_at IS NULL AND k.driver_id = $2 AND k.version_id = $3
    RETURNING k.id, k.rev, k.version_id, k.slide, k.anchor, k.driver_id),
  visit AS (
    INSERT INTO talk_visit (talk_id, rev, version_id, slide, anchor, driver_id)
    SELECT m.id, m.rev, m.version_id, m.slide, m.anchor, m.driver_id FROM moved m JOIN before b ON b.id = m.id WHERE b.slide <> m.slide)
  SELECT rev FROM moved`;
