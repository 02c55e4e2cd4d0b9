import type { TeamId, UserId } from "@/lib/api/ids";
import { maxTagsListed } from "@/lib/api/limits";
import { librarySchema, type Library } from "@/lib/api/library";
import type { Database } from "@/lib/workspace/database";
import { folderReachSql } from "@/lib/workspace/folders/reach";

/** What somebody can look through their decks by: teams, folders and tags. */
export async function readLibrary(
  { pool }: Pick<Database, "pool">,
  userId: UserId,
  { within }: { /** What is of this team alone. */ readonly within?: TeamId | undefined } = {},
): Promise<Library> {
  const [teams, folders, tags] = await Promise.all([
    pool.query(
      "SELECT t.id, t.name FROM team_member m JOIN team t ON t.id = m.team_id WHERE m.user_id = $1 AND m.role <> 'guest' AND ($2::uuid IS NULL OR t.id = $2) ORDER BY lower(t.name)",
      [userId, within ?? null],
    ),
    pool.query(
      `SELECT f.id, f.name, f.owner_team_id AS "teamId", (SELECT count(*)::int FROM deck d WHERE d.folder_id = f.id AND d.trashed_at IS NULL) AS decks
         FROM folder f WHERE ${folderReachSql} AND ($2::uuid IS NULL OR f.owner_team_id = $2) ORDER BY lower(f.name)`,
      [userId, within ?? null],
    ),
    pool.query(tagsSql, [userId, maxTagsListed, within ?? null]),
  ]);
  return librarySchema.parse({ teams: teams.rows, folders: folders.rows, tags: tags.rows });
}

const tagsSql = `
  SELECT tag, count(*)::int AS decks FROM (
    SELECT unnest(d.tags) AS tag FROM deck d
     WHERE d.tags <> '{}' AND d.trashed_at IS NULL
       AND (d.owner_user_id = $1 OR d.owner_team_id IN (SELECT m.team_id FROM team_member m WHERE m.user_id = $1 AND m.role <> 'guest'))
       AND ($3::uuid IS NULL OR d.owner_team_id = $3)
  ) tagged GROUP BY tag ORDER BY lower(tag) LIMIT $2`;
