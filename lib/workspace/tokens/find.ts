import { z } from "zod";
import { teamIdSchema, tokenIdSchema, userIdSchema } from "@/lib/api/ids";
import { tokenScopes } from "@/lib/api/tokens";
import type { Session, TokenLimits } from "@/lib/auth/session";
import type { Database } from "@/lib/workspace/database";
import { runsTeamSql } from "@/lib/workspace/tokens/teams";
import { hashOfToken } from "@/lib/workspace/tokens/token-row";

const rowSchema = z.object({
  id: tokenIdSchema,
  scope: z.enum(tokenScopes),
  team_id: teamIdSchema.nullable(),
  user_id: userIdSchema,
  name: z.string(),
  email: z.string(),
});

/**
 * The person for whom a token acts, with its limits; undefined for one that is unknown, has ended, or is of a team that
 * its maker no longer runs. When it was used is told to the minute, so that a busy program costs no write a call.
 */
export async function findTokenSession(
  { pool }: Pick<Database, "pool">,
  token: string,
): Promise<(Session & { readonly token: TokenLimits }) | undefined> {
  const { rows } = await pool.query(
    `WITH found AS (
       SELECT t.id, t.scope, t.team_id, t.user_id, t.last_used_at, p.name, p.email FROM api_token t JOIN person p ON p.id = t.user_id
        WHERE t.token_hash = $1 AND (t.expires_at IS NULL OR t.expires_at > now())
          AND (t.team_id IS NULL OR EXISTS (SELECT FROM team_member m WHERE m.team_id = t.team_id AND m.user_id = t.user_id AND ${runsTeamSql}))
     ), used AS (
       UPDATE api_token t SET last_used_at = now() FROM found f
        WHERE t.id = f.id AND (f.last_used_at IS NULL OR f.last_used_at < now() - interval '1 minute')
     )
     SELECT id, scope, team_id, user_id, name, email FROM found`,
    [hashOfToken(token)],
  );
  if (rows[0] === undefined) return undefined;
  const { id, scope, team_id: teamId, user_id: userId, name, email } = rowSchema.parse(rows[0]);
  return { id, userId, name, email, isGuest: false, token: { id, scope, teamId: teamId ?? undefined } };
}
