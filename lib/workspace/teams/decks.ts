import type { DeckId, TeamId } from "@/lib/api/ids";
import type { Database } from "@/lib/workspace/database";

/** Every deck that somebody may hold something on by being in the team. */
export async function decksOfTeam({ pool }: Pick<Database, "pool">, teamId: TeamId): Promise<readonly DeckId[]> {
  const { rows } = await pool.query<{ id: DeckId }>(
    "SELECT id FROM deck WHERE owner_team_id = $1 UNION SELECT deck_id FROM deck_grant WHERE team_id = $1",
    [teamId],
  );
  return rows.map(({ id }) => id);
}
