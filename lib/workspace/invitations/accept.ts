import type { PoolClient } from "pg";
import { z } from "zod";
import { deckIdSchema, teamIdSchema, type DeckId, type TeamId, type UserId } from "@/lib/api/ids";
import type { Accepted, InvitationOffer } from "@/lib/api/invitations";
import { maxPeoplePerTeam } from "@/lib/api/limits";
import type { Session } from "@/lib/auth/session";
import { AppError } from "@/lib/errors";
import { inTransaction, type Database } from "@/lib/workspace/database";
import { namelessGuest } from "@/lib/collab/protocol/person-name";
import { deckRightsSql } from "@/lib/workspace/grants/rights-sql";
import { deckRights, teamRoles } from "@/lib/workspace/policies";

/** What an invitation offers, before anybody accepts. Throws 404 for an address nobody made, 410 for one that ended. */
export async function findInvitation({ pool }: Pick<Database, "pool">, token: string): Promise<InvitationOffer> {
  const row = await readRow(pool, token);
  requireOpen(row);
  const invitedBy = row.inviter === null ? null : row.inviter || namelessGuest;
  return row.team_id === null
    ? { kind: "deck", title: row.title ?? "", right: rightSchema.parse(row.word), invitedBy }
    : { kind: "team", name: row.team_name ?? "", role: roleSchema.parse(row.word), invitedBy };
}

/**
 * Accepts an invitation in the name of whoever asks: its address came to them, whatever address they have here. One by mail
 * is used up by it. A guest may come to a deck, but into no team: a team's people can be told apart. What somebody holds
 * already is never made less. The caller has open pages look at their roles again.
 */
export async function acceptInvitation(
  { pool }: Pick<Database, "pool">,
  token: string,
  { userId, isGuest }: Pick<Session, "userId" | "isGuest">,
): Promise<{ readonly accepted: Accepted; readonly deckId?: DeckId; readonly teamId?: TeamId }> {
  return inTransaction(pool, async (tx) => {
    const row = await readRow(tx, token, "FOR UPDATE OF i");
    requireOpen(row);
    if (row.team_id !== null && isGuest) {
      throw new AppError("forbidden", "To join a team you need an account. Sign up first: your decks come along, and the invitation waits.");
    }
    if (row.email !== null) await tx.query("UPDATE invitation SET accepted_at = now() WHERE id = $1", [row.id]);
    if (row.team_id === null) {
      const deckId = deckIdSchema.parse(row.deck_id);
      await tx.query(grantSql, [deckId, userId, row.word]);
      return { accepted: { kind: "deck", deckId }, deckId };
    }
    const teamId = teamIdSchema.parse(row.team_id);
    await requireRoom(tx, teamId, userId);
    await tx.query(memberSql, [teamId, userId, row.word]);
    return { accepted: { kind: "team", slug: row.team_slug ?? "" }, teamId };
  });
}

/** Throws 409 where the team is full, and who asks is not in it yet: the invitation waits. */
async function requireRoom(tx: Pick<PoolClient, "query">, teamId: TeamId, userId: UserId): Promise<void> {
  await tx.query("SELECT FROM team WHERE id = $1 FOR NO KEY UPDATE", [teamId]);
  const { rows } = await tx.query<{ people: number; is_in: boolean }>(
    "SELECT count(*)::int AS people, coalesce(bool_or(user_id = $2), false) AS is_in FROM team_member WHERE team_id = $1",
    [teamId, userId],
  );
  const [found] = rows;
  if (found === undefined || found.is_in || found.people < maxPeoplePerTeam) return;
  throw new AppError(
    "conflict",
    `A team has up to ${maxPeoplePerTeam} people, and this one does. Ask whoever runs it to remove somebody who left, and open the invitation again.`,
  );
}

const rightSchema = z.enum(deckRights);
const roleSchema = z.enum(teamRoles);

const grantSql = `
  INSERT INTO deck_grant (deck_id, user_id, "right") SELECT d.id, $2, $3 FROM deck d WHERE d.id = $1 AND d.owner_user_id IS DISTINCT FROM $2
  ON CONFLICT (deck_id, user_id) WHERE user_id IS NOT NULL AND via_link_id IS NULL
  DO UPDATE SET "right" = excluded."right" WHERE array_position(${deckRightsSql}, excluded."right") > array_position(${deckRightsSql}, deck_grant."right")`;

const rolesSql = `ARRAY[${teamRoles.map((role) => `'${role}'`).join(", ")}]`;
const memberSql = `
  INSERT INTO team_member (team_id, user_id, role) VALUES ($1, $2, $3) ON CONFLICT (team_id, user_id)
  DO UPDATE SET role = excluded.role WHERE array_position(${rolesSql}, excluded.role) > array_position(${rolesSql}, team_member.role)`;

interface Row {
  readonly id: string;
  readonly deck_id: string | null;
  readonly team_id: string | null;
  readonly word: string;
  readonly email: string | null;
  readonly inviter: string | null;
  readonly title: string | null;
  readonly team_name: string | null;
  readonly team_slug: string | null;
  readonly state: "open" | "accepted" | "revoked" | "expired";
}

async function readRow(pool: Pick<Database["pool"], "query">, token: string, lock = ""): Promise<Row> {
  const { rows } = await pool.query<Row>(
    `SELECT i.id, i.deck_id, i.team_id, i.word, i.email, p.name AS inviter, coalesce(d.name, t.title) AS title, m.name AS team_name, m.slug AS team_slug,
            CASE WHEN i.accepted_at IS NOT NULL THEN 'accepted' WHEN i.revoked_at IS NOT NULL OR d.trashed_at IS NOT NULL THEN 'revoked'
                 WHEN i.expires_at <= now() THEN 'expired' ELSE 'open' END AS state
       FROM invitation i LEFT JOIN person p ON p.id = i.invited_by LEFT JOIN deck d ON d.id = i.deck_id
       LEFT JOIN deck_text t ON t.deck_id = i.deck_id LEFT JOIN team m ON m.id = i.team_id
      WHERE i.token = $1 ${lock}`,
    [token],
  );
  const [row] = rows;
  if (!row) throw new AppError("not-found", "There is no such invitation. Check that you copied all of its address.");
  return row;
}

function requireOpen({ state }: Row): void {
  if (state !== "open") throw new AppError("gone", endings[state]);
}

const endings = {
  accepted: "This invitation was accepted already. Sign in as whoever accepted it, or ask for another one.",
  revoked: "This invitation was withdrawn. Ask whoever sent it for another one.",
  expired: "This invitation has expired. Ask whoever sent it to send it again.",
} as const;
