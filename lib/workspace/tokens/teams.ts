import type { UserId } from "@/lib/api/ids";
import type { Database } from "@/lib/workspace/database";

/** As `mayInTeam(role, "manage")` has it. */
export const runsTeamSql = "m.role IN ('owner', 'admin')";

/** Teams that this person runs, by name. */
export async function teamsRunBy(
  { pool }: Pick<Database, "pool">,
  userId: UserId,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const { rows } = await pool.query<{ id: string; name: string }>(
    `SELECT t.id, t.name FROM team t JOIN team_member m ON m.team_id = t.id WHERE m.user_id = $1 AND ${runsTeamSql} ORDER BY t.name, t.id`,
    [userId],
  );
  return rows;
}
