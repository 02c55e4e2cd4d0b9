import { teamIdSchema, type TeamId } from "@/lib/api/ids";
import type { Session } from "@/lib/auth/session";
import { AppError } from "@/lib/errors";
import { inTransaction, type Database } from "@/lib/workspace/database";
import { randomToken } from "@/lib/workspace/links/random-token";

/** So many teams may one person own. */
const maxOwned = 50;

/** Makes a team that its maker owns. Throws 403 for guests, whose way back is one browser's cookie. */
export async function createTeam(
  { pool }: Pick<Database, "pool">,
  { name, session }: { readonly name: string; readonly session: Pick<Session, "userId" | "isGuest"> },
): Promise<TeamId> {
  if (session.isGuest) throw new AppError("forbidden", "To make a team you need an account. Sign up first: your decks come along.");
  return inTransaction(pool, async (tx) => {
    const { rows } = await tx.query<{ owned: number }>("SELECT count(*)::int AS owned FROM team_member WHERE user_id = $1 AND role = 'owner'", [
      session.userId,
    ]);
    if ((rows[0]?.owned ?? 0) >= maxOwned) throw new AppError("conflict", `You own ${maxOwned} teams already. Hand one over or delete one first.`);
    const made = await tx.query<{ id: string }>("INSERT INTO team (name, slug) VALUES ($1, $2) RETURNING id", [name, slugOf(name)]);
    const teamId = teamIdSchema.parse(made.rows[0]?.id);
    await tx.query("INSERT INTO team_member (team_id, user_id, role) VALUES ($1, $2, 'owner')", [teamId, session.userId]);
    return teamId;
  });
}

/** `Research Group` → `research-group-7k2m9x`: readable, and told by nobody whether another team has the name. It stays when the name changes. */
function slugOf(name: string): string {
  const words = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 30);
  return `${words || "team"}-${randomToken(6)}`;
}
