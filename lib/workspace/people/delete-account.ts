import { verifyPassword } from "better-auth/crypto";
import type { DeckId, UserId } from "@/lib/api/ids";
import { longStatementMs, timedQuery } from "@/lib/db/timed-query";
import { AppError } from "@/lib/errors";
import { runInBackground, type Log } from "@/lib/log";
import { inTransaction, type Database } from "@/lib/workspace/database";
import { removeLeftoversNow } from "@/lib/workspace/files/leftovers";
import type { FileGround } from "@/lib/workspace/files/open-file-store";

export interface DeleteAccountOptions {
  readonly password: string | undefined;
  /** Counts the try; the edge's. Throws 429 where there were too many. */
  readonly countTry: (check: () => Promise<boolean>) => Promise<boolean>;
}

/** Decks that open pages have to hear of: those that are gone, and those where somebody is missing now. */
export interface LeftDecks {
  readonly gone: readonly DeckId[];
  readonly others: readonly DeckId[];
}

/**
 * Deletes an account with all decks that it owns and the teams that nobody else is in. Throws 403 for a wrong password, 409
 * for the owner of a team with others: they would lose their decks.
 */
export async function deleteAccount(
  ground: FileGround & { readonly log: Log },
  userId: UserId,
  { password, countTry }: DeleteAccountOptions,
): Promise<LeftDecks> {
  const { pool, log } = ground;
  await checkPassword({ pool }, userId, { password, countTry });
  const left = await inTransaction(pool, async (tx) => {
    await tx.query("SELECT FROM person WHERE id = $1 FOR UPDATE", [userId]);
    const { rows } = await tx.query<{ name: string }>(teamsWithOthersSql, [userId]);
    const [team] = rows;
    if (team) {
      throw new AppError(
        "conflict",
        `You own the team “${team.name}”, and others are in it. Make somebody else its owner, or delete the team first.`,
      );
    }
    const gone = await tx.query<{ id: DeckId }>(ownedSql, [userId]);
    const others = await tx.query<{ id: DeckId }>(othersSql, [userId]);
    await tx.query(timedQuery(longStatementMs, ownTeamsSql, [userId]));
    await tx.query(timedQuery(longStatementMs, "DELETE FROM person WHERE id = $1", [userId]));
    return { gone: gone.rows.map(({ id }) => id), others: others.rows.map(({ id }) => id) };
  });
  // The account is gone whether or not a store answers, and a thousand files keep nobody waiting.
  runInBackground(removeLeftoversNow(ground, left.gone), log, "files of a deleted account could not be looked for");
  return left;
}

const teamsWithOthersSql = `
  SELECT t.name FROM team_member m JOIN team t ON t.id = m.team_id WHERE m.user_id = $1 AND m.role = 'owner'
    AND EXISTS (SELECT FROM team_member o WHERE o.team_id = t.id AND o.user_id <> $1) LIMIT 1`;
const ownTeamsSql = "DELETE FROM team WHERE id IN (SELECT team_id FROM team_member WHERE user_id = $1 AND role = 'owner')";
const ownedSql = `
  SELECT id FROM deck WHERE owner_user_id = $1
  UNION SELECT d.id FROM deck d JOIN team_member m ON m.team_id = d.owner_team_id WHERE m.user_id = $1 AND m.role = 'owner'`;
/** Decks of others that they hold something on: by name or by link, or by a team that has it or was given it. */
const othersSql = `
  SELECT deck_id AS id FROM deck_grant WHERE user_id = $1
  UNION SELECT d.id FROM team_member m JOIN deck d ON d.owner_team_id = m.team_id WHERE m.user_id = $1 AND m.role <> 'owner'
  UNION SELECT g.deck_id FROM team_member m JOIN deck_grant g ON g.team_id = m.team_id WHERE m.user_id = $1`;

async function checkPassword({ pool }: Pick<Database, "pool">, userId: UserId, { password, countTry }: DeleteAccountOptions): Promise<void> {
  const { rows } = await pool.query<{ password: string }>("SELECT password FROM account WHERE user_id = $1 AND password IS NOT NULL", [userId]);
  const hash = rows[0]?.password;
  if (hash === undefined) return;
  if (password === undefined || password === "") throw new AppError("forbidden", "Enter your password to delete the account.");
  if (!(await countTry(() => verifyPassword({ hash, password })))) throw new AppError("forbidden", "The password is wrong.");
}
