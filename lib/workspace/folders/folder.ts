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

/** A folder that somebody asks for. */
export interface FolderAsked {
  readonly folderId: FolderId;
  readonly userId: UserId;
  /** Of all of their folders, those of this team. */
  readonly within?: TeamId | undefined;
}

const askedSql = `f.id = $2 AND ${folderReachSql} AND ($3::uuid IS NULL OR f.owner_team_id = $3)`;
const askedOf = ({ folderId, userId, within }: FolderAsked) => [userId, folderId, within ?? null];

/** Calls a folder by another name. Throws 404, or 409 where the name is taken. */
export async function renameFolder({ pool }: Pick<Database, "pool">, asked: FolderAsked, { name }: { readonly name: string }): Promise<void> {
  const taken = await pool.query(
    `SELECT FROM folder f JOIN folder o ON (o.owner_user_id, o.owner_team_id) IS NOT DISTINCT FROM (f.owner_user_id, f.owner_team_id)
      WHERE ${askedSql} AND o.id <> f.id AND lower(o.name) = lower($4)`,
    [...askedOf(asked), name],
  );
  if (taken.rowCount !== 0) throw nameTaken(name);
  const { rowCount } = await pool.query(`UPDATE folder f SET name = $4 WHERE ${askedSql}`, [...askedOf(asked), name]);
  if (rowCount === 0) throw folderNotFound();
}

/** Deletes a folder; its decks stay, in none. Throws 404. */
export async function deleteFolder({ pool }: Pick<Database, "pool">, asked: FolderAsked): Promise<void> {
  const { rowCount } = await pool.query(`DELETE FROM folder f WHERE ${askedSql}`, askedOf(asked));
  if (rowCount === 0) throw folderNotFound();
}

export function folderNotFound(): AppError {
  return new AppError("not-found", "There is no such folder any more. Load the page again.");
}

function nameTaken(name: string): AppError {
  return new AppError("conflict", `There is a folder “${name}” already. Choose another name.`);
}
