import type { FolderId, TeamId, UserId } from "@/lib/api/ids";
import { maxFoldersPerOwner } from "@/lib/api/limits";
import { AppError } from "@/lib/errors";
import type { Database } from "@/lib/workspace/database";
import { folderReachSql } from "@/lib/workspace/folders/reach";
import { requireTeamRole } from "@/lib/workspace/teams/role";

export interface CreateFolderOptions {
  readonly name: string;
  /** Whose decks it is for; undefined for the person's own. */
  readonly teamId: TeamId | undefined;
}

/** Makes a folder. Throws 404 or 403 for a team that isn't theirs, 409 where the name is taken or there are too many. */
export async function createFolder({ pool }: Pick<Database, "pool">, userId: UserId, { name, teamId }: CreateFolderOptions): Promise<FolderId> {
  if (teamId !== undefined) await requireTeamRole({ pool }, teamId, { userId, action: "addDecks" });
  const owner = teamId === undefined ? "owner_user_id" : "owner_team_id";
  const { rows } = await pool.query<{ id: FolderId | null; is_full: boolean }>(
    `WITH there AS (SELECT count(*) >= $3 AS is_full FROM folder WHERE ${owner} = $1),
          made AS (INSERT INTO folder (name, ${owner}) SELECT $2, $1 FROM there WHERE NOT is_full ON CONFLICT DO NOTHING RETURNING id)
     SELECT made.id, is_full FROM there LEFT JOIN made ON true`,
    [teamId ?? userId, name, maxFoldersPerOwner],
  );
  const [made] = rows;
  if (made?.is_full === true) throw new AppError("conflict", `There can be ${maxFoldersPerOwner} folders, and there are. Delete one that is empty.`);
  if (made?.id == null) throw nameTaken(name);
  return made.id;
}

/** Calls a folder by another name. Throws 404, or 409 where the name is taken. */
export async function renameFolder(
  { pool }: Pick<Database, "pool">,
  folderId: FolderId,
  { name, userId }: { readonly name: string; readonly userId: UserId },
): Promise<void> {
  const taken = await pool.query(
    `SELECT FROM folder f JOIN folder o ON (o.owner_user_id, o.owner_team_id) IS NOT DISTINCT FROM (f.owner_user_id, f.owner_team_id)
      WHERE f.id = $1 AND o.id <> f.id AND lower(o.name) = lower($2)`,
    [folderId, name],
  );
  if (taken.rowCount !== 0) throw nameTaken(name);
  const { rowCount } = await pool.query(`UPDATE folder f SET name = $3 WHERE f.id = $2 AND ${folderReachSql}`, [userId, folderId, name]);
  if (rowCount === 0) throw folderNotFound();
}

/** Deletes a folder; its decks stay, in none. Throws 404. */
export async function deleteFolder({ pool }: Pick<Database, "pool">, folderId: FolderId, { userId }: { readonly userId: UserId }): Promise<void> {
  const { rowCount } = await pool.query(`DELETE FROM folder f WHERE f.id = $2 AND ${folderReachSql}`, [userId, folderId]);
  if (rowCount === 0) throw folderNotFound();
}

export function folderNotFound(): AppError {
  return new AppError("not-found", "There is no such folder any more. Load the page again.");
}

function nameTaken(name: string): AppError {
  return new AppError("conflict", `There is a folder “${name}” already. Choose another name.`);
}
