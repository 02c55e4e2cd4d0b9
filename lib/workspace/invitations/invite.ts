import { invitationIdSchema, type InvitationId, type UserId } from "@/lib/api/ids";
import type { Invitation, SentInvitation } from "@/lib/api/invitations";
import type { Mailer } from "@/lib/mail/mailer";
import type { Database } from "@/lib/workspace/database";
import { invitationLetter } from "@/lib/workspace/invitations/invitation-letter";
import { invitationNotFound, lifetimeSql, readInvitations, subjectOf, type InvitedTo } from "@/lib/workspace/invitations/invitation-row";
import { randomToken, tokenLengths } from "@/lib/workspace/links/random-token";

export type InviteGround = Pick<Database, "pool"> & { readonly mailer: Pick<Mailer, "send"> };

export interface InviteOptions {
  /** Undefined makes a link of a team, for as many as come. */
  readonly email: string | undefined;
  /** The right on the deck, or the role in the team. */
  readonly word: Invitation["word"];
  readonly invitedBy: UserId;
  readonly origin: string;
}

/** Invites somebody for a week. Who is invited already gets another letter, with what is offered now. */
export async function invite(ground: InviteGround, to: InvitedTo, { email, word, invitedBy, origin }: InviteOptions): Promise<SentInvitation> {
  const { rows } = await ground.pool.query<{ id: string }>(
    `INSERT INTO invitation (token, deck_id, team_id, word, email, invited_by, expires_at) VALUES ($1, $2, $3, $4, $5, $6, now() + ${lifetimeSql})
     ON CONFLICT (${"deckId" in to ? "deck_id, email" : "team_id, email"})
       WHERE ${"deckId" in to ? "deck_id IS NOT NULL" : "team_id IS NOT NULL AND email IS NOT NULL"} AND accepted_at IS NULL AND revoked_at IS NULL
     DO UPDATE SET word = excluded.word, invited_by = excluded.invited_by, expires_at = excluded.expires_at
     RETURNING id`,
    [randomToken(tokenLengths.join), ...subjectOf(to), word, email ?? null, invitedBy],
  );
  return sendAgain(ground, to, { invitationId: invitationIdSchema.parse(rows[0]?.id), origin });
}

/** Sends an open invitation's letter once more; it lasts a week from now. Throws 404 where it is not open any more. */
export async function sendAgain(
  { pool, mailer }: InviteGround,
  to: InvitedTo,
  { invitationId, origin }: { readonly invitationId: InvitationId; readonly origin: string },
): Promise<SentInvitation> {
  await pool.query(
    `UPDATE invitation SET expires_at = now() + ${lifetimeSql}
      WHERE id = $3 AND (deck_id = $1 OR team_id = $2) AND accepted_at IS NULL AND revoked_at IS NULL`,
    [...subjectOf(to), invitationId],
  );
  const [invitation] = await readInvitations(pool, to, { origin, invitationId });
  if (!invitation) throw invitationNotFound();
  const letter = invitation.email === null ? undefined : await invitationLetter(pool, to, { ...invitation, email: invitation.email });
  return { ...invitation, isMailed: letter !== undefined && (await mailer.send(letter)) };
}

/** Withdraws an open invitation: its address says so from now on. Throws 404 where it is not open any more. */
export async function withdrawInvitation(
  { pool }: Pick<Database, "pool">,
  to: InvitedTo,
  { invitationId }: { readonly invitationId: InvitationId },
): Promise<void> {
  const { rowCount } = await pool.query(
    "UPDATE invitation SET revoked_at = now() WHERE id = $3 AND (deck_id = $1 OR team_id = $2) AND accepted_at IS NULL AND revoked_at IS NULL",
    [...subjectOf(to), invitationId],
  );
  if (rowCount === 0) throw invitationNotFound();
}
