import { z } from "zod";
import type { TeamId, UserId } from "@/lib/api/ids";
import { AppError } from "@/lib/errors";
import type { Database } from "@/lib/workspace/database";
import { mayInTeam, roleOnTeamDecks, teamRoles, type DeckRole, type TeamAction, type TeamRole } from "@/lib/workspace/policies";

/** The database, or one of its transactions. */
interface Asked {
  readonly pool: Pick<Database["pool"], "query">;
}

/** What somebody is in a team; undefined where they are nothing in it or there is no such team. */
async function roleInTeam({ pool }: Asked, teamId: TeamId, userId: UserId): Promise<TeamRole | undefined> {
  const { rows } = await pool.query<{ role: string }>("SELECT role FROM team_member WHERE team_id = $1 AND user_id = $2", [teamId, userId]);
  return rows[0] && z.enum(teamRoles).parse(rows[0].role);
}

/** The role, where it allows the action; else throws 404 (not in the team) or 403 (too small a role). */
export async function requireTeamRole(
  database: Asked,
  teamId: TeamId,
  { userId, action }: { readonly userId: UserId; readonly action: TeamAction },
): Promise<TeamRole> {
  const role = await roleInTeam(database, teamId, userId);
  if (role === undefined) throw teamNotFound();
  if (!mayInTeam(role, action)) throw new AppError("forbidden", forbiddenSentences[action]);
  return role;
}

/** What somebody is to the decks of a team that they may add decks to. Throws 422 for every other team. */
export async function roleOnDecksOf(database: Pick<Database, "pool">, teamId: TeamId, { userId }: { readonly userId: UserId }): Promise<DeckRole> {
  const role = await roleInTeam(database, teamId, userId);
  const onDecks = role !== undefined && mayInTeam(role, "addDecks") ? roleOnTeamDecks(role) : undefined;
  if (onDecks === undefined) throw new AppError("unprocessable", "You can’t add decks to this team: you are no member of it.");
  return onDecks;
}

/** The one answer for a team that doesn't exist and for one that isn't yours. */
export function teamNotFound(): AppError {
  return new AppError("not-found", "There is no such team, or you are not in it.");
}

const forbiddenSentences: Readonly<Record<TeamAction, string>> = {
  see: "You may not see this team.",
  addDecks: "Guests of a team can’t add decks to it. Ask its owner to make you a member.",
  invite: "Only the owner and admins invite people into this team.",
  manage: "Only the owner and admins change this team and its people.",
  own: "Only its owner may do this with the team.",
};
