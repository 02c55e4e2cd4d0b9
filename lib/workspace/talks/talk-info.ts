import type { UserId } from "@/lib/api/ids";
import type { TalkInfo } from "@/lib/api/talks";
import type { Database } from "@/lib/workspace/database";
import { namelessGuest } from "@/lib/collab/protocol/person-name";
import { listPhones } from "@/lib/workspace/talks/phones";
import { countChanged, shownSlides, shownSlidesOf } from "@/lib/workspace/talks/shown-slides";
import type { Talk } from "@/lib/workspace/talks/talk-row";

export interface TalkInfoOptions {
  readonly userId: UserId;
  /** Open pages that follow, and those of them that look at another slide. */
  readonly watchers: { readonly count: number; readonly away: number };
  /** A phone of that person asks: it sees nothing of the others. */
  readonly isPhone: boolean;
  readonly now: Date;
}

/** A talk for somebody who may present its deck. */
export async function toTalkInfo(
  { pool }: Pick<Database, "pool">,
  talk: Talk,
  { userId, watchers, isPhone, now }: TalkInfoOptions,
): Promise<TalkInfo> {
  const { id, rev, slide, anchor, step, blank, peeking, driver, clock, slideSince, startedAt, endedAt } = talk;
  const isRunning = endedAt === null;
  return {
    id,
    rev,
    state: isRunning ? "running" : "ended",
    version: versionName(talk),
    slide,
    anchor,
    step,
    blank,
    peeking,
    driver: driver && { id: driver.id, name: driver.name || namelessGuest },
    isDriver: driver?.id === userId,
    clock: { elapsedMs: clock.elapsedMs, runningSinceMs: clock.runningSince?.getTime() ?? null, canUndo: clock.canUndo },
    slideSinceMs: slideSince.getTime(),
    nowMs: now.getTime(),
    changed: isRunning ? await changedSince({ pool }, talk) : 0,
    watching: isRunning ? watchers.count : 0,
    away: isRunning ? watchers.away : 0,
    phones: isRunning && !isPhone ? await listPhones(pool, { talkId: id, userId }) : [],
    startedAt: startedAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
  };
}

/** What a page says it shows: the place in the deck's log, the same for a version and for the text that it was taken of. */
export function versionName({ generation, seq }: { readonly generation: number; readonly seq: number }): string {
  return `${generation}-${seq}`;
}

async function changedSince({ pool }: Pick<Database, "pool">, talk: Talk): Promise<number> {
  const { rows } = await pool.query<{ markdown: string }>(
    "SELECT markdown FROM deck_text WHERE deck_id = $1 AND (generation, seq) > ($2::int, $3::bigint)",
    [talk.deckId, talk.generation, talk.seq],
  );
  const [latest] = rows;
  return latest ? countChanged(await shownSlides(pool, talk.versionId), shownSlidesOf(latest.markdown)) : 0;
}
