import type { DeckId, TalkId } from "@/lib/api/ids";
import type { Database } from "@/lib/workspace/database";
import { pauseClockSql } from "@/lib/workspace/talks/clock";
import { readTalk, type Talk } from "@/lib/workspace/talks/talk-row";

/** Ends a talk: its audience is on its own again, its record stays. Twice is once. */
export async function endTalk({ pool }: Pick<Database, "pool">, deckId: DeckId, talkId: TalkId): Promise<Talk> {
  await readTalk(pool, deckId, talkId);
  await pool.query(`UPDATE talk SET ended_at = now(), ${pauseClockSql}, rev = rev + 1 WHERE id = $1 AND ended_at IS NULL`, [talkId]);
  return readTalk(pool, deckId, talkId);
}
