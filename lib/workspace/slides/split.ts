import type { DeckId, SlideId, UserId } from "@/lib/api/ids";
import type { Collab } from "@/lib/collab/server/collab";
import type { CommittedText } from "@/lib/collab/server/committed-text";
import { applyTextEdits, parseDeck, slideAt, splitAtHeadings } from "@/lib/deck";
import { AppError } from "@/lib/errors";
import type { Database } from "@/lib/workspace/database";
import { readSlideTexts } from "@/lib/workspace/slides/slide-text";

/**
 * Splits a slide before each of its highest headings that stand behind other content, live for whoever has the deck open.
 * The slide is looked up in the text as it is at that moment, so what others write meanwhile doesn't matter. A slide
 * without such headings stays as it is. Throws 404 for a slide that is not in the deck, 409 where it is not to be found in
 * the text at this moment.
 */
export async function splitSlide(
  { pool, collab }: Pick<Database, "pool"> & { readonly collab: Pick<Collab, "editDeck"> },
  deckId: DeckId,
  { slideId, userId }: { readonly slideId: SlideId; readonly userId: UserId },
): Promise<CommittedText> {
  const { rows } = await pool.query<{ rel_start: Buffer; text_hash: string }>(
    "SELECT rel_start, text_hash FROM slide WHERE id = $1 AND deck_id = $2 AND gone_seq IS NULL",
    [slideId, deckId],
  );
  const row = rows[0];
  if (!row) throw new AppError("not-found", "This slide is not in the deck any more.");
  return collab.editDeck(
    deckId,
    (markdown, places) => {
      const deck = parseDeck(markdown);
      const [place = "gone"] = places.locate([row.rel_start]);
      const index = place === "gone" ? readSlideTexts(deck).findIndex(({ textHash }) => textHash === row.text_hash) : slideAt(deck, place);
      if (index === -1) throw new AppError("conflict", "Somebody is rewriting this slide at this moment. Try again when they are done.");
      return applyTextEdits(markdown, splitAtHeadings(deck, index));
    },
    { kind: "api", userId },
  );
}
