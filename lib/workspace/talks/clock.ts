import type { DeckId, TalkId } from "@/lib/api/ids";
import type { ClockAct } from "@/lib/api/talks";
import type { Database } from "@/lib/workspace/database";
import { readTalk, requireRunning, type Talk } from "@/lib/workspace/talks/talk-row";

const elapsedSql = "clock_elapsed_ms + coalesce((extract(epoch FROM now() - clock_since) * 1000)::int, 0)";
const nothingToUndoSql = "clock_undo_ms = NULL, clock_undo_since = NULL";
const acts: Readonly<Record<ClockAct, string>> = {
  start: `clock_since = coalesce(clock_since, now()), ${nothingToUndoSql}`,
  pause: `clock_elapsed_ms = ${elapsedSql}, clock_since = NULL, ${nothingToUndoSql}`,
  reset: "clock_undo_ms = clock_elapsed_ms, clock_undo_since = clock_since, clock_elapsed_ms = 0, clock_since = NULL",
  // Where nothing was reset the clock stays as it is.
  undo: `clock_elapsed_ms = coalesce(clock_undo_ms, clock_elapsed_ms), clock_since = CASE WHEN clock_undo_ms IS NULL THEN clock_since ELSE clock_undo_since END, ${nothingToUndoSql}`,
};

/** Starts, pauses or resets the talk's clock, or takes the last reset back, by the server's time. Throws 410 where it has ended. */
export async function setTalkClock(
  { pool }: Pick<Database, "pool">,
  deckId: DeckId,
  talkId: TalkId,
  { act }: { readonly act: ClockAct },
): Promise<Talk> {
  requireRunning(await readTalk(pool, deckId, talkId));
  await pool.query(`UPDATE talk SET ${acts[act]}, rev = rev + 1 WHERE id = $1 AND ended_at IS NULL`, [talkId]);
  return readTalk(pool, deckId, talkId);
}

/** The clock's part of ending a talk: it stands from then on. */
export const pauseClockSql = acts.pause;
