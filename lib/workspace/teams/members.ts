import type { TeamId, UserId } from "@/lib/api/ids";
import type { Database } from "@/lib/workspace/database";

/** Everybody in the team, its outside guests too. */
export async function membersOfTeam({ pool }: Pick<Database, "pool">, teamId: TeamId): Promise<readonly UserId[]> {
  const { rows } = await pool.query<{ id: UserId }>("SELECT user_id AS id FROM team_member WHERE team_id = $1", [teamId]);
  return rows.map(({ id }) => id);
}
