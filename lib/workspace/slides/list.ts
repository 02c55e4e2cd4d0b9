import type { DeckId, SlideId } from "@/lib/api/ids";
import type { Database } from "@/lib/workspace/database";

/** A slide as comments, times, approvals and history know it: its id stays while it is edited and moved. */
export interface DeckSlide {
  readonly id: SlideId;
  /** From 0, in the text that settled last. */
  readonly position: number;
  readonly text: string;
  /** Equal hash, equal text: what was said of a slide holds for as long as its hash is the same. */
  readonly textHash: string;
  /** The row of the log whose text last changed anything of this slide. */
  readonly seq: number;
}

/** The slides of a deck's settled text, in order. A deck from before slides had ids has none until somebody opens it. */
export async function listSlides({ pool }: Pick<Database, "pool">, deckId: DeckId): Promise<readonly DeckSlide[]> {
  const { rows } = await pool.query<{ id: SlideId; position: number; text: string; text_hash: string; seq: string }>(
    "SELECT id, position, text, text_hash, seq FROM slide WHERE deck_id = $1 AND gone_seq IS NULL ORDER BY position",
    [deckId],
  );
  return rows.map(({ text_hash, seq, ...row }) => ({ ...row, textHash: text_hash, seq: Number(seq) }));
}
