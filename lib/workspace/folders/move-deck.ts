import type { DeckId, FolderId, UserId } from "@/lib/api/ids";
import { AppError } from "@/lib/errors";
import type { Database } from "@/lib/workspace/database";
import { folderNotFound } from "@/lib/workspace/folders/folder";
import { folderReachSql } from "@/lib/workspace/folders/reach";

/**
 * Puts a deck into a folder of its owner, or with null into none. Throws 404 for a folder that isn't there for this person,
 * 409 for one of another owner.
 */
export async function moveToFolder(
  { pool }: Pick<Database, "pool">,
  deckId: DeckId,
  { folderId, userId }: { readonly folderId: FolderId | null; readonly userId: UserId },
): Promise<void> {
  if (folderId === null) {
    await pool.query("UPDATE deck SET folder_id = NULL WHERE id = $1", [deckId]);
    return;
  }
  const { rows } = await pool.query<{ owner: string | null; same: boolean }>(
    `SELECT ot.name AS owner, (f.owner_user_id, f.owner_team_id) IS NOT DISTINCT FROM (d.owner_user_id, d.owner_team_id) AS same
       FROM folder f CROSS JOIN deck d LEFT JOIN team ot ON ot.id = f.owner_team_id
      WHERE f.id = $2 AND d.id = $3 AND ${folderReachSql}`,
    [userId, folderId, deckId],
  );
  const [found] = rows;
  if (found === undefined) throw folderNotFound();
  if (!found.same) {
    const of = found.owner === null ? "your own decks" : `the decks of ${found.owner}`;
    throw new AppError("conflict", `This folder is for ${of}, and this deck belongs to somebody else. Move the deck to them first.`);
  }
  await pool.query("UPDATE deck SET folder_id = $2 WHERE id = $1", [deckId, folderId]);
}
