import type { Pool, PoolClient } from "pg";
import { invitationIdSchema, type DeckId, type InvitationId, type TeamId } from "@/lib/api/ids";
import { invitationDays, type Invitation } from "@/lib/api/invitations";
import { AppError } from "@/lib/errors";
import { namelessGuest } from "@/lib/collab/protocol/person-name";

/** Where somebody is invited to. */
export type InvitedTo = { readonly deckId: DeckId } | { readonly teamId: TeamId };

/** Days as an interval of Postgres: how long an invitation lasts from now on. */
export const lifetimeSql = `make_interval(days => ${invitationDays})`;

/** Open invitations, expired ones too: they can be sent again. Newest first. */
export async function readInvitations(
  pool: Pool | PoolClient,
  to: InvitedTo,
  { origin, invitationId }: { readonly origin: string; readonly invitationId?: InvitationId },
): Promise<readonly Invitation[]> {
  const { rows } = await pool.query<InvitationRow>(
    `SELECT i.id, i.email, i.word, i.token, p.name AS invited_by, i.created_at, i.expires_at, i.expires_at <= now() AS is_expired
       FROM invitation i LEFT JOIN person p ON p.id = i.invited_by
      WHERE (i.deck_id = $1 OR i.team_id = $2) AND i.accepted_at IS NULL AND i.revoked_at IS NULL AND ($3::uuid IS NULL OR i.id = $3)
      ORDER BY i.created_at DESC, i.id DESC`,
    [...subjectOf(to), invitationId ?? null],
  );
  return rows.map((row) => toInvitation(row, origin));
}

/** Deck and team as parameters, one of them null. */
export function subjectOf(to: InvitedTo): readonly [DeckId | null, TeamId | null] {
  return "deckId" in to ? [to.deckId, null] : [null, to.teamId];
}

export function invitationNotFound(): AppError {
  return new AppError("not-found", "There is no such invitation. It may have been accepted or withdrawn meanwhile.");
}

interface InvitationRow {
  readonly id: string;
  readonly email: string | null;
  readonly word: Invitation["word"];
  readonly token: string;
  readonly invited_by: string | null;
  readonly created_at: Date;
  readonly expires_at: Date;
  readonly is_expired: boolean;
}

function toInvitation(row: InvitationRow, origin: string): Invitation {
  return {
    id: invitationIdSchema.parse(row.id),
    email: row.email,
    word: row.word,
    url: `${origin}/invitations/${row.token}`,
    invitedBy: row.invited_by === null ? null : row.invited_by || namelessGuest,
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    isExpired: row.is_expired,
  };
}
