import type { DeckId, TalkId, UserId } from "@/lib/api/ids";
import type { Collab } from "@/lib/collab/server/collab";
import { AppError } from "@/lib/errors";
import { inTransaction, type Database } from "@/lib/workspace/database";
import { insertVersion } from "@/lib/workspace/versions/insert";
import { shownSlides, shownSlidesOf } from "@/lib/workspace/talks/shown-slides";
import { readTalk, requireRunning, type Talk } from "@/lib/workspace/talks/talk-row";

/**
 * Shows a running talk's audience the text as it is committed now. The talk stays at its slide by address; where that is
 * gone, at the same place. From then on the record has the newer one. Throws 410 where it has ended, 422 where no slide is left to show.
 */
export async function updateTalkSlides(
  { pool, collab }: Pick<Database, "pool"> & { readonly collab: Pick<Collab, "readDeck"> },
  deckId: DeckId,
  talkId: TalkId,
  { userId }: { readonly userId: UserId },
): Promise<Talk> {
  const text = await collab.readDeck(deckId);
  const latest = shownSlidesOf(text.markdown);
  if (latest.anchors.length === 0) throw new AppError("unprocessable", "There is no slide to show: all of them are hidden.");
  await inTransaction(pool, async (tx) => {
    await tx.query("SELECT FROM talk WHERE id = $1 FOR UPDATE", [talkId]);
    const talk = requireRunning(await readTalk(tx, deckId, talkId));
    if (talk.generation === text.generation && talk.seq === text.seq) return;
    const versionId = await insertVersion(tx, deckId, { text, kind: "talk", userId });
    const { anchors } = await shownSlides(tx, talk.versionId);
    const place = placeIn(latest.anchors, talk);
    // What was shown so far stays open: the furthest slide of it that is still there.
    const reach = Math.max(place.slide, ...anchors.slice(0, talk.reach).map((anchor) => latest.anchors.indexOf(anchor) + 1));
    await tx.query(
      `WITH moved AS (
         UPDATE talk SET version_id = $2, slide = $3, anchor = $4, step = $5, reach = $6, rev = rev + 1, moved_at = now() WHERE id = $1
         RETURNING id, rev, version_id, slide, anchor, driver_id)
       INSERT INTO talk_visit (talk_id, rev, version_id, slide, anchor, driver_id) SELECT id, rev, version_id, slide, anchor, driver_id FROM moved`,
      [talkId, versionId, place.slide, place.anchor, place.step, reach],
    );
  });
  return readTalk(pool, deckId, talkId);
}

function placeIn(
  anchors: readonly string[],
  { anchor, slide, step }: Talk,
): { readonly slide: number; readonly anchor: string; readonly step: number } {
  const index = anchors.indexOf(anchor);
  if (index !== -1) return { slide: index + 1, anchor, step };
  const near = Math.min(slide, anchors.length);
  return { slide: near, anchor: anchors[near - 1] ?? anchor, step: 0 };
}
