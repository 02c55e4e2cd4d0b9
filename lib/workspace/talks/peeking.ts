import type { DeckId, TalkId } from "@/lib/api/ids";
import type { Database } from "@/lib/workspace/database";
import { readTalk, requireRunning, type Talk } from "@/lib/workspace/talks/talk-row";

/** Lets viewers of a running talk look at slides that were not shown yet, or keeps these from them. Throws 410 where it has ended. */
export async function setTalkPeeking(
  { pool }: Pick<Database, "pool">,
  deckId: DeckId,
  talkId: TalkId,
  { peeking }: { readonly peeking: boolean },
): Promise<Talk> {
  requireRunning(await readTalk(pool, deckId, talkId));
  await pool.query("UPDATE talk SET peeking = $2, rev = rev + 1 WHERE id = $1 AND ended_at IS NULL AND peeking <> $2", [talkId, peeking]);
  return readTalk(pool, deckId, talkId);
}
