import { createHash } from "node:crypto";
import type { Pool } from "pg";
import { deckIdSchema, phoneIdSchema, talkIdSchema, userIdSchema, type DeckId, type PhoneId, type TalkId, type UserId } from "@/lib/api/ids";
import { AppError } from "@/lib/errors";
import type { Database } from "@/lib/workspace/database";
import { roleOn } from "@/lib/workspace/decks/role";
import { randomToken } from "@/lib/workspace/links/random-token";
import { may } from "@/lib/workspace/policies";
import { runningSql } from "@/lib/workspace/talks/talk-row";

/** A phone that nobody signed in on: it acts in one talk, for the person who showed it a code. */
export interface Phone {
  readonly id: PhoneId;
  readonly deckId: DeckId;
  readonly talkId: TalkId;
  readonly userId: UserId;
}

/** 160 bits: neither is guessed in the life of a talk. */
const secretLength = 32;
/** Long enough to take the phone out and scan. */
const codeSql = "interval '5 minutes'";

/** Makes a code that makes one phone a remote of this talk. Codes of this person that nobody scanned count no more. */
export async function invitePhone(
  { pool }: Pick<Database, "pool">,
  { talkId, userId }: { readonly talkId: TalkId; readonly userId: UserId },
): Promise<{ readonly code: string; readonly expiresAt: Date }> {
  const code = randomToken(secretLength);
  await pool.query("DELETE FROM talk_phone WHERE talk_id = $1 AND user_id = $2 AND paired_at IS NULL", [talkId, userId]);
  const { rows } = await pool.query<{ expires_at: Date }>(
    `INSERT INTO talk_phone (talk_id, user_id, code_hash, expires_at) SELECT k.id, $2, $3, now() + ${codeSql} FROM talk k WHERE k.id = $1 AND ${runningSql}
     RETURNING expires_at`,
    [talkId, userId, hashOf(code)],
  );
  const [made] = rows;
  if (!made) throw new AppError("gone", "This talk has ended.");
  return { code, expiresAt: made.expires_at };
}

/** Makes a phone the remote by a code, once: one statement decides. Returns the phone's key, which is told to it alone. */
export async function pairPhone(
  { pool }: Pick<Database, "pool">,
  code: string,
): Promise<{ readonly key: string; readonly deckId: DeckId } | undefined> {
  const key = randomToken(secretLength);
  const { rows } = await pool.query<{ deck_id: string }>(
    `UPDATE talk_phone f SET key_hash = $2, paired_at = now() FROM talk k
      WHERE f.code_hash = $1 AND f.paired_at IS NULL AND f.revoked_at IS NULL AND f.expires_at > now() AND k.id = f.talk_id AND ${runningSql}
     RETURNING k.deck_id`,
    [hashOf(code), hashOf(key)],
  );
  const [row] = rows;
  return row && { key, deckId: deckIdSchema.parse(row.deck_id) };
}

/** Would this code make a phone the remote now? */
export async function isOpenCode({ pool }: Pick<Database, "pool">, code: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    `SELECT FROM talk_phone f JOIN talk k ON k.id = f.talk_id
      WHERE f.code_hash = $1 AND f.paired_at IS NULL AND f.revoked_at IS NULL AND f.expires_at > now() AND ${runningSql}`,
    [hashOf(code)],
  );
  return rowCount === 1;
}

/**
 * The phone of a key, while it may drive: its talk runs, nobody disconnected it, and the person whose phone it is may
 * present the deck at this moment.
 */
export async function findPhone({ pool }: Pick<Database, "pool">, key: string): Promise<Phone | undefined> {
  const { rows } = await pool.query<{ id: string; deck_id: string; talk_id: string; user_id: string }>(
    `SELECT f.id, k.deck_id, f.talk_id, f.user_id FROM talk_phone f JOIN talk k ON k.id = f.talk_id
      WHERE f.key_hash = $1 AND f.revoked_at IS NULL AND ${runningSql}`,
    [hashOf(key)],
  );
  const [row] = rows;
  if (!row) return undefined;
  const phone = {
    id: phoneIdSchema.parse(row.id),
    deckId: deckIdSchema.parse(row.deck_id),
    talkId: talkIdSchema.parse(row.talk_id),
    userId: userIdSchema.parse(row.user_id),
  };
  const role = await roleOn({ pool }, phone.deckId, { userId: phone.userId });
  return role !== undefined && may(role, "drive") ? phone : undefined;
}

/** Phones that are connected to a talk for this person, in the order in which they came. */
export async function listPhones(
  pool: Pick<Pool, "query">,
  { talkId, userId }: { readonly talkId: TalkId; readonly userId: UserId },
): Promise<readonly PhoneId[]> {
  const { rows } = await pool.query<{ id: string }>(
    "SELECT id FROM talk_phone WHERE talk_id = $1 AND user_id = $2 AND paired_at IS NOT NULL AND revoked_at IS NULL ORDER BY paired_at, id",
    [talkId, userId],
  );
  return rows.map(({ id }) => phoneIdSchema.parse(id));
}

/** Disconnects somebody's own phone. Throws 404 where they have none of this id in the talk. */
export async function disconnectPhone(
  { pool }: Pick<Database, "pool">,
  phoneId: PhoneId,
  { talkId, userId }: { readonly talkId: TalkId; readonly userId: UserId },
): Promise<void> {
  const { rowCount } = await pool.query(
    "UPDATE talk_phone SET revoked_at = coalesce(revoked_at, now()) WHERE id = $1 AND talk_id = $2 AND user_id = $3",
    [phoneId, talkId, userId],
  );
  if (rowCount === 0) throw new AppError("not-found", "You have no such phone in this talk.");
}

function hashOf(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
