import type { SessionId, SessionList } from "@/lib/api/account-page";
import { sessionListSchema } from "@/lib/api/account-page";
import type { UserId } from "@/lib/api/ids";
import { AppError } from "@/lib/errors";
import type { Database } from "@/lib/workspace/database";
import { deviceWords } from "@/lib/workspace/people/device-words";

interface SessionRow {
  readonly id: string;
  readonly user_agent: string | null;
  readonly created_at: Date;
  readonly updated_at: Date;
}

/** Where somebody is signed in, used last first. Their tokens never leave the server. */
export async function listSessions(
  { pool }: Pick<Database, "pool">,
  userId: UserId,
  { currentId }: { readonly currentId: string },
): Promise<SessionList> {
  const { rows } = await pool.query<SessionRow>(
    "SELECT id, user_agent, created_at, updated_at FROM session WHERE user_id = $1 AND expires_at > now() ORDER BY updated_at DESC, id",
    [userId],
  );
  return sessionListSchema.parse({
    sessions: rows.map((row) => ({
      id: row.id,
      device: deviceWords(row.user_agent),
      createdAt: row.created_at.toISOString(),
      usedAt: row.updated_at.toISOString(),
      isThis: row.id === currentId,
    })),
  });
}

/** Signs somebody out in one place. Throws 404 where they are not signed in there. */
export async function endSession({ pool }: Pick<Database, "pool">, userId: UserId, { sessionId }: { readonly sessionId: SessionId }): Promise<void> {
  const { rowCount } = await pool.query("DELETE FROM session WHERE id = $1 AND user_id = $2", [sessionId, userId]);
  if (rowCount === 0) throw new AppError("not-found", "You are not signed in there any more.");
}

/** Signs somebody out everywhere, here too. */
export async function endAllSessions({ pool }: Pick<Database, "pool">, userId: UserId): Promise<void> {
  await pool.query("DELETE FROM session WHERE user_id = $1", [userId]);
}
