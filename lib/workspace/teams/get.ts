import { teamIdSchema, userIdSchema, type TeamId, type UserId } from "@/lib/api/ids";
import type { TeamInfo, TeamPage, TeamPerson } from "@/lib/api/teams";
import { isGuestEmail } from "@/lib/auth/guest";
import type { Database } from "@/lib/workspace/database";
import { readInvitations } from "@/lib/workspace/invitations/invitation-row";
import { mayInTeam, type TeamRole } from "@/lib/workspace/policies";
import { teamNotFound } from "@/lib/workspace/teams/role";

/** The teams that somebody is in, by name. */
export async function listTeams({ pool }: Pick<Database, "pool">, userId: UserId): Promise<readonly TeamInfo[]> {
  const { rows } = await pool.query<TeamRow>(`${teamSql} ORDER BY lower(t.name), t.id`, [userId]);
  return rows.map(toTeam);
}

/** A team with its people, and the open invitations for whoever may invite. Throws 404 for who is not in it. */
export async function getTeam(
  { pool }: Pick<Database, "pool">,
  teamId: TeamId,
  { userId, origin }: { readonly userId: UserId; readonly origin: string },
): Promise<TeamPage> {
  const [teams, people] = await Promise.all([
    pool.query<TeamRow>(`${teamSql} AND t.id = $2`, [userId, teamId]),
    pool.query<PersonRow>(peopleSql, [teamId]),
  ]);
  const [row] = teams.rows;
  if (!row) throw teamNotFound();
  const invitations = mayInTeam(row.role, "invite") ? await readInvitations(pool, { teamId }, { origin }) : [];
  return { ...toTeam(row), people: people.rows.map((person) => toPerson(person, row.role, userId)), invitations: [...invitations] };
}

/** The id of the team with this slug, for whoever is in it. */
export async function findTeamId({ pool }: Pick<Database, "pool">, slug: string, userId: UserId): Promise<TeamId | undefined> {
  const { rows } = await pool.query<{ id: string }>(
    "SELECT t.id FROM team t JOIN team_member m ON m.team_id = t.id WHERE t.slug = $1 AND m.user_id = $2",
    [slug, userId],
  );
  return rows[0] && teamIdSchema.parse(rows[0].id);
}

interface TeamRow {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  readonly role: TeamRole;
  readonly members: number;
  readonly decks: number;
  readonly created_at: Date;
}

interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: TeamRole;
}

const teamSql = `
  SELECT t.id, t.name, t.slug, me.role, t.created_at,
         (SELECT count(*)::int FROM team_member m WHERE m.team_id = t.id) AS members,
         (SELECT count(*)::int FROM deck d WHERE d.owner_team_id = t.id AND d.trashed_at IS NULL) AS decks
    FROM team t JOIN team_member me ON me.team_id = t.id AND me.user_id = $1 WHERE true`;

const peopleSql = `
  SELECT p.id, p.name, p.email, m.role FROM team_member m JOIN person p ON p.id = m.user_id WHERE m.team_id = $1
   ORDER BY array_position(ARRAY['owner', 'admin', 'member', 'guest'], m.role), lower(p.name), p.id`;

function toTeam({ created_at: createdAt, ...row }: TeamRow): TeamInfo {
  return { ...row, id: teamIdSchema.parse(row.id), createdAt: createdAt.toISOString() };
}

/** Addresses are for the team's own people: a guest from outside sees names. */
function toPerson(row: PersonRow, viewer: TeamRole, asker: UserId): TeamPerson {
  const userId = userIdSchema.parse(row.id);
  const mayKnow = userId === asker || mayInTeam(viewer, "addDecks");
  return { userId, name: row.name, email: mayKnow && !isGuestEmail(row.email) ? row.email : null, role: row.role, isYou: userId === asker };
}
