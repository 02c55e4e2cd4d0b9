import type { DeckId } from "@/lib/api/ids";
import { AppError } from "@/lib/errors";
import type { Database } from "@/lib/workspace/database";
import { removeUnused } from "@/lib/workspace/files/add";
import type { FileStore } from "@/lib/workspace/files/file-store";

/** Deletes a file of the deck under this path, and its bytes where no other path shows them. Throws 404. */
export async function removeFile(
  { pool }: Pick<Database, "pool">,
  deckId: DeckId,
  { path, store }: { readonly path: string; readonly store: FileStore },
): Promise<void> {
  const { rows } = await pool.query<{ sha256: string }>("DELETE FROM deck_file WHERE deck_id = $1 AND path = $2 RETURNING sha256", [deckId, path]);
  const [row] = rows;
  if (row === undefined) throw new AppError("not-found", "This deck has no such file any more.");
  // What it was called before is listed no more: nobody could delete it there.
  await pool.query(
    `DELETE FROM deck_file f WHERE f.deck_id = $1 AND f.sha256 = $2 AND f.renamed_at IS NOT NULL
        AND NOT EXISTS (SELECT FROM deck_file o WHERE o.deck_id = $1 AND o.sha256 = $2 AND o.renamed_at IS NULL)`,
    [deckId, row.sha256],
  );
  await removeUnused({ pool }, deckId, { store, sha256: row.sha256 });
}
