import { verifyPassword } from "better-auth/crypto";
import { AppError } from "@/lib/errors";
import { deckIdSchema, type UserId } from "@/lib/api/ids";
import type { Joined } from "@/lib/api/links";
import type { Database } from "@/lib/workspace/database";
import { linkEndedSql } from "@/lib/workspace/links/deck-link";
import { joinLinkEnded, joinLinkNotFound } from "@/lib/workspace/links/find-join";
import type { DeckRight } from "@/lib/workspace/policies";

interface LinkRow {
  readonly id: string;
  readonly deck_id: string;
  readonly password_hash: string | null;
  readonly ended: boolean;
  readonly is_owner: boolean;
  readonly right: DeckRight;
}

export interface JoinOptions {
  readonly userId: UserId;
  readonly password: string | undefined;
  /** Counts the try; the edge's, so that there is one way to limit. Throws 429 where there were too many. */
  readonly countTry: (linkId: string, check: () => Promise<boolean>) => Promise<boolean>;
}

/**
 * Gives the link's right to somebody and remembers the link it came by. Throws 404 for an address nobody made, 410
 * for a link that ended, 403 for a missing or wrong password.
 */
export async function joinDeck({ pool }: Pick<Database, "pool">, token: string, { userId, password, countTry }: JoinOptions): Promise<Joined> {
  const { rows } = await pool.query<LinkRow>(
    `SELECT l.id, l.deck_id, l."right", l.password_hash, d.owner_user_id IS NOT DISTINCT FROM $2 AS is_owner,
            ${linkEndedSql} OR d.trashed_at IS NOT NULL AS ended
       FROM deck_link l JOIN deck d ON d.id = l.deck_id WHERE l.token = $1 AND l.kind = 'join'`,
    [token, userId],
  );
  const link = rows[0];
  if (!link) throw joinLinkNotFound();
  if (link.ended) throw joinLinkEnded();
  if (link.password_hash !== null) await checkPassword(link.password_hash, password, (check) => countTry(link.id, check));
  if (!link.is_owner) {
    const joined = await pool.query(joinSql, [link.id, userId]);
    if (joined.rowCount === 0) throw joinLinkEnded();
  }
  return { deckId: deckIdSchema.parse(link.deck_id), right: link.right };
}

/**
 * Locks the link's row and gives the right in one statement: whoever withdraws the link at this moment either comes
 * first, and nothing is given, or waits, and then takes it away again.
 */
const joinSql = `
  WITH link AS (
    UPDATE deck_link SET last_used_at = now()
     WHERE id = $1 AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > now()) RETURNING id, deck_id, "right")
  INSERT INTO deck_grant (deck_id, user_id, "right", via_link_id) SELECT deck_id, $2, "right", id FROM link
  ON CONFLICT (deck_id, user_id, via_link_id) DO UPDATE SET "right" = excluded."right"`;

async function checkPassword(
  hash: string,
  password: string | undefined,
  countTry: (check: () => Promise<boolean>) => Promise<boolean>,
): Promise<void> {
  if (password === undefined || password === "") throw new AppError("forbidden", "This link asks for a password.");
  if (!(await countTry(() => verifyPassword({ hash, password })))) throw new AppError("forbidden", wrongLinkPassword);
}

export const wrongLinkPassword = "This is not the link’s password. Check it and try again.";
