import type { DeckId, UserId } from "@/lib/api/ids";
import type { Collab } from "@/lib/collab/server/collab";
import { AppError } from "@/lib/errors";
import { inTransaction, type Database } from "@/lib/workspace/database";
import { insertVersion } from "@/lib/workspace/versions/insert";
import { shownSlidesOf } from "@/lib/workspace/talks/shown-slides";
import { idleSql, readRunningTalk, type Talk } from "@/lib/workspace/talks/talk-row";

export interface StartTalkOptions {
  readonly userId: UserId;
  readonly peeking: boolean;
  /** Where it begins; at the first slide where the text has no such slide. */
  readonly anchor: string | undefined;
  readonly step: number;
}

/**
 * Starts a talk on a deck: its audience sees the text as it is committed now. Where one runs already it is that one.
 * Throws 422 for a deck without a slide to show.
 */
export async function startTalk(
  { pool, collab }: Pick<Database, "pool"> & { readonly collab: Pick<Collab, "readDeck"> },
  deckId: DeckId,
  { userId, peeking, anchor, step }: StartTalkOptions,
): Promise<{ readonly talk: Talk; readonly isNew: boolean }> {
  const running = await readRunningTalk(pool, deckId);
  if (running) return { talk: running, isNew: false };
  const text = await collab.readDeck(deckId);
  const { anchors } = shownSlidesOf(text.markdown);
  const [first] = anchors;
  if (first === undefined) throw new AppError("unprocessable", "There is no slide to show: all of them are hidden.");
  const at = anchor === undefined ? -1 : anchors.indexOf(anchor);
  await inTransaction(pool, async (tx) => {
    // Of two who start at once the second waits here, and finds the first's.
    await tx.query("SELECT FROM deck WHERE id = $1 FOR UPDATE", [deckId]);
    await tx.query(`UPDATE talk SET ended_at = moved_at, rev = rev + 1 WHERE deck_id = $1 AND ended_at IS NULL AND moved_at <= now() - ${idleSql}`, [
      deckId,
    ]);
    if (await readRunningTalk(tx, deckId)) return;
    const versionId = await insertVersion(tx, deckId, { text, kind: "talk", userId });
    const place = at === -1 ? { anchor: first, slide: 1, step: 0 } : { anchor: anchors[at] ?? first, slide: at + 1, step };
    await tx.query(
      `WITH made AS (INSERT INTO talk (deck_id, version_id, driver_id, slide, anchor, step, reach, peeking)
                     VALUES ($1, $2, $3, $4, $5, $6, $4, $7) RETURNING id, rev, version_id, slide, anchor, driver_id)
       INSERT INTO talk_visit (talk_id, rev, version_id, slide, anchor, driver_id) SELECT id, rev, version_id, slide, anchor, driver_id FROM made`,
      [deckId, versionId, userId, place.slide, place.anchor, place.step, peeking],
    );
  });
  const talk = await readRunningTalk(pool, deckId);
  if (!talk) throw new AppError("conflict", "The talk was ended at the same moment. Start it again.");
  return { talk, isNew: talk.driver?.id === userId && talk.rev === 1 };
}
