import type { DeckId } from "@/lib/api/ids";
import { inTransaction, type Database } from "@/lib/workspace/database";

export interface MeasuredFits {
  readonly theme: string;
  readonly fontsVersion: string;
  readonly fits: readonly { readonly slideHash: string; readonly step: number }[];
}

/** Measurements kept of one deck; older texts' hashes would pile up for ever otherwise. */
const maxFitsPerDeck = 5_000;

/** Keeps what an editor's browser measured. A slide measured twice keeps the latest. */
export async function putFits({ pool }: Pick<Database, "pool">, deckId: DeckId, { theme, fontsVersion, fits }: MeasuredFits): Promise<void> {
  // In one order for everybody: two browsers that measure the same slides at once would lock each other out otherwise.
  const sorted = [...fits].sort((a, b) => (a.slideHash < b.slideHash ? -1 : 1));
  const steps = new Map(sorted.map(({ slideHash, step }) => [slideHash, step]));
  if (steps.size === 0) return;
  await inTransaction(pool, async (tx) => {
    await tx.query(
      `DELETE FROM slide_fit WHERE deck_id = $1
        AND (fonts_version <> $2 OR (SELECT count(*) FROM slide_fit WHERE deck_id = $1) > $3)`,
      [deckId, fontsVersion, maxFitsPerDeck - steps.size],
    );
    await tx.query(
      `INSERT INTO slide_fit (deck_id, slide_hash, theme, fonts_version, step)
       SELECT $1, f.slide_hash, $2, $3, f.step FROM unnest($4::text[], $5::int[]) AS f (slide_hash, step)
       ON CONFLICT (deck_id, slide_hash, theme, fonts_version) DO UPDATE SET step = excluded.step`,
      [deckId, theme, fontsVersion, [...steps.keys()], [...steps.values()]],
    );
  });
}
