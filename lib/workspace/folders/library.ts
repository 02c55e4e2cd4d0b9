import type { TeamId, UserId } from "@/lib/api/ids";
import { maxTagsListed } from "@/lib/api/limits";
import { librarySchema, type Library } from "@/lib/api/library";
import type { Database } from "@/lib/workspace/database";

interface LibraryOptions {
  /** What is of this team alone. */
  readonly within?: TeamId | undefined;
}

/** What somebody can look through their decks by: teams, folders and tags. */
export async function readLibrary({ pool }: Pick<Database, "pool">, userId: UserId, options: LibraryOptions = {}): Promise<Library> {
  const statements = libraryStatements(userId, options);
  const [teams, folders, tags] = await Promise.all([
    pool.query(statements.teams.text, statements.teams.values),
    pool.query(statements.folders.text, statements.folders.values),
    pool.query(statements.tags.text, statements.tags.values),
  ]);
  return librarySchema.parse({ teams: teams.rows, folders: folders.rows, tags: tags.rows });
}

/** Each way to hold a folder or a deck is asked by its own index: they cost what somebody has, however much there is. */
export function libraryStatements(userId: UserId, { within }: LibraryOptions = {}) {
  const values = [userId, within ?? null];
  return {
    teams: { text: teamsSql, values },
    folders: { text: foldersSql, values },
    tags: { text: tagsSql, values: [...values, maxTagsListed] },
  };
}

/** An outside guest of a team sees decks, not how the team keeps them. */
const ofMyTeams = "m.user_id = $1 AND m.role <> 'guest' AND ($2::uuid IS NULL OR m.team_id = $2)";

const teamsSql = `SELECT t.id, t.name FROM team_member m JOIN team t ON t.id = m.team_id WHERE ${ofMyTeams} ORDER BY lower(t.name)`;

const foldersSql = `
  SELECT f.id, f.name, f.owner_team_id AS "teamId", (SELECT count(*)::int FROM deck d WHERE d.folder_id = f.id AND d.trashed_at IS NULL) AS decks
    FROM (SELECT * FROM folder own WHERE own.owner_user_id = $1 AND $2::uuid IS NULL
          UNION ALL
          SELECT of_team.* FROM team_member m JOIN folder of_team ON of_team.owner_team_id = m.team_id WHERE ${ofMyTeams}) f
   ORDER BY lower(f.name)`;

const tagsSql = `
  SELECT tag, count(*)::int AS decks FROM (
    SELECT unnest(d.tags) AS tag FROM deck d WHERE d.owner_user_id = $1 AND $2::uuid IS NULL AND d.tags <> '{}' AND d.trashed_at IS NULL
    UNION ALL
    SELECT unnest(d.tags) AS tag FROM team_member m JOIN deck d ON d.owner_team_id = m.team_id
     WHERE ${ofMyTeams} AND d.tags <> '{}' AND d.trashed_at IS NULL
  ) tagged GROUP BY tag ORDER BY lower(tag) LIMIT $3`;
