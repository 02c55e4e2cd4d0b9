import type { DeckId, TalkId, UserId } from "@/lib/api/ids";
import { AppError } from "@/lib/errors";
import type { Database } from "@/lib/workspace/database";
import { roleOn } from "@/lib/workspace/decks/role";
import { may } from "@/lib/workspace/policies";
import { requireDriver } from "@/lib/workspace/talks/move";
import { readTalk, requireRunning, type Talk } from "@/lib/workspace/talks/talk-row";

/**
 * Makes somebody the talk's driver. Whoever may present takes over themselves; handing over to another person is the
 * driver's, and that person must be one who may present. Throws 403, 410 and 422.
 */
export async function takeOverTalk(
  { pool }: Pick<Database, "pool">,
  deckId: DeckId,
  talkId: TalkId,
  { userId, to = userId }: { readonly userId: UserId; readonly to?: UserId | undefined },
): Promise<Talk> {
  const talk = requireRunning(await readTalk(pool, deckId, talkId));
  if (to !== userId) {
    requireDriver(talk, userId);
    const role = await roleOn({ pool }, deckId, { userId: to });
    if (role === undefined || !may(role, "drive"))
      throw new AppError("unprocessable", "This person may not present this deck. Share it with them first.");
  }
  await pool.query(
    `UPDATE talk SET driver_id = $2, rev = rev + 1, moved_at = now() WHERE id = $1 AND ended_at IS NULL AND driver_id IS DISTINCT FROM $2`,
    [talkId, to],
  );
  return readTalk(pool, deckId, talkId);
}
