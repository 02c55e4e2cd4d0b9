import type { DeckId } from "@/lib/api/ids";
import { AppError } from "@/lib/errors";
import type { Log } from "@/lib/log";
import { removeLeftoversNow } from "@/lib/workspace/files/leftovers";
import type { FileGround } from "@/lib/workspace/files/open-file-store";

/** Deletes a file of the deck under this path, and its bytes where no other path shows them. Throws 404. */
export async function removeFile(ground: FileGround & { readonly log: Log }, deckId: DeckId, { path }: { readonly path: string }): Promise<void> {
  const { pool } = ground;
  const { rows } = await pool.query<{ sha256: string }>("DELETE FROM deck_file WHERE deck_id = $1 AND path = $2 RETURNING sha256", [deckId, path]);
  const [row] = rows;
  if (row === undefined) throw new AppError("not-found", "This deck has no such file any more.");
  // What it was called before is listed no more: nobody could delete it there.
  await pool.query(
    `DELETE FROM deck_file f WHERE f.deck_id = $1 AND f.sha256 = $2 AND f.renamed_at IS NOT NULL
        AND NOT EXISTS (SELECT FROM deck_file o WHERE o.deck_id = $1 AND o.sha256 = $2 AND o.renamed_at IS NULL)`,
    [deckId, row.sha256],
  );
  await removeLeftoversNow(ground, [deckId]);
}
