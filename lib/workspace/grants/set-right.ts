import type { DeckId, TeamId, UserId } from "@/lib/api/ids";
import { AppError } from "@/lib/errors";
import { inTransaction, type Database } from "@/lib/workspace/database";
import type { DeckRight } from "@/lib/workspace/policies";

/**
 * Gives somebody who has access this right on the deck, in place of what they held by links. Throws 404 for whoever holds
 * nothing there by name or link: who owns the deck or belongs to its team holds more than a right. The caller has open
 * pages look again.
 */
export async function setRight(
  { pool }: Pick<Database, "pool">,
  deckId: DeckId,
  { userId, right }: { readonly userId: UserId; readonly right: DeckRight },
): Promise<void> {
  await inTransaction(pool, async (tx) => {
    const held = await tx.query("DELETE FROM deck_grant WHERE deck_id = $1 AND user_id = $2", [deckId, userId]);
    if (held.rowCount === 0) throw nobodyThere();
    await tx.query('INSERT INTO deck_grant (deck_id, user_id, "right") VALUES ($1, $2, $3)', [deckId, userId, right]);
  });
}

/** Takes all away that somebody holds on the deck by name or link. Throws 404 where they hold nothing. */
export async function removePerson({ pool }: Pick<Database, "pool">, deckId: DeckId, { userId }: { readonly userId: UserId }): Promise<void> {
  const { rowCount } = await pool.query("DELETE FROM deck_grant WHERE deck_id = $1 AND user_id = $2", [deckId, userId]);
  if (rowCount === 0) throw nobodyThere();
}

/** Shares the deck with a team of the one who does it, or changes what the team may. Throws 404 for a team of others. */
export async function setTeamRight(
  { pool }: Pick<Database, "pool">,
  deckId: DeckId,
  { teamId, right, userId }: { readonly teamId: TeamId; readonly right: DeckRight; readonly userId: UserId },
): Promise<void> {
  const { rowCount } = await pool.query(
    `INSERT INTO deck_grant (deck_id, team_id, "right")
     SELECT d.id, $2, $3 FROM deck d WHERE d.id = $1 AND d.owner_team_id IS DISTINCT FROM $2 AND (
       EXISTS (SELECT FROM team_member WHERE team_id = $2 AND user_id = $4 AND role <> 'guest')
       OR EXISTS (SELECT FROM deck_grant WHERE deck_id = $1 AND team_id = $2))
     ON CONFLICT (deck_id, team_id) WHERE team_id IS NOT NULL DO UPDATE SET "right" = excluded."right"`,
    [deckId, teamId, right, userId],
  );
  if (rowCount === 0) throw new AppError("not-found", "You are in no such team, or the deck is its own already.");
}

/** Shares the deck with a team no longer. Throws 404 where it was not shared with it. */
export async function removeTeam({ pool }: Pick<Database, "pool">, deckId: DeckId, { teamId }: { readonly teamId: TeamId }): Promise<void> {
  const { rowCount } = await pool.query("DELETE FROM deck_grant WHERE deck_id = $1 AND team_id = $2", [deckId, teamId]);
  if (rowCount === 0) throw new AppError("not-found", "This deck is not shared with such a team.");
}

function nobodyThere(): AppError {
  return new AppError(
    "not-found",
    "Nobody like that was given access to this deck. Whoever owns it, or belongs to the team that does, has it anyway.",
  );
}
