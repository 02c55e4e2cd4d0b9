import type { TeamId, UserId } from "@/lib/api/ids";
import { AppError } from "@/lib/errors";
import { inTransaction, type Database } from "@/lib/workspace/database";
import type { TeamRole } from "@/lib/workspace/policies";
import { requireTeamRole } from "@/lib/workspace/teams/role";

export async function renameTeam({ pool }: Pick<Database, "pool">, teamId: TeamId, { name }: { readonly name: string }): Promise<void> {
  await pool.query("UPDATE team SET name = $2 WHERE id = $1", [teamId, name]);
}

/** Changes what somebody is in the team. Throws 404 for who is not in it, 409 for its owner, who has to hand it over. */
export async function setTeamRole(
  { pool }: Pick<Database, "pool">,
  teamId: TeamId,
  { userId, role }: { readonly userId: UserId; readonly role: Exclude<TeamRole, "owner"> },
): Promise<void> {
  const { rowCount } = await pool.query("UPDATE team_member SET role = $3 WHERE team_id = $1 AND user_id = $2 AND role <> 'owner'", [
    teamId,
    userId,
    role,
  ]);
  if (rowCount === 0) throw await notChanged({ pool }, teamId, userId);
}

/**
 * Takes somebody out of the team, or lets them leave. Who is taken out must not walk in again, under whatever name: open
 * links are withdrawn, which anybody in the team may have seen. Throws 404 for who is not in it, 409 for its owner.
 */
export async function removeMember(
  { pool }: Pick<Database, "pool">,
  teamId: TeamId,
  { userId, by }: { readonly userId: UserId; readonly by: UserId },
): Promise<void> {
  await inTransaction(pool, async (tx) => {
    const { rowCount } = await tx.query("DELETE FROM team_member WHERE team_id = $1 AND user_id = $2 AND role <> 'owner'", [teamId, userId]);
    if (rowCount === 0) throw await notChanged({ pool: tx }, teamId, userId);
    if (by === userId) return;
    await tx.query("UPDATE invitation SET revoked_at = now() WHERE team_id = $1 AND email IS NULL AND revoked_at IS NULL", [teamId]);
  });
}

/**
 * Makes another member the owner; who owned it is an admin then. Throws 404 for who is not in it, 422 for its outside guests,
 * 403 where its owner handed it over a moment before.
 */
export async function transferTeam(
  { pool }: Pick<Database, "pool">,
  teamId: TeamId,
  { userId, by }: { readonly userId: UserId; readonly by: UserId },
): Promise<void> {
  await inTransaction(pool, async (tx) => {
    await tx.query("SELECT FROM team WHERE id = $1 FOR UPDATE", [teamId]);
    await requireTeamRole({ pool: tx }, teamId, { userId: by, action: "own" });
    const { rows } = await tx.query<{ role: string }>("SELECT role FROM team_member WHERE team_id = $1 AND user_id = $2 FOR UPDATE", [
      teamId,
      userId,
    ]);
    const [member] = rows;
    if (!member) throw notInTeam();
    if (member.role === "owner") return;
    if (member.role === "guest") throw new AppError("unprocessable", "A guest can’t own the team. Make them a member first.");
    await tx.query("UPDATE team_member SET role = 'admin' WHERE team_id = $1 AND role = 'owner'", [teamId]);
    await tx.query("UPDATE team_member SET role = 'owner' WHERE team_id = $1 AND user_id = $2", [teamId, userId]);
  });
}

/**
 * Deletes the team. Its decks, also those in the trash, become those of its owner, who deletes it; everybody else keeps
 * what they hold by name or link, and no more.
 */
export async function deleteTeam({ pool }: Pick<Database, "pool">, teamId: TeamId, { ownerId }: { readonly ownerId: UserId }): Promise<void> {
  await inTransaction(pool, async (tx) => {
    await tx.query("DELETE FROM deck_grant WHERE user_id = $2 AND deck_id IN (SELECT id FROM deck WHERE owner_team_id = $1)", [teamId, ownerId]);
    await tx.query("UPDATE deck SET owner_user_id = $2, owner_team_id = NULL, folder_id = NULL WHERE owner_team_id = $1", [teamId, ownerId]);
    await tx.query("DELETE FROM team WHERE id = $1", [teamId]);
  });
}

async function notChanged({ pool }: { readonly pool: Pick<Database["pool"], "query"> }, teamId: TeamId, userId: UserId): Promise<AppError> {
  const { rowCount } = await pool.query("SELECT FROM team_member WHERE team_id = $1 AND user_id = $2", [teamId, userId]);
  return rowCount === 0 ? notInTeam() : new AppError("conflict", "A team has one owner. Hand the team over to somebody else first.");
}

function notInTeam(): AppError {
  return new AppError("not-found", "Nobody like that is in this team.");
}
