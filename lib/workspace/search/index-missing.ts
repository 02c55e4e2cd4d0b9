import { deckIdSchema } from "@/lib/api/ids";
import { parseDeck } from "@/lib/deck";
import { inTransaction, type Database } from "@/lib/workspace/database";
import { indexSlides, readSearchedTexts } from "@/lib/workspace/search/slide-index";
import { titleKey } from "@/lib/workspace/search/words";

/** Decks of one round; the next takes the others. */
const decksPerRound = 200;

/** Indexes decks from before there was a search, so that they are found without anybody opening them. Returns how many. */
export async function indexMissing({ pool }: Pick<Database, "pool">): Promise<number> {
  const { rows } = await pool.query<{ deck_id: string }>(
    "SELECT deck_id FROM deck_text t WHERE NOT EXISTS (SELECT FROM searched_slide s WHERE s.deck_id = t.deck_id) LIMIT $1",
    [decksPerRound],
  );
  for (const { deck_id } of rows) {
    const deckId = deckIdSchema.parse(deck_id);
    await inTransaction(pool, async (tx) => {
      // Locked as whoever derives a newer text locks it: one of both comes later, and it is the newer.
      const read = await tx.query<{ markdown: string; title: string }>(
        "SELECT t.markdown, coalesce(d.name, t.title) AS title FROM deck_text t JOIN deck d ON d.id = t.deck_id WHERE t.deck_id = $1 FOR UPDATE OF t",
        [deckId],
      );
      const [text] = read.rows;
      if (text === undefined) return;
      await indexSlides(tx, deckId, readSearchedTexts(parseDeck(text.markdown)));
      await tx.query("UPDATE deck SET title_key = $2 WHERE id = $1", [deckId, titleKey(text.title)]);
    });
  }
  return rows.length;
}
